import { describe, expect, it } from "vitest";
import { readMermaid } from "./mermaid.ts";

const plain = (text: string) => ({ text, at: Array.from({ length: text.length + 1 }, (_, i) => i) });
const edges = (text: string): string[] =>
  readMermaid(plain(text))?.edges.map(({ from, to, carries }) => `${from}>${to}${carries ? `:${carries}` : ""}`) ?? [];
const names = (text: string): string[] => readMermaid(plain(text))?.nodes.map(({ name }) => name) ?? [];

describe("a flowchart", () => {
  it.each<[string, string[]]>([
    ["flowchart LR\nA --> B", ["A>B"]],
    ["graph TD;\nA-->B;B-->C;", ["A>B", "B>C"]],
    ["flowchart TD\n  A -->|events| B -- ids --> C", ["A>B:events", "B>C:ids"]],
    ["flowchart\nA & B --> C & D", ["A>C", "A>D", "B>C", "B>D"]],
    ["flowchart LR\nA -.-> B ==> C --- D", ["A>B", "B>C", "C>D"]],
    ["flowchart LR\nsubgraph one\nA --> B\nend\n%% note\nstyle A fill:#fff", ["A>B"]],
  ])("gives the flows of %s", (text, expected) => expect(edges(text)).toEqual(expected));

  it("gives each part the name that people see", () => {
    expect(names('flowchart LR\nA[Log] --> B(Ranker v2)\nB --> C[("Feature store")]\nC --> D{{Six}}\nD --> A')).toEqual(
      ["Log", "Ranker v2", "Feature store", "Six"],
    );
  });

  it("is told from other diagrams", () => expect(readMermaid(plain("sequenceDiagram\nA->>B: hi"))).toBeUndefined());
});

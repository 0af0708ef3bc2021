import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../graph.ts";
import type { Box } from "../layout/geometry.ts";
import { layOut } from "../layout/lay-out.ts";
import { sampleGraphs } from "../testing/graphs.ts";
import { requestSequence } from "../testing/pictures.ts";
import { recommender } from "../testing/recommender.ts";
import { allElements, readXml } from "../testing/xml.ts";
import { dotOf } from "./dot.ts";
import { drawioOf } from "./drawio.ts";
import { jsonOf } from "./json.ts";
import { mermaidSequenceOf } from "./mermaid-sequence.ts";
import { mermaidText } from "./mermaid-text.ts";
import { mermaidOf } from "./mermaid.ts";

const graphs = Object.entries(sampleGraphs);
const usedZones = ({ zones, nodes }: Graph): number =>
  zones.filter(({ id }) => nodes.some(({ zone }) => zone === id)).length;

/** Lines of Mermaid by kind; a line that fits no kind is a fault. */
function mermaidLines(text: string, kinds: Readonly<Record<string, RegExp>>): Record<string, number> {
  const [, ...lines] = text
    .slice(text.indexOf("\n---\n", 4) + 5)
    .trimEnd()
    .split("\n");
  const counts: Record<string, number> = {};
  for (const line of lines) {
    const kind = Object.keys(kinds).find((name) => kinds[name]!.test(line)) ?? `unreadable: ${line}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** What may stand in quotes or behind a colon, in our subset of Mermaid: nothing that Mermaid itself would read. */
const plain = String.raw`(?:[^"<>#&;\`\\|{}[\]]|#\d+;)*`;
const flowchart = {
  zone: new RegExp(`^  subgraph z_\\w+\\["${plain}"\\]$`),
  direction: /^ {4}direction TB$/,
  node: new RegExp(`^ {4}n_\\w+\\["${plain}(?:<br/>${plain})*"\\]$`),
  end: /^ {2}end$/,
  edge: new RegExp(`^  n_\\w+ (?:-->|==>|-\\.->)(?:\\|"${plain}"\\|)? n_\\w+$`),
  style: /^ {2}(?:linkStyle \d+|classDef \w+) [\w:#,\- ]+$|^ {2}class n_\w+(?:,n_\w+)* \w+$/,
};

describe("Mermaid", () => {
  it.each(graphs)("holds every zone, node and edge of %s, and no line that it cannot read", (_, graph) => {
    const counts = mermaidLines(mermaidOf(graph), flowchart);
    const zones = usedZones(graph);
    const { style: _style, ...parts } = { style: 0, zone: 0, direction: 0, node: 0, end: 0, edge: 0, ...counts };
    expect(parts).toEqual({
      zone: zones,
      direction: zones,
      end: zones,
      node: graph.nodes.length,
      edge: graph.edges.length,
    });
  });

  it("writes what it would read itself as character codes", () => {
    expect(mermaidText(`say "hi" <b> #1; 50 %`)).toBe("say #34;hi#34; #60;b#62; #35;1#59; 50 %");
    expect(mermaidText("1. list")).toBe("1#46; list");
    expect(mermaidText("- list %%{init}%%")).toBe("#45; list #37;#37;#123;init#125;#37;#37;");
  });

  it("tells ids apart that would have the same name, and uses no word of its own", () => {
    const [node] = recommender.nodes;
    const nodes = ["a b", "a-b", "end", "x"].map((id) => ({ ...node!, id }));
    const text = mermaidOf({ ...recommender, nodes, edges: [{ from: "a b", to: "a-b", kind: "data" }] });
    expect(text).toContain("n_a_b --> n_a_b_2");
    expect(text).toContain("n_end[");
  });

  it("holds every participant and step of a sequence", () => {
    const counts = mermaidLines(mermaidSequenceOf(requestSequence), {
      participant: new RegExp(`^  participant p_\\w+ as ${plain}$`),
      message: new RegExp(`^  p_\\w+(?:->>|-->>|-\\))p_\\w+: ${plain}$`),
      note: new RegExp(`^  Note right of p_\\w+: ${plain}$`),
    });
    expect(counts).toEqual({ participant: 7, message: 12, note: 1 });
  });
});

/** Statements of a DOT text, by the strings in them. */
function dotStrings(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inner]) => inner!.replaceAll(/\\(.)/g, "$1"));
}

describe("Graphviz", () => {
  it.each(graphs)("holds every cluster, node and edge of %s, in balanced braces", (_, graph) => {
    const lines = dotOf(graph).trimEnd().split("\n");
    const bare = lines.map((line) => line.replaceAll(/"(?:[^"\\]|\\.)*"/g, "s"));
    expect(bare.join("")).toMatch(/^[\w\s[\]{};,=>-]*$/);
    expect(bare.join("").split("{").length).toBe(bare.join("").split("}").length);
    expect(bare.filter((line) => /^ {2}subgraph cluster_\d+ \{$/.test(line)).length).toBe(usedZones(graph));
    const edges = lines.filter((_, at) => bare[at]!.includes(" -> "));
    expect(edges.map((line) => dotStrings(line).slice(0, 2))).toEqual(graph.edges.map(({ from, to }) => [from, to]));
    const nodes = lines.filter((_, at) => /^ {4}s \[/.test(bare[at]!));
    expect(nodes.map((line) => dotStrings(line)[0]).sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
  });
});

describe("draw.io", () => {
  it.each(graphs)("holds every zone, card and line of %s, whose ends exist", async (_, graph) => {
    const cells = allElements(readXml(drawioOf(await layOut(graph)))).filter(({ name }) => name === "mxCell");
    const ids = cells.map(({ attributes }) => attributes.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(cells.filter(({ attributes }) => attributes.vertex === "1").length).toBe(
      usedZones(graph) + graph.nodes.length,
    );
    const edges = cells.filter(({ attributes }) => attributes.edge === "1");
    expect(edges.length).toBe(graph.edges.length);
    for (const { attributes } of edges)
      expect(ids).toEqual(expect.arrayContaining([attributes.source, attributes.target]));
  });

  it("keeps the lines of a card apart and its text plain", async () => {
    const text = drawioOf(await layOut(recommender));
    expect(text).toContain(`value="Ranker&#10;p99 38 ms · 120 replicas&#10;budget 30 ms"`);
    expect(text).not.toContain("html=1");
  });
});

describe("JSON", () => {
  it("holds the graph as it was, with places, and is the same for the same graph", async () => {
    const text = jsonOf(await layOut(recommender));
    const read = JSON.parse(text) as Graph & {
      format: string;
      version: number;
      nodes: readonly (GraphNode & { box: Box })[];
    };
    expect([read.format, read.version]).toEqual(["plumbline-drawing", 1]);
    expect(read.nodes).toEqual(recommender.nodes.map((node) => ({ ...node, box: expect.anything() as Box })));
    expect(read.zones.length).toBe(5);
    expect(read.edges.map(({ from, to, kind }) => [from, to, kind])).toEqual(
      recommender.edges.map(({ from, to, kind }) => [from, to, kind]),
    );
    expect(jsonOf(await layOut(recommender))).toBe(text);
  });
});

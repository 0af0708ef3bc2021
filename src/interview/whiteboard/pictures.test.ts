import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphProblems } from "../../drawing/index.ts";
import { boxKinds, emptyBoard } from "./board.ts";
import { boardGraph, boardSvg } from "./board-graph.ts";
import { boardText, widthOf } from "./board-text.ts";
import { boardHelp } from "./help.ts";
import { readBoard } from "./read-board.ts";

const board =
  readBoard(`[client] -> [gateway] 600/s -> [features: redis] p99 8ms x3 -> [ranker] p50 12ms p99 30ms x4 -> client
ranker ~> popular items
clicks => event log -> training nightly -> registry -> ranker
monitoring -.-> training : drift
[Requirements] { 10M users; p99 < 100 ms }`);

describe("a board as a picture", () => {
  it("is a sound graph with the columns of a design", () => {
    const graph = boardGraph(board);
    expect(graphProblems(graph)).toEqual([]);
    expect(graph.zones.map(({ id }) => id)).toEqual(["source", "offline", "training", "online", "monitoring", "notes"]);
    expect(graph.nodes.find(({ id }) => id === "ranker")).toMatchObject({
      zone: "online",
      detail: "p50 12 ms, p99 30 ms, 4 copies",
    });
    expect(graph.edges.filter(({ kind }) => kind === "control")).toMatchObject([
      { to: "popular-items", label: "fallback" },
    ]);
  });

  it("is drawn, with a picture for an empty board", async () => {
    expect(await boardSvg(board, "light")).toMatch(/^<svg[\s\S]*ranker[\s\S]*<\/svg>\n$/);
    expect(await boardSvg(emptyBoard, "light")).toContain("Nothing is drawn yet");
  });

  it("has a place for every kind of box", () => {
    const all = readBoard(boxKinds.map((kind) => `[a ${kind}] (${kind})`).join("\n"));
    expect(all.boxes.map(({ kind }) => kind)).toEqual(boxKinds);
    expect(graphProblems(boardGraph(all))).toEqual([]);
  });

  it("is a sound graph for any text", () => {
    const pieces = fc.constantFrom("[a]", " -> ", "~>", "b", "\n", " x4", "[a]", "c", ", ", " : d");
    fc.assert(
      fc.property(fc.array(pieces), (all) => {
        expect(graphProblems(boardGraph(readBoard(all.join(""))))).toEqual([]);
      }),
    );
  });
});

describe("a board as text", () => {
  it("has a line for each path, and the numbers of the boxes", () => {
    expect(boardText(board)).toBe(`Requests
  [1 client] --> [2 gateway] --> [3 features] --> [4 ranker] --> [1 client]
Fallbacks
  [4 ranker] ~~> [5 popular items]
Data
  [6 clicks] ==> [7 event log] ==> [8 training] ==> [9 registry] ==> [4 ranker]
Feedback
  [10 monitoring] -.-> [8 training] : drift
Boxes
    1 client (user)
    2 gateway (gateway): 600/s
    3 features (features): p99 8 ms, 3 copies; redis
    4 ranker (ranker): p50 12 ms, p99 30 ms, 4 copies
    5 popular items (rules)
    6 clicks (source)
    7 event log (stream)
    8 training (training): nightly
    9 registry (registry)
   10 monitoring (monitor)
   11 Requirements (note)
      - 10M users
      - p99 < 100 ms
`);
  });

  it("says that nothing is drawn, and what was not read", () => {
    expect(boardText(emptyBoard)).toContain("The board is empty");
    expect(boardText(readBoard("hello there my friend"))).toContain("line 1: hello there my friend");
  });

  it("counts two columns for characters of East Asia, and none for marks", () => {
    expect([widthOf("漢字"), widthOf("e\u0301"), widthOf("ab")]).toEqual([4, 1, 2]);
  });

  it("keeps within the columns and holds nothing that a terminal acts on", () => {
    const pieces = fc.constantFrom(
      "[ranker]",
      " -> ",
      "~>",
      "b".repeat(90),
      "\n",
      "\u001b[31m",
      "漢字",
      "[a b c]",
      " : words of a label",
      "{ one; two }",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.integer({ min: 40, max: 120 }), (all, columns) => {
        const text = boardText(readBoard(all.join("")), columns);
        for (const line of text.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        expect(text).not.toContain("\u001b");
      }),
    );
  });
});

describe("the help and the page", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/whiteboard.md"), "utf8");
  const examples = [...page.matchAll(/```board\n([\s\S]*?)```/g)].map(([, text]) => text!);

  it("fit into 12 lines of 76 columns", () => {
    const lines = boardHelp.split("\n");
    expect(lines.length).toBeLessThanOrEqual(12);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(76);
  });

  it("hold examples that are read whole", () => {
    expect(examples.length).toBe(5);
    for (const text of examples) expect(readBoard(text).unread).toEqual([]);
    const drawn = boardHelp
      .split("\n")
      .slice(1, -1)
      .map((line) => line.trim().split(/\s{4,}/)[0]!);
    expect(readBoard(drawn.join("\n")).unread).toEqual([]);
  });

  it("say what the last example of the page leaves", () => {
    expect(readBoard(examples.at(-1)!).boxes).toMatchObject([{ name: "ranking service", replicas: 8, p99Millis: 25 }]);
  });

  it("name every kind of box", () => {
    for (const kind of boxKinds) expect(page).toContain(`\`${kind}\``);
  });
});

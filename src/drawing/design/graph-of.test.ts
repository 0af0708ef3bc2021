import fc from "fast-check";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { readExamples } from "../../../test/examples/read-designs.ts";
import { parseDesign } from "../../design/parse.ts";
import type { Design } from "../../design/design.ts";
import { graphProblems, mermaidOf, mermaidSequenceOf, type Graph } from "../index.ts";
import { graphOf, sequenceOf, viewNames, waterfallOf, type SizedFacts } from "./index.ts";

const examples = readExamples();

function designOf(text: string): Design {
  const { document, problems } = parseDesign(`plumbline: 1\nname: a-design\n${text}`);
  expect(problems).toEqual([]);
  return document!.design;
}

const names = ({ nodes }: Graph): string[] => nodes.map(({ name }) => name);
const arrows = ({ edges }: Graph): string[] => edges.map(({ from, to }) => `${from} > ${to}`);
const card = ({ nodes }: Graph, id: string) => nodes.find((node) => node.id === id);

describe("the graph of a design", () => {
  it("is empty for a design that has only a name, in every view", () => {
    for (const view of viewNames) expect(graphOf(designOf(""), view).nodes).toEqual([]);
    expect([sequenceOf(designOf("")), waterfallOf(designOf(""))]).toEqual([undefined, undefined]);
  });

  it("holds what three lines say and nothing else", () => {
    const graph = graphOf(designOf("data: {sources: [{name: clicks, kind: events, volume: 20/s}]}"), "overview");
    expect(graph.nodes.map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
      "Clicks: 20/s",
      "Event log: 20 events/s",
      "Data lake: 1 source",
    ]);
    expect(arrows(graph)).toEqual(["source:clicks > event-log", "event-log > lake"]);
  });

  it("follows one request through its steps and back", () => {
    const path = "serving: {path: [{step: features, p99: 5ms}, {step: rank, p99: 20ms}]}\nmodel: {rank: {kind: gbdt}}";
    const graph = graphOf(designOf(path), "request-path");
    expect(arrows(graph)).toEqual(
      expect.arrayContaining([
        "client > step:features",
        "step:features > step:rank",
        "step:rank > client",
        "step:features > feature-store",
        "step:rank > model:rank",
        "step:rank > decision-log",
      ]),
    );
    expect(card(graph, "step:rank")?.detail).toBe("p99 20 ms");
  });

  it("brings outcomes and drift back into training as feedback", () => {
    const graph = graphOf(
      designOf(
        `data: {sources: [{name: sales, kind: events}], labels: [{name: bought, from: sales, window: 1d}]}
model: {rank: {kind: gbdt}, train: {every: 1d}}
monitoring: {drift: [{of: features, test: psi, alarm: "> 0.2"}], retrain: [{on: drift}], feedback: {log: all, joinLabelsAfter: 1d}}`,
      ),
      "overview",
    );
    const feedback = graph.edges.filter(({ kind }) => kind === "feedback").map(({ from, to }) => `${from} > ${to}`);
    expect(feedback.toSorted()).toEqual(["drift > trainer", "label-join > training-set"]);
  });

  it("keeps the id of a component when others come and go", () => {
    const one = graphOf(designOf("serving: {path: [{step: rank}]}"), "request-path");
    const two = graphOf(designOf("serving: {path: [{step: guard}, {step: rank}]}"), "request-path");
    expect(card(one, "step:rank")?.name).toBe("Rank");
    expect(two.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(["step:rank", "step:guard"]));
  });

  it("merges what the architecture names with what the stages say, and adds the rest", () => {
    const text = `data: {sources: [{name: clicks, kind: events}]}
model: {rank: {kind: gbdt}}
architecture:
  components:
    - {name: Kafka, kind: queue, plane: offline, detail: 96 partitions}
    - {name: Trainer, kind: trainer, detail: 8 accelerators}
    - {name: Ad server, kind: service, plane: online}
  flows: [{from: Kafka, to: Ad server, carries: budgets, kind: control}]`;
    const graph = graphOf(designOf(text), "overview");
    expect(card(graph, "event-log")).toMatchObject({ name: "Kafka", detail: "96 partitions" });
    expect(names(graph).filter((name) => name === "Trainer")).toEqual(["Trainer"]);
    expect(card(graph, "trainer")?.detail).toBe("8 accelerators");
    const own = graph.edges.find(({ to }) => to === "component:Ad server");
    expect(own).toMatchObject({ from: "event-log", label: "budgets", kind: "control" });
  });

  it("shows what sizing found out, on the card that stands for it even when it is folded", () => {
    const design = designOf(
      "serving: {path: [{step: score, p99: 5ms, uses: rank}]}\nmodel: {rank: {kind: gbdt}, train: {every: 1d}}",
    );
    const over: SizedFacts = new Map([["model:rank", { badge: { text: "budget 5 ms", tone: "over-budget" } }]]);
    expect(card(graphOf(design, "request-path", over), "model:rank")?.badge?.tone).toBe("over-budget");
    expect(card(graphOf(design, "overview", over), "step:score")?.badge?.text).toBe("budget 5 ms");
    const slow: SizedFacts = new Map([
      ["step:score", { detail: "p99 9 ms", p99Millis: 9 }],
      ["request", { p99Millis: 12 }],
    ]);
    expect(card(graphOf(design, "overview", slow), "step:score")?.detail).toBe("p99 9 ms");
    expect(waterfallOf(design, slow)).toMatchObject({
      steps: [{ budgetMillis: 5, p99Millis: 9 }],
      total: { p99Millis: 12 },
    });
  });

  it("stays sound when any parts of an example are deleted", { timeout: 120_000 }, () => {
    const trees = examples.map(({ text }) => parse(text) as Record<string, unknown>);
    const cuts = fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
    let read = 0;
    fc.assert(
      fc.property(fc.nat({ max: trees.length - 1 }), cuts, (which, paths) => {
        const tree = structuredClone(trees[which]!);
        for (const path of paths) prune(tree, path);
        const { document } = parseDesign(JSON.stringify(tree));
        if (!document) return; // Something that has to be there is gone: that is no design.
        read++;
        for (const view of viewNames) expect(graphProblems(graphOf(document.design, view))).toEqual([]);
        for (const view of viewNames) mermaidOf(graphOf(document.design, view));
        const sequence = sequenceOf(document.design);
        if (sequence) mermaidSequenceOf(sequence);
        waterfallOf(document.design);
      }),
      { numRuns: 400, seed: 1 },
    );
    expect(read).toBeGreaterThan(100);
  });
});

/** Deletes what a path of indexes leads to; names and the version of the format stay. */
function prune(tree: Record<string, unknown> | unknown[], [first, ...rest]: readonly number[]): void {
  const keys = Object.keys(tree).filter((key) => !["plumbline", "name"].includes(key) || Array.isArray(tree));
  if (keys.length === 0 || first === undefined) return;
  const key = keys[first % keys.length]!;
  const inner = (tree as Record<string, unknown>)[key];
  if (rest.length > 0 && inner !== null && typeof inner === "object")
    return prune(inner as Record<string, unknown>, rest);
  if (Array.isArray(tree)) tree.splice(Number(key), 1);
  else delete tree[key];
}

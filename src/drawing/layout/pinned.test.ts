import { describe, expect, it } from "vitest";
import type { Graph, GraphNode } from "../graph.ts";
import { sampleGraph, sampleGraphs } from "../testing/graphs.ts";
import { recommender } from "../testing/recommender.ts";
import { layoutFaults } from "./faults.ts";
import { layOut, missingLabels } from "./lay-out.ts";
import type { Layout } from "./layout.ts";

/** The graph without one node, and with a new one that is connected to the node `beside`. */
function exchanged(graph: Graph, removed: string, beside: string): Graph {
  const neighbour = graph.nodes.find(({ id }) => id === beside)!;
  const added: GraphNode = { ...neighbour, id: "added", name: "Added component", detail: "p99 9 ms" };
  return {
    ...graph,
    nodes: [...graph.nodes.filter(({ id }) => id !== removed), added],
    edges: [
      ...graph.edges.filter(({ from, to }) => from !== removed && to !== removed),
      { from: beside, to: "added", kind: "data", label: "new rows" },
    ],
  };
}

/** Share of the cards of both layouts whose corner moved at most 8 units. */
function stayed(before: Layout, after: Layout): number {
  const old = new Map(before.cards.map(({ node, box }) => [node.id, box]));
  const common = after.cards.filter(({ node }) => old.has(node.id));
  const still = common.filter(({ node, box }) => {
    const { x, y } = old.get(node.id)!;
    return Math.hypot(x - box.x, y - box.y) <= 8;
  });
  return still.length / common.length;
}

describe("a pinned layout", () => {
  it.each([
    ["the recommender, cache for a second ranker", recommender, "cache", "ranker"],
    ["the recommender, batch features for one in a full zone", recommender, "batch", "builder"],
    ["the recommender, a source for another", recommender, "catalog", "labels"],
    ["forty components", sampleGraphs["forty components in six zones"]!, "n7", "n20"],
    ["twelve components", sampleGraphs["twelve in three zones"]!, "n2", "n9"],
    ["one zone", sampleGraphs["eighteen in one zone"]!, "n5", "n6"],
    ["thirty others", sampleGraph(30, 4, 36, 77), "n11", "n25"],
  ])("keeps at least nine of ten others within 8 units: %s", async (_, graph, removed, beside) => {
    const before = await layOut(graph);
    const after = await layOut(exchanged(graph, removed, beside), { previous: before });
    expect(stayed(before, after)).toBeGreaterThanOrEqual(0.9);
    expect(layoutFaults(after)).toEqual([]);
    expect(missingLabels(after)).toBe(0);
  });

  it("changes nothing when the graph is the same", async () => {
    const before = await layOut(recommender);
    expect(await layOut(recommender, { previous: before })).toEqual(before);
  });

  it("puts a zone that is new to the right and moves no card", async () => {
    const before = await layOut(recommender);
    const people = { id: "reviewer", name: "Reviewers", icon: "review", zone: "people" } as const;
    const graph: Graph = {
      ...recommender,
      zones: [{ id: "people", name: "People", tone: "product" }, ...recommender.zones],
      nodes: [...recommender.nodes, people],
      edges: [...recommender.edges, { from: "reviewer", to: "labels", kind: "feedback", label: "verdicts" }],
    };
    const after = await layOut(graph, { previous: before });
    expect(stayed(before, after)).toBe(1);
    expect(layoutFaults(after)).toEqual([]);
  });

  it("places a card again when it has changed its zone", async () => {
    const before = await layOut(recommender);
    const nodes = recommender.nodes.map((node) => (node.id === "cache" ? { ...node, zone: "training" } : node));
    const after = await layOut({ ...recommender, nodes }, { previous: before });
    expect(layoutFaults(after)).toEqual([]);
    expect(stayed(before, after)).toBeCloseTo(24 / 25, 6);
  });

  it("starts afresh from the layout of an empty graph", async () => {
    const before = await layOut({ ...recommender, nodes: [], edges: [] });
    const after = await layOut(recommender, { previous: before });
    expect(layoutFaults(after)).toEqual([]);
    expect(after.cards.length).toBe(25);
  });
});

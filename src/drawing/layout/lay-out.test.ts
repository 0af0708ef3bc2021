import { describe, expect, it } from "vitest";
import { sampleGraph, sampleGraphs } from "../testing/graphs.ts";
import { layoutFaults } from "./faults.ts";
import { layOut, missingLabels } from "./lay-out.ts";

describe("a layout", () => {
  it.each(Object.entries(sampleGraphs))("has no fault for %s", async (_, graph) => {
    const layout = await layOut(graph);
    expect(layoutFaults(layout)).toEqual([]);
    expect(missingLabels(layout)).toBe(0);
    expect(layout.cards.length).toBe(graph.nodes.length);
    expect(layout.routes.length).toBe(graph.edges.length);
  });
  it.each(Array.from({ length: 12 }, (_, at) => at + 100))("has no fault for random graph %i", async (seed) => {
    const layout = await layOut(sampleGraph(6 + (seed % 7) * 4, 2 + (seed % 4), 8 + (seed % 7) * 5, seed));
    expect(layoutFaults(layout)).toEqual([]);
    expect(missingLabels(layout)).toBe(0);
  });
});

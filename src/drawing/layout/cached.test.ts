import { describe, expect, it } from "vitest";
import { graphHash } from "../graph-hash.ts";
import { recommender } from "../testing/recommender.ts";
import { sampleGraphs } from "../testing/graphs.ts";
import { layOutCached } from "./cached.ts";
import { layOut } from "./lay-out.ts";
import type { Layout } from "./layout.ts";
import { avoidRouter, type LineRouter } from "./route.ts";

/** A router that counts how often it is asked. */
function counted(): { router: LineRouter; calls: () => number } {
  let calls = 0;
  const inner = avoidRouter();
  const router: LineRouter = (task) => {
    calls++;
    return inner(task);
  };
  return { router, calls: () => calls };
}

describe("a layout", () => {
  it("is the same every time, also when others are laid out before and at the same time", async () => {
    const first = await layOut(recommender);
    const [second] = await Promise.all([layOut(recommender), layOut(sampleGraphs["three components"]!)]);
    await layOut(sampleGraphs["thirty in five zones"]!);
    expect(second).toEqual(first);
    expect(await layOut(recommender)).toEqual(first);
  });

  it("is looked up when the graph was laid out before, and only then", async () => {
    const cache = new Map<string, Layout>();
    const { router, calls } = counted();
    const small = sampleGraphs["three components"]!;
    const first = await layOutCached(small, cache, { router });
    expect(await layOutCached({ ...small }, cache, { router })).toBe(first);
    expect(calls()).toBe(1);
    await layOutCached({ ...small, title: "Other" }, cache, { router });
    await layOutCached(small, cache, { router, previous: first });
    expect(calls()).toBe(3);
    expect(cache.size).toBe(3);
  });
});

describe("the hash of a graph", () => {
  it("is that of what it says, not of the order of its keys or of members that are undefined", () => {
    const node = { id: "a", name: "A", icon: "model", zone: "z" } as const;
    const graph = { title: "t", zones: [], nodes: [node], edges: [] };
    const turned = {
      edges: [],
      nodes: [{ zone: "z", icon: "model", name: "A", id: "a" } as const],
      zones: [],
      title: "t",
    };
    expect(graphHash(turned)).toBe(graphHash(graph));
    expect(graphHash({ ...graph, nodes: [{ ...node, name: "B" }] })).not.toBe(graphHash(graph));
    expect(graphHash(graph)).toMatch(/^[0-9a-f]{28}$/);
  });

  it("differs between ten thousand titles", () => {
    const hashes = Array.from({ length: 10_000 }, (_, at) =>
      graphHash({ title: `t${at}`, zones: [], nodes: [], edges: [] }),
    );
    expect(new Set(hashes).size).toBe(10_000);
  });
});

import { describe, expect, it } from "vitest";
import { graphProblems, requireSound, type Graph } from "./graph.ts";
import { recommender } from "./testing/recommender.ts";

const found = (change: Partial<Graph>): string[] =>
  graphProblems({ ...recommender, ...change }).map(({ code, found, at }) => `${code} ${at?.path}: ${found}`);

describe("the problems of a graph", () => {
  it("are none for a sound one, and for an empty one", () => {
    expect(graphProblems(recommender)).toEqual([]);
    expect(graphProblems({ title: "", zones: [], nodes: [], edges: [] })).toEqual([]);
  });

  it("name an id that is used twice or empty, and where", () => {
    const [zone] = recommender.zones;
    expect(found({ zones: [...recommender.zones, zone!] })).toEqual([
      `drawing/duplicate-id zones[5].id: Two zones have the id "sources".`,
    ]);
    const nodes = [...recommender.nodes, { ...recommender.nodes[0]!, id: "" }];
    expect(found({ nodes })).toEqual(["drawing/duplicate-id nodes[25].id: A node has an empty id."]);
  });

  it("name a zone and an end that do not exist, all of them at once", () => {
    const nodes = [{ ...recommender.nodes[0]!, zone: "nowhere" }, ...recommender.nodes.slice(1)];
    const edges = [{ from: "log", to: "nobody", kind: "data" } as const, { from: "x", to: "y", kind: "data" } as const];
    expect(found({ nodes, edges })).toEqual([
      `drawing/unknown-id nodes[0].zone: The node "events" stands in the zone "nowhere", which the graph does not have.`,
      `drawing/unknown-id edges[0].to: An edge goes to "nobody", and no node has that id.`,
      `drawing/unknown-id edges[1].from: An edge goes from "x", and no node has that id.`,
      `drawing/unknown-id edges[1].to: An edge goes to "y", and no node has that id.`,
    ]);
  });

  it("refuse an edge to itself and a graph that nobody could read", () => {
    expect(found({ edges: [{ from: "log", to: "log", kind: "data" }] })[0]).toMatch(/^drawing\/self-edge edges\[0\]/);
    const nodes = Array.from({ length: 151 }, (_, at) => ({ ...recommender.nodes[0]!, id: `n${at}` }));
    expect(found({ nodes, edges: [] })[0]).toMatch(/^drawing\/too-large .*151 nodes/);
  });

  it("are thrown by those who need a sound graph", () => {
    expect(() => requireSound({ ...recommender, zones: [] })).toThrow(/which the graph does not have/);
  });
});

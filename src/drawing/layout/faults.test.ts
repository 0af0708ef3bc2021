import { beforeAll, describe, expect, it } from "vitest";
import { recommender } from "../testing/recommender.ts";
import { layoutFaults, type FaultKind } from "./faults.ts";
import { layOut } from "./lay-out.ts";
import type { Card, Layout, Route } from "./layout.ts";

let sound: Layout;
beforeAll(async () => {
  sound = await layOut(recommender);
});

const card = (id: string): Card => sound.cards.find(({ node }) => node.id === id)!;
const kinds = (layout: Layout): FaultKind[] => layoutFaults(layout).map(({ kind }) => kind);

/** The sound layout with one route or card changed by hand. */
function withRoute(from: string, to: string, change: (route: Route) => Route): Layout {
  const routes = sound.routes.map((route) =>
    route.edge.from === from && route.edge.to === to ? change(route) : route,
  );
  return { ...sound, routes };
}

function withCard(id: string, move: { x?: number; y?: number }): Layout {
  const cards = sound.cards.map((one) => (one.node.id === id ? { ...one, box: { ...one.box, ...move } } : one));
  return { ...sound, cards };
}

describe("the faults of a layout", () => {
  it("are none for a sound one", () => expect(layoutFaults(sound)).toEqual([]));

  it("find a card on another, outside its zone, and outside the canvas", () => {
    const { x, y } = card("lake").box;
    expect(kinds(withCard("batch", { x: x + 5, y: y + 5 }))).toContain("cards-overlap");
    expect(kinds(withCard("lake", { x: card("client").box.x }))).toContain("card-outside-zone");
    expect(kinds(withCard("lake", { y: -5000 }))).toContain("outside-canvas");
  });

  it("find a label on a card, on a title, on another label, and beside its line", () => {
    const moved = (to: { x: number; y: number }): FaultKind[] =>
      kinds(
        withRoute("offstore", "builder", (route) => ({
          ...route,
          label: { ...route.label!, box: { ...route.label!.box, ...to } },
        })),
      );
    const zone = sound.zones[1]!.box;
    const other = sound.routes.find(({ edge }) => edge.label === "deploy")!.label!.box;
    expect(moved(card("ranker").box)).toContain("label-on-card");
    expect(moved({ x: zone.x + 12, y: zone.y + 10 })).toContain("label-on-title");
    expect(moved(other)).toContain("label-on-label");
    expect(moved({ x: 5, y: 5 })).toContain("label-off-line");
  });

  it("find a line through a card, a slanted one, one that ends nowhere, and two on one track", () => {
    const drawn = (points: Route["points"]): FaultKind[] =>
      kinds(withRoute("client", "gateway", (route) => ({ ...route, points })));
    const { x, y } = card("cache").box;
    expect(
      drawn([
        { x, y: y + 20 },
        { x: x + 500, y: y + 20 },
      ]),
    ).toEqual(expect.arrayContaining(["line-through-card", "line-off-card"]));
    expect(
      drawn([
        { x: 0, y: 0 },
        { x: 10, y: 10 },
      ]),
    ).toContain("line-slanted");
    const track = sound.routes.find(({ edge }) => edge.label === "deploy")!.points;
    expect(drawn(track)).toContain("lines-on-each-other");
  });
});

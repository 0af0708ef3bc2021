import { describe, expect, it } from "vitest";
import type { Event } from "../data/event.ts";
import { parsePredicate } from "../kit/predicate.ts";
import { seededRandom } from "../kit/random.ts";
import type { FeatureAggregate, FeatureDefinition } from "./definition.ts";
import { openFeatureState } from "./state.ts";

const WINDOW_MILLIS = 1000;
const noAttributes = { lookup: () => undefined };

function feature(aggregate: FeatureAggregate, rest: Partial<FeatureDefinition> = {}): FeatureDefinition {
  return {
    name: aggregate.kind,
    source: "visits",
    keys: [{ entity: "household" }],
    aggregate,
    overMillis: WINDOW_MILLIS,
    ...rest,
  };
}

function visit(
  id: string,
  timeMillis: number,
  rest: { known?: number; amount?: unknown; product?: string } = {},
): Event {
  const { known = timeMillis, amount = 1, product = "tea" } = rest;
  const entities = { household: "h", product };
  return { id, source: "visits", timeMillis, knownMillis: known, entities, values: { amount } };
}

function stateOf(...definitions: FeatureDefinition[]) {
  const state = openFeatureState(definitions, noAttributes);
  const at = (nowMillis: number, name = definitions[0]!.name) => {
    state.advance(nowMillis);
    return state.read(name, { household: "h", product: "tea" });
  };
  return { state, at };
}

describe("the serving state", () => {
  it("counts an event from one millisecond after it happened until it is exactly as old as the window", () => {
    const { state, at } = stateOf(feature({ kind: "count" }));
    state.append([visit("a", 5000)]);
    expect([4999, 5000, 5001, 6000, 6001].map((now) => at(now))).toEqual([0, 0, 1, 1, 0]);
  });

  it("shows an event from the millisecond it is known, not before", () => {
    const { state, at } = stateOf(feature({ kind: "count" }));
    state.append([visit("a", 5000, { known: 5400 })]);
    expect([5399, 5400, 6000, 6001].map((now) => at(now))).toEqual([0, 1, 1, 0]);
  });

  it("never shows an event that becomes known only after the window has left it behind", () => {
    const { state, at } = stateOf(feature({ kind: "count" }));
    expect(state.append([visit("a", 5000, { known: 6001 })])).toMatchObject({ tooOld: 1 });
    expect([6000, 6001, 6002].map((now) => at(now))).toEqual([0, 0, 0]);
  });

  it("takes a late event at once and forgets it when its own time says so", () => {
    const { state, at } = stateOf(feature({ kind: "sum", column: "amount" }));
    state.advance(5900);
    state.append([visit("new", 5800, { amount: 2 })]);
    state.append([visit("late", 5000, { amount: 40 })]);
    expect([5900, 6000, 6001, 6801].map((now) => at(now))).toEqual([42, 42, 2, 0]);
  });

  it("keeps the latest event by its own time when an older one arrives after it", () => {
    const { state, at } = stateOf(feature({ kind: "last", column: "amount" }), feature({ kind: "timeSince" }));
    state.append([visit("b", 5500, { amount: 7 }), visit("a", 5200, { amount: 3, known: 5600 })]);
    expect(at(5700)).toBe(7);
    expect(at(5700, "timeSince")).toBe(0.2);
  });

  it("answers missing, not an older value, once the latest event has left the window", () => {
    const { state, at } = stateOf(feature({ kind: "last", column: "amount" }));
    state.append([visit("a", 5000), visit("b", 5001)]);
    expect(at(6001)).toBe(1);
    expect(at(6002)).toBeNaN();
  });

  it("breaks ties of time by the greater id, in the order SQL compares text", () => {
    const { state, at } = stateOf(feature({ kind: "last", column: "amount" }));
    state.append([visit("😀", 5000, { amount: 2 }), visit("ｚ", 5000, { amount: 1 })]);
    expect(at(5001)).toBe(2);
  });

  it("takes an event once, however often it is sent", () => {
    const { state, at } = stateOf(feature({ kind: "count" }));
    const batch = [visit("a", 5000), visit("a", 5000), visit("b", 5000)];
    expect(state.append(batch)).toEqual({ held: 2, repeated: 1, tooOld: 0, unused: 0 });
    expect(at(5001)).toBe(2);
    expect(state.append(batch)).toMatchObject({ repeated: 3 });
    expect(at(5002)).toBe(2);
    expect(at(7000)).toBe(0);
    expect(state.append(batch)).toMatchObject({ tooOld: 3 });
  });

  it("returns to exactly 0 when a window of awkward decimals has emptied", () => {
    const { state, at } = stateOf(feature({ kind: "sum", column: "amount" }));
    const random = seededRandom("drift");
    state.append(Array.from({ length: 5000 }, (_, i) => visit(`e${i}`, 5000 + i, { amount: random.normal() * 1e6 })));
    for (let now = 5000; now < 10_999; now += 7) at(now);
    expect(at(10_999)).not.toBe(0);
    expect(at(11_000)).toBe(0);
  });

  it("ignores events whose column is missing, and NaN and infinite values as well", () => {
    const { state, at } = stateOf(feature({ kind: "mean", column: "amount" }), feature({ kind: "count" }));
    const amounts = [null, undefined, NaN, Infinity, 4];
    state.append(amounts.map((amount, i) => ({ ...visit(`e${i}`, 5000), values: { amount } })));
    expect(at(5001)).toBe(4);
    expect(at(5001, "count")).toBe(5);
  });

  it("filters by entities as well as by values", () => {
    const { state, at } = stateOf(
      feature({ kind: "count" }, { where: parsePredicate("product = 'tea' and amount > 1") }),
    );
    state.append([visit("a", 1, { amount: 2 }), visit("b", 1, { amount: 2, product: "milk" }), visit("c", 1)]);
    expect(at(10)).toBe(1);
  });

  it("holds no more events than its widest window reaches back, and gives their keys up", () => {
    const keys = [{ entity: "household" }, { entity: "product" }];
    const { state, at } = stateOf(
      feature({ kind: "distinct", column: "amount" }, { keys }),
      feature({ kind: "count" }),
    );
    let most = 0;
    for (let now = 0; now < 60_000; now += 50) {
      state.append([visit(`e${now}`, now, { product: `p${now}`, amount: now })]);
      state.advance(now);
      most = Math.max(most, state.heldEvents);
    }
    expect(most).toBeLessThanOrEqual(WINDOW_MILLIS / 50 + 2);
    expect(at(70_000)).toBe(0);
    expect(state.heldEvents).toBe(0);
  });

  it("starts a key afresh when it returns after all its events had gone", () => {
    const { state, at } = stateOf(
      feature({ kind: "sum", column: "amount" }),
      feature({ kind: "last", column: "amount" }),
    );
    state.append([visit("a", 1000, { amount: 5 })]);
    at(9000);
    state.append([visit("b", 9000, { amount: 6 })]);
    expect(at(9001)).toBe(6);
    expect(at(9001, "last")).toBe(6);
  });

  it("does not move back in time", () => {
    const { state, at } = stateOf(feature({ kind: "count" }));
    state.append([visit("a", 5000)]);
    expect(at(5500)).toBe(1);
    expect(at(4000)).toBe(1);
    expect(state.nowMillis).toBe(5500);
  });

  it("takes nothing of a batch in which one event says text where a number belongs", () => {
    const { state, at } = stateOf(feature({ kind: "sum", column: "amount" }));
    const batch = [visit("a", 5000), visit("b", 5000, { amount: "plenty" })];
    expect(() => state.append(batch)).toThrow(expect.objectContaining({ code: "features/not-a-number" }));
    expect(at(5001)).toBe(0);
    expect(state.heldEvents).toBe(0);
  });

  it("says which entity a request lacks and which feature was meant", () => {
    const { state } = stateOf(feature({ kind: "count" }));
    expect(() => state.read("count", { product: "tea" })).toThrow(
      expect.objectContaining({ code: "features/missing-entity" }),
    );
    expect(() => state.vectors({}, "product", ["tea"], new Float32Array(1))).toThrow(
      expect.objectContaining({ code: "features/missing-entity" }),
    );
    expect(() => state.read("coumt", { household: "h" })).toThrow(expect.objectContaining({ fix: "ask for `count`" }));
  });
});

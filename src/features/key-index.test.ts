import { describe, expect, it } from "vitest";
import { descend, openKeyIndex } from "./key-index.ts";

describe("the index of keys", () => {
  it("has one slot per key, whatever the number of parts, and none for keys it does not hold", () => {
    const index = openKeyIndex(() => {});
    const pair = index.hold(["h", "tea"]);
    expect(index.hold(["h", "milk"])).not.toBe(pair);
    expect(index.hold(["h", "tea"])).toBe(pair);
    expect(descend(index.root(), ["h", "tea"])).toBe(pair);
    expect(descend(index.root(), ["tea", "h"])).toBeUndefined();
    expect(descend(index.root(), ["h", undefined])).toBeUndefined();
    expect(index.size).toBe(2);
  });

  it("gives a key up with its last holder, branches included, and its slot to the next key", () => {
    const index = openKeyIndex(() => {});
    const slot = index.hold(["h", "tea"]);
    index.hold(["h", "tea"]);
    index.release(slot);
    expect(descend(index.root(), ["h", "tea"])).toBe(slot);
    index.release(slot);
    expect(index.root()).toEqual(new Map());
    expect(index.size).toBe(0);
    expect(index.hold(["g", "milk"])).toBe(slot);
  });

  it("holds the key without parts like any other", () => {
    const index = openKeyIndex(() => {});
    expect(descend(index.root(), [])).not.toBe(0);
    const slot = index.hold([]);
    expect(descend(index.root(), [])).toBe(slot);
    index.release(slot);
    expect(typeof index.root()).toBe("object");
  });

  it("asks for room before it gives out a slot beyond it", () => {
    let room = 0;
    const index = openKeyIndex((capacity) => void (room = capacity));
    for (let i = 0; i < 1000; i++) expect(index.hold([`k${i}`])).toBeLessThan(room);
  });
});

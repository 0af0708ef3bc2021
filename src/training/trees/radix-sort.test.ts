import { array, assert, float, property } from "fast-check";
import { expect, it } from "vitest";
import { sortFloats } from "./radix-sort.ts";

it("sorts as the language sorts numbers", () => {
  assert(
    property(array(float({ noNaN: true }), { maxLength: 300 }), (values) => {
      expect([...sortFloats(Float32Array.from(values))]).toEqual([...Float32Array.from(values).sort()]);
    }),
  );
});

import { expect, it } from "vitest";
import { jsonText, readJson } from "./json.ts";

it("carries numbers that JSON has no words for, at any depth, there and back", () => {
  const value = { interval: { low: -Infinity, high: Infinity }, values: [NaN, 1, "NaN of it"] };
  expect(readJson(jsonText(value))).toEqual(value);
  expect(jsonText(value)).toContain('"high":"Infinity"');
});

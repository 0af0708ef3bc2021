import { describe, expect, it } from "vitest";
import { readText } from "./text.ts";

const read = (text: string) => readText(text).quantities.map(({ said }) => said);
const brief = (text: string) => read(text).map(({ kind, value }) => `${kind} ${Number(value.toPrecision(4))}`);

describe("quantitiesOf", () => {
  it.each([
    ["50ms", "duration 0.05"],
    ["50 milliseconds", "duration 0.05"],
    ["fifty millis", "duration 0.05"],
    ["a couple of weeks", "duration 1210000"],
    ["a 7-day window", "duration 604800"],
    ["every 6 hours", "duration 21600"],
    ["we retrain daily", "duration 86400"],
    ["nightly", "duration 86400"],
    ["every night", "duration 86400"],
    ["twice a day", "duration 43200"],
    ["half an hour", "duration 1800"],
    ["10k QPS", "rate 10000"],
    ["ten thousand requests per second", "rate 10000"],
    ["5 million requests a day", "rate 57.87"],
    ["1000/s", "rate 1000"],
    ["2 million users", "count 2000000"],
    ["300 million daily active users", "count 300000000"],
    ["twenty-five candidates", "count 25"],
    ["one hundred and fifty items", "count 150"],
    ["1,500,000 rows", "count 1500000"],
    ["0.3%", "share 0.003"],
    ["point three percent", "share 0.003"],
    ["half a percent", "share 0.005"],
    ["1 in 300", "share 0.003333"],
    ["one in a thousand", "share 0.001"],
    ["a tenth of the traffic", "share 0.1"],
    ["$8k a month", "money 8000"],
    ["$8k", "money 8000"],
    ["ten grand a month", "money 10000"],
    ["3 cents", "money 0.03"],
    ["16 GB", "bytes 16000000000"],
    ["10x", "multiple 10"],
    ["ten times", "multiple 10"],
    ["p99 of 80", "plain 80"],
    ["0.82 AUC", "plain 0.82"],
    ["５０ms", "duration 0.05"],
    ["5\u200b0 ms", "duration 0.05"],
  ])("reads %s", (text, said) => {
    expect(brief(text)[0]).toBe(said);
  });

  it.each([["40 to 60 ms"], ["40-60ms"], ["between 40 and 60 ms"], ["40ms to 60ms"]])("reads the range %s", (text) => {
    expect(read(text)).toMatchObject([{ kind: "duration", value: 0.04, high: 0.06 }]);
  });

  it.each([
    ["under 100 ms", "<="],
    ["at most 100 ms", "<="],
    ["no more than 100 ms", "<="],
    ["at least 100 ms", ">="],
    ["more than 100 ms", ">="],
    ["around 100 ms", "about"],
    ["100 ms or so", "about"],
  ])("reads the bound of %s", (text, comparison) => {
    expect(read(text)).toMatchObject([{ comparison, value: 0.1 }]);
  });

  it.each([
    "a two-tower model",
    "top-1 accuracy",
    "L2 norm",
    "an A/B test",
    "24/7 support",
    "GPT-4",
    "S3",
    "EC2",
    "p99",
    "one of the models",
    "the first model",
    "at one point",
    "in 2023",
    "real time",
    "a 3D box",
    "phase 2",
    "1. requirements",
    "k8s",
    "v1.2",
    "state of the art",
  ])("sees no quantity in %s", (text) => {
    expect(brief(text)).toEqual([]);
  });

  it("keeps the offsets of the original", () => {
    const text = "😀 at ５０ms, then ten thousand users";
    for (const { start, end, text: said } of read(text)) expect(text.slice(start, end)).toBe(said);
    expect(read(text).map(({ text: said }) => said)).toEqual(["５０ms", "ten thousand users"]);
  });
});

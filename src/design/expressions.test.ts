import { describe, expect, it } from "vitest";
import { problemOf } from "../kit/testing/problem-of.ts";
import { Problem } from "../kit/problem.ts";
import { featureExamples, knownExamples, readFeature, readHoldOut, readKnown, readMetric } from "./expressions.ts";

describe("the definition of a feature", () => {
  it.each<[string, object]>([
    ["count", { kind: "count" }],
    ["count by author", { kind: "count", by: "author" }],
    ["count where a > 0 and b = 1 by author", { kind: "count", by: "author", where: { kind: "and" } }],
    ["sum of sales_value", { kind: "sum", column: "sales_value" }],
    ["mean  of   rating", { kind: "mean", column: "rating", text: "mean of rating" }],
    ["last of price where price > 0", { kind: "last", column: "price", where: { kind: "compare" } }],
    ["distinct basket_id", { kind: "distinct", column: "basket_id" }],
    ["distinct of basket_id", { kind: "distinct", column: "basket_id" }],
    ["time since by type", { kind: "timeSince", by: "type" }],
    ["score of bought-before", { kind: "score", retriever: "bought-before" }],
    ["now - published", { kind: "age", column: "published" }],
    ["value of price", { kind: "value", column: "price" }],
    ["count where brand = 'sold  by weight'", { where: { value: "sold  by weight" } }],
    ["count where brand = 'it''s  a  b' by brand", { by: "brand", where: { value: "it's  a  b" } }],
  ])("is read from `%s`", (text, parts) => {
    expect(readFeature(text)).toMatchObject(parts);
  });

  it.each(featureExamples)("is read from the example `%s`", (text) => {
    expect(readFeature(text).text).toBe(text);
  });

  it.each([
    ["cuont where a > 0", "count where a > 0"],
    ["average of rating", "mean of rating"],
    ["som of price", "sum of price"],
    ["count of basket_id", "distinct basket_id"],
    ["time snice where a > 0", "time since where a > 0"],
  ])("is guessed: `%s` was meant as `%s`", (text, meant) => {
    expect(problemOf(() => readFeature(text))).toMatchObject({
      code: "design/malformed-feature",
      fix: expect.stringContaining(`\`${meant}\``) as string,
    });
  });

  it.each(["", "banana", "count quantity", "sum of", "mean of rating by", "score of", "max of x"])(
    "is refused: `%s`",
    (text) => {
      expect(problemOf(() => readFeature(text)).code).toBe("design/malformed-feature");
    },
  );
});

describe("when an event was known", () => {
  it("is a column, another one where it is missing, and a delay", () => {
    expect(knownExamples.map(readKnown)).toMatchObject([
      { column: "received_at" },
      { column: "received_at", orElse: "rated_at" },
      { column: "rated_at", plusSeconds: 21_600 },
    ]);
  });

  it.each(["", "a b", "a or", "a + 6", "a + -6h", "1a", "a or b or c"])("is refused: `%s`", (text) => {
    expect(() => readKnown(text)).toThrow(Problem);
  });
});

describe("the held-out part", () => {
  it("is a share or a stretch", () => {
    expect(readHoldOut("last 10%")).toMatchObject({ share: 0.1 });
    expect(readHoldOut("28d")).toMatchObject({ seconds: 2_419_200 });
  });

  it.each(["last 0%", "last 100%", "last 150%", "last 0d", "last -3d", "last 10% relative", "first 10%", "last"])(
    "is refused: `%s`",
    (text) => {
      expect(() => readHoldOut(text)).toThrow(Problem);
    },
  );
});

describe("the name of a metric", () => {
  it.each<[string, object]>([
    ["ndcg@10", { name: "ndcg", cutoff: 10 }],
    ["errorRate", { name: "errorRate" }],
    ["latency p5", { percentile: 0.05 }],
    ["latency p50", { percentile: 0.5 }],
    ["latency p99", { percentile: 0.99 }],
    ["latency p99.9", { percentile: 0.999 }],
    ["latency p999", { percentile: 0.999 }],
    ["latency p9999", { percentile: 0.9999 }],
  ])("is read from `%s`", (text, parts) => {
    const read = readMetric(text);
    expect(read).toMatchObject({ text, ...parts });
    expect(Object.keys(read)).toHaveLength(new Set(["text", "name", ...Object.keys(parts)]).size);
  });

  it.each([
    ["", "metric"],
    ["ndcg@0", "no items"],
    ["ndcg@", "name a metric"],
    ["ndcg@-1", "name a metric"],
    ["ndcg@9999999", "name a metric"],
    ["latency", "which percentile"],
    ["latency@10", "which percentile"],
    ["latency p0", "no percentile"],
    ["latency p100", "no percentile"],
    ["latency p100.5", "no percentile"],
    ["latency p250", "no percentile"],
    ["ndcg p99", "is not a latency"],
    ["latncy p99", "is not a latency"],
  ])("is refused: `%s`", (text, why) => {
    expect(problemOf(() => readMetric(text))).toMatchObject({
      code: "design/malformed-metric",
      found: expect.stringContaining(why) as string,
    });
  });
});

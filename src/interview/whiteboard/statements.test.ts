import { describe, expect, it } from "vitest";
import { readBoard } from "./read-board.ts";
import { boardStatements } from "./statements.ts";

const of = (text: string) => boardStatements(readBoard(text), 7, 300);
const on = (topic: string, text: string) => of(text).filter((one) => one.topic === topic);

describe("what a drawing says", () => {
  it("takes a bare box for a mention and no more", () => {
    expect(on("feature-store", "[features: redis]")).toMatchObject([{ depth: [], from: "drawing", manner: "said" }]);
  });

  it("takes a number on a box for depth", () => {
    expect(on("caching", "[cache] TTL 5m")).toMatchObject([{ depth: ["number"], quantities: [{ value: 300 }] }]);
    expect(on("drift", "[drift monitor] PSI > 0.2")[0]!.quantities[0]).toMatchObject({ kind: "plain", value: 0.2 });
    expect(on("capacity", "[ranker] x4")[0]!.depth).toEqual(["number"]);
  });

  it("takes an arrow to a fallback and one back into training for mechanisms", () => {
    expect(on("fallback", "[ranker]\nranker ~> popular items")[0]).toMatchObject({
      depth: ["mechanism"],
      quote: { text: "ranker ~> popular items", start: 9, entry: 7, atSeconds: 300 },
    });
    expect(on("feedback-loop", "monitoring -.-> training")[0]!.depth).toEqual(["mechanism"]);
    expect(on("retraining", "[a] -> [b]")).toEqual([]);
  });

  it("reads what stands in a box of requirements", () => {
    const topics = of("[Requirements] { 10M users; p99 < 100 ms; CTR +2% }").map(({ topic, quote }) => [
      topic,
      quote.text,
    ]);
    expect(topics).toEqual([
      ["scale", "10M users"],
      ["latency-requirement", "p99 < 100 ms"],
      ["online-metrics", "CTR +2%"],
    ]);
  });

  it("speaks of the lines that were added, at offsets of their own text", () => {
    const added = "ranker: x8\nranker ~> popular items";
    const found = boardStatements(readBoard(added, readBoard("[ranker] x4 p99 30ms")), 3, 60);
    expect(found.map(({ topic }) => topic)).toEqual(["retrieval-and-ranking", "capacity", "fallback"]);
    for (const { quote, quantities } of found) {
      expect(added.slice(quote.start, quote.end)).toBe(quote.text);
      for (const { start, end, text } of quantities) expect(added.slice(start, end)).toBe(text);
    }
  });

  it("quotes the later line of one drawing that gives a box its numbers", () => {
    expect(on("capacity", "[ranker]\nranker: x8")[0]!.quote.text).toBe("ranker: x8");
  });

  it("leaves out topics that are not looked for", () => {
    expect(boardStatements(readBoard("[cache]"), 0, 0, [{ id: "drift" }])).toEqual([]);
  });
});

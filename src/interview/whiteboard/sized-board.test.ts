import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problems } from "../problems/index.ts";
import { boardDesign } from "./board-design.ts";
import { readBoard } from "./read-board.ts";
import { sizedBoard } from "./sized-board.ts";

const path =
  "[client] -> [gateway] 600/s p99 5ms x4 -> [features] p99 8ms x3 -> [ranker] p50 12ms p99 30ms x4 -> client";
const peak = (words: string) => ({ path: "requirements.scale.requests.peak", words });
const designOf = (text: string, ...facts: { path: string; words: string }[]) => boardDesign(readBoard(text), facts)!;

describe("a board as a design", () => {
  it("holds the path, its copies, its load and its fallback", () => {
    const { document, assumed } = designOf(`${path}\nranker ~> popular items`);
    const { serving, requirements } = document.design;
    expect(requirements!.scale!.requests!.peak!.perSecond).toBe(600);
    expect(serving!.path!.map(({ step, onFailure }) => [step, onFailure])).toEqual([
      ["gateway", "fail"],
      ["features", "fallback"],
      ["ranker", "fallback"],
    ]);
    expect(serving!.hardware!.map(({ replicas }) => replicas)).toEqual([4, 3, 4]);
    expect(serving!.fallback).toEqual(["popularity"]);
    expect(assumed.join("; ")).not.toContain("p99 of ranker");
  });

  it("lists what was taken because it was not drawn", () => {
    const { assumed } = designOf("[client] -> [gateway] -> [ranker]");
    expect(assumed).toContain("the p99 of ranker was not drawn: taken as 30 ms");
    expect(assumed).toContain("no load was drawn or said: taken as 100 requests/s");
    expect(assumed.some((one) => one.startsWith("the copies of ranker were not drawn"))).toBe(true);
  });

  it("takes what was told over what is drawn, and multiplies it by a change", () => {
    const rate = (...facts: { path: string; words: string }[]) =>
      designOf(path, ...facts).document.design.requirements!.scale!.requests!.peak!.perSecond;
    expect(rate(peak("3000/s"))).toBe(3000);
    expect(rate(peak("3000/s"), peak("5x"))).toBe(15_000);
    expect(rate(peak("5x"))).toBe(3000);
  });

  it("takes every fact that the problems tell", () => {
    for (const { id, facts, change } of problems) {
      const told = [...facts.flatMap(({ quantity }) => quantity ?? []), ...(change.changes ?? [])];
      const leftOut = designOf(path, ...told).assumed.filter((one) => one.includes("left out"));
      expect({ id, leftOut }).toEqual({ id, leftOut: [] });
    }
  });

  it("holds the whole p99 against a latency that was told", () => {
    const told = { path: "metrics.guardrails[2].target", words: "<= 10ms" };
    expect(sizedBoard(readBoard(path), [told])!.says.join(" ")).toContain("you asked for at most 10 ms");
  });

  it("leaves out a fact that a design cannot hold, and says so", () => {
    const { document, assumed } = designOf(path, { path: "serving.nonsense", words: "7" }, peak("900/s"));
    expect(document.design.requirements!.scale!.requests!.peak!.perSecond).toBe(900);
    expect(assumed.join("; ")).toContain("`serving.nonsense: 7` cannot stand in a design");
  });

  it("keeps what answers from a cache, and a deadline", () => {
    const { document } = designOf("[client] -> [gateway] 600/s timeout 200ms -> [cache] hits 80% TTL 5m -> [ranker]");
    expect(document.design.serving!.cache).toMatchObject({
      what: "response",
      hits: { share: 0.8 },
      for: { seconds: 300 },
    });
    expect(document.design.serving!.deadline!.seconds).toBe(0.2);
  });

  it("is none where no request path is drawn", () => {
    expect(boardDesign(readBoard("[Requirements] { 10M users }"))).toBeUndefined();
  });

  it("is always a design that can be parsed, whatever boxes are called", () => {
    const name = fc.oneof(
      fc.constantFrom("unknown", "none: x", "null", "~", "a\tb", "1e5"),
      fc.string({ minLength: 1, maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("", "p99 0ms", "x0", "p50 9s p99 1ms"),
        (names, numbers) => {
          const board = readBoard(
            `[client] -> ${names.map((one) => `[${one}] ${numbers}`).join(" -> ")}\n[q] ~> [${names[0]}]`,
          );
          const found = boardDesign(board, []);
          if (found) expect(found.document.design.serving!.path!.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("a board with its numbers", () => {
  const says = (text: string, ...facts: { path: string; words: string }[]) =>
    sizedBoard(readBoard(text), facts)!.says.join(" ");

  it("says what ten times the load does to the part that is short", () => {
    // 600/s × 13.0 ms mean of a lognormal with p50 12 and p99 30 ms ≈ 7.8 of 16 places, so ten times is about 500%.
    expect(says(path)).toMatch(
      /At 10 times 600\/s your ranker is at (4[89]|5[01])\d% of what four copies can do: what now\?/,
    );
  });

  it("says what is over already, and what breaks first", () => {
    expect(says(path)).toMatch(/What runs out first is ranker, at (1\.9|2|2\.1) times the load\./);
    expect(says(path, peak("3000/s"))).toContain("At 3000/s your ranker is at");
  });

  it("holds the p99 against what was asked for", () => {
    expect(says(`${path}\n[Requirements] { p99 < 100 ms }`)).toContain("within the 100 ms that you asked for");
    expect(says(`${path}\n[Requirements] { p99 < 10 ms }`)).toContain("and you asked for at most 10 ms");
  });
});

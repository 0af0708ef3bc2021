import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestThreshold } from "../architecture/cases.ts";
import { affordableCandidates } from "../architecture/budgets.ts";
import { defineDesign } from "../../design/parse.ts";
import { answerTo, document, proposalOf } from "../testing/answer.ts";
import { asInput, samples, type Plain } from "../testing/samples.ts";
import { listShare } from "../exploration-choice.ts";
import { recommendedLevel } from "./model-level.ts";

const designOf = (parts: Plain) => defineDesign(asInput(document(parts)));
const latency = (target: string): Plain => ({ guardrails: [{ metric: "latency p99", target }] });

describe("advice on the level of the model", () => {
  const rows = (count: number | string, more: Plain = {}): Plain => ({
    model: { train: { rows: count } },
    data: { labels: [{ name: "good", balance: "10%" }] },
    ...more,
  });
  it.for<[string, Plain, RegExp]>([
    ["begins with rules below ten positives for each of twenty inputs", rows(1900), /^Level 1/],
    ["is linear from there", rows(2000), /^Level 2/],
    ["takes trees from two hundred for each", rows(40_000), /^Level 3/],
    ["goes deep for raw text", rows("1M", { features: [{ name: "t", type: "text" }] }), /^Level 4/],
    [
      "goes deep for millions of items with outcomes for their vectors",
      rows("4B", { system: "feed", requirements: { scale: { items: "2M", users: "5M" } } }),
      /^Level 4/,
    ],
    ["writes with a language model", { system: "rag" }, /^Level 5/],
    [
      "stays linear where each decision must be explained",
      rows("1M", { requirements: { constraints: { interpretability: "high" } } }),
      /^Level 2/,
    ],
    [
      "stays with trees in a few milliseconds",
      rows("1M", { features: [{ name: "t", type: "text" }], metrics: latency("<= 8ms") }),
      /^Level 3/,
    ],
    ["stays linear below a millisecond", rows("1M", { metrics: latency("<= 0.5ms") }), /^Level 2/],
    [
      "stays with trees for one engineer",
      rows("1M", {
        features: [{ name: "t", type: "text" }],
        requirements: { constraints: { team: { engineers: 1 } } },
      }),
      /^Level 3/,
    ],
    ["asks for rows", {}, /^needs: model\.train\.rows/],
  ])("%s", ([, parts, expected]) => expect(answerTo("model-level", parts)).toMatch(expected));

  it("never falls with more rows, whatever else is said", () => {
    const parts = fc.record({
      few: fc.integer({ min: 1, max: 1e9 }),
      more: fc.integer({ min: 0, max: 1e9 }),
      balance: fc.integer({ min: 1, max: 99 }),
      base: fc.constantFrom(...Object.values(samples)),
    });
    const levelAt = (base: Plain, rows: number, balance: number) =>
      recommendedLevel(
        defineDesign(
          asInput({
            ...base,
            model: { ...(base["model"] as Plain), train: { rows } },
            data: { labels: [{ name: "l", balance: `${balance}%` }] },
            features: [],
          }),
        ),
      )!.level;
    fc.assert(
      fc.property(parts, ({ few, more, balance, base }) => {
        expect(levelAt(base, few + more, balance)).toBeGreaterThanOrEqual(levelAt(base, few, balance));
      }),
    );
  });
});

describe("advice on the architecture", () => {
  const scale = (items: number | string): Plain => ({ scale: { items } });
  it.for<[string, Plain, RegExp]>([
    [
      "ranks everything where there is little",
      { system: "feed", requirements: scale(300), metrics: latency("<= 80ms") },
      /^Rank all 300/,
    ],
    [
      "generates what can be ranked in half of the time",
      { system: "search", requirements: scale("10M"), metrics: latency("<= 80ms") },
      /^Generate 800 candidates/,
    ],
    [
      "treats a ranking of another kind in the same way",
      { system: "other", model: { formulation: "ranking" }, requirements: scale("1M"), serving: { deadline: "20ms" } },
      /^Generate 200/,
    ],
    ["asks for items and latency", { system: "recommendation" }, /^needs: requirements\.scale\.items, metrics/],
    [
      "acts by cost",
      {
        system: "fraud",
        requirements: { costOfErrors: { falsePositive: "15 $ per case", falseNegative: "120 $ per case" } },
      },
      /decision at 11\.1%/,
    ],
    ["says that costs decide where they are unknown", { system: "spam" }, /by the cost of each error/],
    [
      "prices clicks and holds an auction",
      { system: "ads", metrics: latency("<= 50ms") },
      /^Targeting to at most 500 ads, then click rate, then auction/,
    ],
    ["shades bids", { system: "bidding" }, /shading/],
    ["bounds prices", { system: "pricing" }, /^Demand model, then optimiser, then bounds/],
    ["cites", { system: "rag" }, /hybrid retrieval.*citations/],
    ["fuses and tracks", { system: "perception" }, /fuse, track/],
    ["shares a platform", { system: "platform" }, /gateway/],
    ["asks for the system", {}, /^needs: system/],
  ])("%s", ([, parts, expected]) => expect(answerTo("architecture", parts)).toMatch(expected));

  it("affords half of the time at 50 µs: 80 ms are 800, 7 ms are 70; at most 1000, at least 10", () => {
    expect([0.08, 0.007, 10, 0.0001].map(affordableCandidates)).toEqual([800, 70, 1000, 10]);
  });

  it("never ranks fewer candidates in more time", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-4, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (time, more) => {
          expect(affordableCandidates(time + more)).toBeGreaterThanOrEqual(affordableCandidates(time));
        },
      ),
    );
  });

  it("acts from alarm / (alarm + miss) on (Elkan 2001): 1 against 99 is one in a hundred", () => {
    expect(bestThreshold({ miss: 99, alarm: 1 })).toBe(0.01);
  });

  it("shares out exactly the candidates that ranking affords", () => {
    const { edits } = proposalOf("architecture", {
      system: "feed",
      requirements: scale("1M"),
      metrics: latency("<= 80ms"),
    });
    const takes = edits.find(({ path }) => path[1] === "retrieve")!.value as readonly { take: number }[];
    expect(takes.reduce((sum, { take }) => sum + take, 0)).toBe(800);
  });

  it("keeps the budgets of its steps within four fifths of the latency", () => {
    const { edits } = proposalOf("architecture", { system: "fraud", metrics: latency("<= 100ms") });
    const steps = edits.find(({ path }) => path[1] === "path")!.value as readonly { p99: string }[];
    expect(steps.reduce((sum, { p99 }) => sum + parseFloat(p99), 0)).toBeCloseTo(80, 6);
  });

  it("keeps the retriever whose score is a feature", () => {
    const parts = {
      system: "recommendation",
      requirements: scale("1M"),
      metrics: latency("<= 80ms"),
      features: [{ name: "s", is: "score of item-item" }],
    };
    const { edits } = proposalOf("architecture", parts);
    expect(edits.find(({ path }) => path[1] === "retrieve")!.value).toContainEqual(
      expect.objectContaining({ kind: "item-item" }),
    );
  });
});

describe("advice on exploration", () => {
  it.for<[string, Plain, RegExp]>([
    ["gives the last place of lists to chance", { system: "feed" }, /^Epsilon-slot: the last place of 5%/],
    [
      "tries nothing that cannot be undone",
      { system: "fraud", requirements: { costOfErrors: { reversible: false } } },
      /^None on people/,
    ],
    ["is careful where an error costs", { system: "fraud" }, /^Epsilon-greedy/],
    ["prefers near-best prices", { system: "pricing" }, /^Softmax/],
    ["keeps a posterior for each of few arms", { system: "ads", requirements: { scale: { items: 20 } } }, /^Thompson/],
    [
      "uses the context where there is one",
      { system: "ads", features: [{ name: "d", is: "request device" }] },
      /^Linucb/,
    ],
    [
      "asks little of a model otherwise",
      { system: "ads", requirements: { scale: { items: "5k" } } },
      /^Epsilon-greedy/,
    ],
    ["asks what a bad choice costs", {}, /^needs: requirements\.costOfErrors/],
  ])("%s", ([, parts, expected]) => expect(answerTo("exploration", parts)).toMatch(expected));

  it("works out the share: 1,000 items × 1,100 showings in a week at 100/s are 1.8%, so 2%", () => {
    expect(listShare(designOf({ requirements: { scale: { items: 1000, requests: { average: "100/s" } } } }))).toBe(
      0.02,
    );
  });
});

describe("advice on off-policy estimates", () => {
  const log = (share: string, average: string, items: number | string): Plain => ({
    requirements: { scale: { items, requests: { average } } },
    model: { explore: { policy: "epsilon-greedy", share } },
  });
  it.for<[string, Plain, RegExp]>([
    ["leans on a model where chance made few choices", log("1%", "0.01/s", 10), /^Judge a new policy by dm and dr/],
    ["switches where some chance is tiny", log("1%", "100/s", "1M"), /^Judge a new policy by switch/],
    ["weights where the log is large", log("10%", "100/s", 10), /^Judge a new policy by snips and dr and ips/],
    ["normalises and doubles otherwise", log("10%", "0.1/s", 10), /^Judge a new policy by snips and dr,/],
    [
      "reads the share of a list as well",
      { model: { rerank: [{ kind: "explore", policy: "epsilon-slot", share: "5%" }] } },
      /^Judge/,
    ],
    ["asks for chance", { model: { rerank: [{ kind: "rules", rules: [] }] } }, /^needs: model\.explore\.share/],
    [
      "asks for chance where its share is nothing",
      { model: { explore: { policy: "softmax", share: "0%" } } },
      /^needs/,
    ],
  ])("%s", ([, parts, expected]) => expect(answerTo("off-policy", parts)).toMatch(expected));
});

describe("advice on explanations", () => {
  it.for<[string, Plain, RegExp]>([
    ["names the rule", { system: "fraud", model: { level: 1 } }, /rule that fired/],
    ["multiplies coefficients", { system: "fraud", model: { level: 2 } }, /coefficient/],
    ["shares out what trees say", { system: "fraud", model: { level: 3 } }, /Shapley/],
    ["shows neighbours of a deep model's case", { system: "fraud", model: { level: 4 } }, /nearest labelled/],
    ["cites", { system: "rag" }, /citations/],
    ["replays", { system: "perception" }, /safety auditor: replay/],
    [
      "speaks to the regulator where rules apply",
      { system: "fraud", requirements: { constraints: { regulation: ["PSD2"] } } },
      /regulator/,
    ],
    ["asks who must understand", {}, /^needs: requirements\.constraints\.interpretability/],
  ])("%s", ([, parts, expected]) => expect(answerTo("explanation", parts)).toMatch(expected));
});

describe("advice on cold starts", () => {
  it.for(Object.entries(samples).filter(([, { system }]) => system))("has an answer for %s", ([, plain]) =>
    expect(answerTo("cold-start", { system: plain["system"]! })).not.toMatch(/^needs/),
  );
  it("asks for the system", () => expect(answerTo("cold-start", {})).toBe("needs: system"));
});

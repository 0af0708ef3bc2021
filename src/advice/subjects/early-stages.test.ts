import { describe, expect, it } from "vitest";
import { defineDesign } from "../../design/parse.ts";
import { answerTo, document, proposalOf } from "../testing/answer.ts";
import { asInput, samples, type Plain } from "../testing/samples.ts";
import { withEdits } from "../testing/write.ts";
import { casesPerGroup } from "./fairness.ts";
import { firstFeatures } from "./features.ts";
import { firstLabelsCost, windowFor } from "./labels.ts";
import { precisionAt } from "./metrics.ts";
import { personalInFeatures } from "./privacy.ts";
import { keepingOf, retentionNeeded } from "./storage.ts";

const designOf = (parts: Plain) => defineDesign(asInput(document(parts)));

describe("advice on whether to learn", () => {
  const why = { requirements: { whyMl: "Taste differs." } };
  it.for<[string, Plain, RegExp]>([
    ["learns where a reason is given", why, /^Learn it/],
    [
      "learns where people would be too many",
      { requirements: { scale: { requests: { average: "10/s" } } } },
      /^Learn it/,
    ],
    ["does not learn from a handful of outcomes", { ...why, model: { train: { rows: 40 } } }, /^Begin without/],
    [
      "does not learn where no error is tolerated",
      { requirements: { whyMl: "x", costOfErrors: "Must be 100% right" } },
      /^Begin without/,
    ],
    [
      "does not learn where rules are said to suffice",
      { requirements: { today: "Two rules are enough" } },
      /^Begin without/,
    ],
    [
      "does not learn where each decision must be explained and nothing speaks against rules",
      { requirements: { constraints: { interpretability: "high" } } },
      /^Begin without/,
    ],
    ["asks why where nothing is said", {}, /^needs: requirements\.whyMl/],
  ])("%s", ([, parts, expected]) => expect(answerTo("ml-or-not", parts)).toMatch(expected));

  it("counts people by hand: 10 requests a second are 864,000 a day, and one decides 840: 1028.6, in three digits", () => {
    const { reasons } = proposalOf("ml-or-not", { requirements: { scale: { requests: { average: "10/s" } } } });
    expect(reasons[0]!.because).toContain("1030 people");
  });
});

describe("advice on metrics", () => {
  const labelled = (balance: string): Plain => ({ system: "fraud", data: { labels: [{ name: "bad", balance }] } });
  it.for<[string, Plain, RegExp]>([
    [
      "orders lists by ndcg at the length that people see",
      { system: "feed", metrics: { offline: [{ metric: "ndcg@20" }] } },
      /ndcg@20.*recall@300/,
    ],
    ["adds the first right answer for search", { system: "search" }, /ndcg@10, recipRank/],
    ["judges prices as probabilities", { system: "ads" }, /logLoss, ece/],
    ["judges answers by what they rest on", { system: "rag" }, /groundedness/],
    ["judges objects by class and place", { system: "perception" }, /map/],
    ["keeps outliers from ruling a regression", { model: { formulation: "forecasting" } }, /mae, rmse/],
    ["judges rare outcomes by precision", labelled("0.2%"), /averagePrecision/],
    ["judges common outcomes by order and probability", labelled("40%"), /auc, logLoss/],
    ["asks for the task", {}, /^needs: model\.formulation, system/],
  ])("%s", ([, parts, expected]) => expect(answerTo("metrics", parts)).toMatch(expected));

  it("works out why accuracy and ROC mislead: 0.2% positives, 80% found, 1% false alarms (Bayes by hand)", () => {
    expect(precisionAt(0.002)).toBeCloseTo((0.002 * 0.8) / (0.002 * 0.8 + 0.998 * 0.01), 12);
    const said = proposalOf("metrics", labelled("0.2%"))
      .reasons.map(({ because }) => because)
      .join(" ");
    expect(said).toContain("99.8%");
    expect(said).toContain("13.8% of the alarms");
  });
});

describe("advice on labels", () => {
  const label = (facts: Plain, more: Plain = {}): Plain => ({
    system: "fraud",
    data: { labels: [{ name: "bad", ...facts }] },
    ...more,
  });
  it.for<[string, Plain, RegExp]>([
    ["waits as long as nine of ten outcomes take, up to the next usual window", label({ delay: "45d" }), /wait 60d/],
    ["does not shorten a longer window", label({ delay: "2d", window: "30d" }), /wait 30d/],
    ["lengthens one that is too short", label({ delay: "10d", window: "1d" }), /wait 14d/],
    [
      "corrects for delay where the pattern moves sooner",
      label({ delay: "45d" }, { requirements: { changes: "every week" } }),
      /correct for outcomes/,
    ],
    ["names the stated strategy", label({ delay: "1d", strategy: "two reviewers" }), /two reviewers/],
    ["asks for the delay", label({}), /^needs: data\.labels\[0\]\.delay/],
    ["asks for the system", {}, /^needs: system/],
  ])("%s", ([, parts, expected]) => expect(answerTo("labels", parts)).toMatch(expected));

  it("prices a first set: 200 positives at 1% are 20,000 labels, at 0.25 $ 5,000 $", () => {
    const design = designOf(label({ balance: "1%", cost: "0.25 $ per label" }));
    expect(firstLabelsCost(design, 0)).toEqual({ labels: 20_000, usd: 5000 });
  });

  it("never gives a shorter window for a longer delay", () => {
    const windows = [1, 3600, 86_400, 10 * 86_400, 45 * 86_400, 400 * 86_400].map(windowFor);
    expect(windows).toEqual([...windows].sort((a, b) => a - b));
  });
});

describe("advice on storage", () => {
  const source = (facts: Plain, more: Plain = {}): Plain => ({ data: { sources: [{ name: "s", ...facts }] }, ...more });
  it.for<[string, Plain, RegExp]>([
    ["streams what must be fresh", source({ freshness: "1m" }), /1 streaming/],
    [
      "streams for the sake of a feature",
      source({}, { features: [{ name: "f", from: "s", freshness: "30s" }] }),
      /1 streaming/,
    ],
    ["loads in batches what may be hours old", source({ kind: "table", freshness: "24h" }), /1 batch/],
    [
      "reads on request what only the request needs",
      source({}, { features: [{ name: "f", from: "s", computed: "on-demand" }] }),
      /1 on request/,
    ],
    ["asks for a source", {}, /^needs: data\.sources/],
  ])("%s", ([, parts, expected]) => expect(answerTo("storage", parts)).toMatch(expected));

  it("multiplies: 50/s of 200 bytes over 30 days are 25.92 GB", () => {
    expect(keepingOf(designOf(source({ volume: "50/s", rowBytes: "200B", retention: "30d" })), 0).bytes).toBe(
      25_920_000_000,
    );
  });

  it("keeps twice the longest window, so that the past can be rebuilt", () => {
    const design = designOf(
      source({}, { features: [{ name: "f", from: "s", over: "90d" }], model: { train: { on: "30d" } } }),
    );
    expect(retentionNeeded(design, "s").seconds).toBe(180 * 86_400);
  });

  it("says where pictures, documents and readings rest", () => {
    for (const [kind, where] of [
      ["images", /object store/],
      ["documents", /index/],
      ["stream", /ring/],
      ["table", /versioned/],
    ] as const)
      expect(keepingOf(designOf(source({ kind })), 0).where).toMatch(where);
  });
});

describe("advice on privacy", () => {
  const person = { name: "people", personal: ["age", "user_id"], entities: { user: "user_id" } };
  it.for<[string, Plain, RegExp]>([
    [
      "finds a personal column that reaches a feature",
      { data: { sources: [person] }, features: [{ name: "f", from: "people", is: "mean of age" }] },
      /^Keep age out/,
    ],
    ["asks only for erasure where none does", { data: { sources: [person] } }, /^Hash identifiers/],
    ["follows a promise as well", { requirements: { constraints: { privacy: ["GDPR"] } } }, /erase within 30d/],
    ["asks which columns are personal", {}, /^needs: data\.sources\[0\]\.personal/],
  ])("%s", ([, parts, expected]) => expect(answerTo("privacy", parts)).toMatch(expected));

  it("sees a personal column in a filter and in a group, and not in a count of persons", () => {
    const is = ["count where age > 60", "count by age", "distinct user_id", "count"];
    const features = is.map((text, i) => ({ name: `f${i}`, from: "people", is: text }));
    expect(
      personalInFeatures(designOf({ data: { sources: [person] }, features })).map(({ feature }) => feature),
    ).toEqual(["f0", "f1"]);
  });
});

describe("advice on fairness", () => {
  it.for(Object.entries(samples).filter(([, { system }]) => system && system !== "platform"))(
    "names who could be served worse in %s",
    ([, plain]) => {
      expect(answerTo("fairness", { system: plain["system"]! })).toMatch(/^Compare/);
    },
  );
  it("asks for the system", () => expect(answerTo("fairness", {})).toBe("needs: system"));
  it("counts cases: 1.96² · 2 · 0.1 · 0.9 / 0.02² = 1728.7", () => expect(casesPerGroup(0.1)).toBe(1729));
});

describe("advice on features", () => {
  const events = { name: "buys", kind: "events", entities: { user: "u", item: "i" }, time: "t" };
  it.for<[string, Plain, RegExp]>([
    [
      "counts for user, item and both",
      { system: "recommendation", data: { sources: [events] } },
      /user, item, interaction, context/,
    ],
    ["looks for bursts where cases are judged", { system: "fraud", data: { sources: [events] } }, /cross, graph/],
    [
      "uses the age of what a table holds",
      { data: { sources: [{ ...events, kind: "table" }] } },
      /1 features in 1 groups: item/,
    ],
    ["uses content", { data: { sources: [{ ...events, kind: "images" }] } }, /content/],
    ["asks for a source with entities", { data: { sources: [{ name: "s" }] } }, /^needs: data\.sources\[0\]\.name/],
  ])("%s", ([, parts, expected]) => expect(answerTo("features", parts)).toMatch(expected));

  it("gives each feature a name of its own, and a document that can be read", () => {
    const parts = { system: "fraud", data: { sources: [events, { ...events, name: "logins" }] } };
    const names = firstFeatures(designOf(parts)).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const written = withEdits(document(parts), proposalOf("features", parts).edits);
    expect(defineDesign(asInput(written)).features).toHaveLength(names.length);
  });
});

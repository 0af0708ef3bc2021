import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemText, Problem } from "../../kit/problem.ts";
import type { Metric } from "../metric.ts";
import { defineMetric } from "../metric.ts";
import { parseMetric } from "../parse-metric.ts";
import { metrics } from "./index.ts";

const perList = (text: string, gains: number[], idealGains: number[] = gains) => {
  const { metric, k } = parseMetric(text);
  return metric.perList!({ gains, idealGains }, k);
};
const overRows = (name: string, labels: number[], scores: number[]) =>
  parseMetric(name).metric.overRows!({ labels, scores });
const listMetrics = metrics.filter((metric) => metric.perList);

const aList = fc
  .record({ gains: fc.array(fc.nat(4), { maxLength: 15 }), missed: fc.array(fc.nat(4), { maxLength: 5 }) })
  .map(({ gains, missed }) => ({ gains, idealGains: [...gains, ...missed] }));
const aCutoff = fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined });

describe("every metric", () => {
  it("has a name as code and designs write it, and a definition that is a sentence", () => {
    expect(metrics.length).toBeGreaterThanOrEqual(10);
    for (const { name, definition } of metrics) {
      expect(name).toMatch(/^[a-z][A-Za-z]+$/);
      expect(definition).toMatch(/^[A-Z1−-].{40,}\.$/u);
    }
  });

  it("is refused when it is computed in no way, or in two", () => {
    const facts: Metric = { name: "none", definition: "Nothing.", higherIsBetter: true };
    expect(() => defineMetric(facts)).toThrow(/0 ways/);
    expect(() => defineMetric({ ...facts, perList: () => 1, overRows: () => 1 })).toThrow(/2 ways/);
  });
});

describe("a metric of single lists", () => {
  it("stays within 0 and 1, and skips exactly the lists without relevant items", () => {
    for (const metric of listMetrics) {
      fc.assert(
        fc.property(aList, aCutoff, (list, k) => {
          const value = metric.perList!(list, k);
          if (!list.idealGains.some((gain) => gain > 0)) return value === undefined;
          return value! >= 0 && value! <= 1 + 1e-12;
        }),
      );
    }
  });

  it("never falls when a relevant item moves up by one rank", () => {
    for (const metric of listMetrics) {
      fc.assert(
        fc.property(aList, aCutoff, fc.nat(20), ({ gains, idealGains }, k, at) => {
          if (at + 1 >= gains.length || gains[at]! >= gains[at + 1]!) return true;
          const better = gains.with(at, gains[at + 1]!).with(at + 1, gains[at]!);
          const [before, after] = [gains, better].map((order) => metric.perList!({ gains: order, idealGains }, k)!);
          return after! >= before! - 1e-12;
        }),
      );
    }
  });

  it("does not mind the order of the ideal gains, nor zeros among them", () => {
    for (const metric of listMetrics) {
      fc.assert(
        fc.property(aList, aCutoff, ({ gains, idealGains }, k) => {
          const other = [0, ...idealGains].toReversed();
          return Object.is(metric.perList!({ gains, idealGains }, k), metric.perList!({ gains, idealGains: other }, k));
        }),
      );
    }
  });
});

describe("ndcg", () => {
  // Documented examples of sklearn.metrics.ndcg_score, worked out by hand to more digits.
  it("equals scikit-learn's documented examples", () => {
    const ideal = [10, 0, 0, 1, 5];
    expect(perList("ndcg", [5, 1, 0, 0, 10], ideal)).toBeCloseTo(0.6957, 4);
    expect(perList("ndcg", [0, 0, 1, 10, 5], ideal)).toBeCloseTo(0.4937, 4);
    expect(perList("ndcg@4", [0, 0, 1, 10, 5], ideal)).toBeCloseTo(0.352, 4);
  });

  it("counts relevant items that were never retrieved in the ideal", () => {
    expect(perList("ndcg@2", [1, 0], [1, 1])).toBeCloseTo(1 / (1 + 1 / Math.log2(3)), 12);
  });

  it("is 1 for the best order, and only within the cut-off", () => {
    expect(perList("ndcg@3", [3, 2, 1, 0, 1])).toBeCloseTo(1, 12);
    expect(perList("ndcg@3", [3, 2, 0, 1, 1])).toBeLessThan(1);
  });
});

describe("the other metrics of single lists", () => {
  it("divide precision by k where the list is shorter", () => expect(perList("precision@10", [1, 1])).toBe(0.2));
  it("divide recall by all relevant items where those are more than k", () =>
    expect(perList("recall@1", [1, 1], [1, 1, 1, 1])).toBe(0.25));
  it("give map by hand: relevant at ranks 1 and 3 of 3 relevant", () =>
    expect(perList("map", [1, 0, 1], [1, 1, 1])).toBeCloseTo((1 + 2 / 3) / 3, 12));
  it("give recipRank 1/3 for a first hit at rank 3, and 0 where it is beyond the cut-off", () => {
    expect(perList("recipRank", [0, 0, 1])).toBeCloseTo(1 / 3, 12);
    expect(perList("recipRank@2", [0, 0, 1])).toBe(0);
  });
  it("give hitRate 1 or 0", () => {
    expect(perList("hitRate@2", [0, 2])).toBe(1);
    expect(perList("hitRate@1", [0, 2])).toBe(0);
  });
});

describe("coverage", () => {
  const coverage = (lists: number[][], k?: number) =>
    parseMetric("coverage").metric.overLists!({ lists, catalogueSize: 10 }, k);

  it("counts an item once, however many lists show it", () => expect(coverage([[1, 2], [2, 1], [1]])).toBe(0.2));
  it("sees only the first k ranks", () =>
    expect(
      coverage(
        [
          [1, 2, 3],
          [4, 5],
        ],
        1,
      ),
    ).toBe(0.2));
  it("is 0 where nothing was shown", () => expect(coverage([])).toBe(0));
});

describe("metrics of scored rows", () => {
  // Documented examples of sklearn.metrics.roc_auc_score, average_precision_score and log_loss.
  const labels = [0, 0, 1, 1];
  const scores = [0.1, 0.4, 0.35, 0.8];

  it("equal scikit-learn's documented examples", () => {
    expect(overRows("auc", labels, scores)).toBe(0.75);
    expect(overRows("averagePrecision", labels, scores)).toBeCloseTo(0.8333333, 7);
    expect(overRows("logLoss", [1, 0, 0, 1], [0.9, 0.1, 0.2, 0.65])).toBeCloseTo(0.21616, 5);
  });

  it("count ties in auc as one half, and take them together in averagePrecision", () => {
    expect(overRows("auc", [0, 1, 0, 1], [1, 1, 1, 1])).toBe(0.5);
    expect(overRows("averagePrecision", [0, 1, 0, 1], [1, 1, 1, 1])).toBe(0.5);
    expect(overRows("auc", [0, 1, 1], [0.5, 0.5, 0.9])).toBe(0.75);
  });

  it("keep auc equal to the share of pairs in the right order", () => {
    const row = fc.record({ label: fc.nat(1), score: fc.integer({ min: -3, max: 3 }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
        const pairs = rows.flatMap((a) =>
          rows.filter((b) => a.label === 1 && b.label === 0).map((b) => a.score - b.score),
        );
        const won = pairs.reduce((sum, gap) => sum + (gap > 0 ? 1 : gap === 0 ? 0.5 : 0), 0);
        const found = overRows("auc", rows.map(({ label }) => label), rows.map(({ score }) => score)); // prettier-ignore
        return pairs.length === 0 ? found === undefined : Math.abs(found! - won / pairs.length) < 1e-12;
      }),
    );
  });

  it("are undefined where the rows do not define them", () => {
    expect(overRows("auc", [1, 1], [0, 1])).toBeUndefined();
    expect(overRows("averagePrecision", [0], [1])).toBeUndefined();
    expect(overRows("logLoss", [], [])).toBeUndefined();
  });

  it("keep logLoss finite for a certain mistake: −ln 2⁻⁵²", () =>
    expect(overRows("logLoss", [1], [0])).toBeCloseTo(52 * Math.LN2, 9));

  it("refuse a score that is not a number", () => expect(() => overRows("auc", [0, 1], [1, NaN])).toThrow(/row 1/));
});

describe("parseMetric", () => {
  const problemOf = (text: string): string => {
    try {
      parseMetric(text);
    } catch (error) {
      if (error instanceof Problem) return problemText(error);
    }
    throw new Error(`${text} was taken`);
  };

  it("reads a name with and without a cut-off", () => {
    expect(parseMetric("ndcg@10")).toMatchObject({ text: "ndcg@10", k: 10, metric: { name: "ndcg" } });
    expect(parseMetric(" auc ")).toMatchObject({ text: "auc", k: undefined });
    expect(parseMetric("coverage@5").k).toBe(5);
  });

  it("names the metric that was meant, and lists what is known", () => {
    expect(problemOf("ncdg@10")).toMatch(/no metric called `ncdg`[^]*write `ndcg`; known are auc, [^]*recipRank/);
    expect(problemOf("novelty")).toMatch(/use another metric; known are/);
    expect(problemOf("")).toMatch(/known are/);
  });

  it("refuses cut-offs that are no whole numbers from 1 up, and cut-offs of metrics without ranks", () => {
    for (const text of ["ndcg@", "ndcg@0", "ndcg@-1", "ndcg@ten", "ndcg@1.5", "ndcg@10@5"]) {
      expect(problemOf(text), text).toMatch(/evaluation\/bad-cutoff/);
    }
    expect(problemOf("auc@10")).toMatch(/has no cut-off/);
  });
});

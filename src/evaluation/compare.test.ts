import { describe, expect, it } from "vitest";
import { seededRandom } from "../kit/random.ts";
import { compareRankers } from "./compare.ts";
import type { ListTruth, RankerLists } from "./list-values.ts";
import { releaseGate } from "./release-gate.ts";

const relevant = 3;
const shown = 20;

/** A ranker that puts a relevant item on each of 20 ranks with a probability that falls, or does not, with the rank. */
function plantedRanker(name: string, skill: number, unitCount: number): RankerLists {
  const random = seededRandom(`ranker ${name}`);
  const gainsPerList = Array.from({ length: unitCount * 2 }, () => {
    const order = Array.from({ length: shown }, (_, item) => ({
      item,
      key: random.exponential(item < relevant ? skill : 1),
    }));
    return order.sort((a, b) => a.key - b.key).map(({ item }) => (item < relevant ? 1 : 0));
  });
  return { name, gainsPerList };
}

function truthOf(unitCount: number): ListTruth {
  const lists = Array.from({ length: unitCount * 2 }, (_, list) => list);
  return { idealGainsPerList: lists.map(() => [1, 1, 1]), units: lists.map((list) => list >> 1) };
}

const popularity = plantedRanker("popularity", 1.5, 200);
const better = plantedRanker("better", 3, 200);
const same = plantedRanker("same", 1.5, 200);
const truth = truthOf(200);
const random = seededRandom("gate");
const gate = { baseline: popularity, truth, metric: "ndcg@10", random, repetitions: 500 };

describe("compareRankers", () => {
  const rankers = [popularity, better, same];
  const rows = compareRankers(rankers, truth, {
    metrics: ["ndcg@10", "recall@5"],
    baseline: "popularity",
    random: seededRandom(1),
    repetitions: 300,
  });

  it("gives a row for every metric and ranker, in that order", () => {
    expect(rows.map(({ metric, ranker }) => `${metric} ${ranker}`)).toEqual(
      ["ndcg@10", "recall@5"].flatMap((metric) => rankers.map(({ name }) => `${metric} ${name}`)),
    );
  });

  it("holds every ranker but the baseline itself against the baseline", () => {
    const [base, ahead, level] = rows;
    expect(base!.difference).toBeUndefined();
    expect(ahead!.difference!.interval.low).toBeGreaterThan(0);
    expect(level!.difference!.interval.low).toBeLessThan(0);
    expect(level!.difference!.interval.high).toBeGreaterThan(0);
    expect(ahead!.difference!.value).toBeCloseTo(ahead!.estimate.value - base!.estimate.value, 12);
  });

  it("does not move when another ranker joins", () => {
    const fewer = compareRankers([popularity, better], truth, {
      metrics: ["recall@5"],
      baseline: "popularity",
      random: seededRandom(1),
      repetitions: 300,
    });
    expect(fewer[1]).toEqual(rows[4]);
  });

  it("counts the lists that could not be judged", () => {
    const hollow = { ...truth, idealGainsPerList: truth.idealGainsPerList.with(0, []) };
    const options = { metrics: ["map"], baseline: "same", random, repetitions: 50 };
    const [row] = compareRankers([same], hollow, options);
    expect(row).toMatchObject({ skipped: 1, estimate: { count: 399, unitCount: 200 } });
  });

  it("refuses a metric that is no average over lists", () => {
    const options = { metrics: ["coverage"], baseline: "same", random };
    expect(() => compareRankers([same], truth, options)).toThrow(/not an average over lists/);
  });
});

describe("releaseGate", () => {
  it("releases a candidate whose whole interval is ahead, and says so with numbers", () => {
    const decision = releaseGate({ ...gate, candidate: better });
    expect(decision.released).toBe(true);
    expect(decision.because).toMatch(
      /^better differs from popularity by \+0\.\d{4} \[\+0\.\d{4}, \+0\.\d{4}; 95%\] in ndcg@10 \(relative: .*\), over 200 units: the whole interval is beyond zero\.$/,
    );
  });

  it("keeps back one that is level, worse, or the same", () => {
    const worse = plantedRanker("worse", 1, 200);
    for (const candidate of [same, worse, popularity]) {
      const { released, because } = releaseGate({ ...gate, candidate });
      expect(released, candidate.name).toBe(false);
      expect(because).toMatch(/not wholly beyond zero/);
    }
  });

  it("asks for a relative margin where one is given", () => {
    const lead = releaseGate({ ...gate, candidate: better }).difference.relative!.interval.low;
    const at = (minimumRelativeMargin: number) => releaseGate({ ...gate, candidate: better, minimumRelativeMargin });
    expect(at(lead - 0.03).released).toBe(true);
    const refused = at(lead + 0.03);
    expect(refused.released).toBe(false);
    expect(refused.because).toMatch(/not wholly beyond the \+\d+\.\d% that are asked for/);
    expect(refused.interval).toEqual(refused.difference.relative!.interval);
  });

  it("trusts no interval over a handful of units", () => {
    const few = { candidate: plantedRanker("few", 9, 10), baseline: plantedRanker("base", 1, 10), truth: truthOf(10) };
    const decision = releaseGate({ ...gate, ...few });
    expect(decision).toMatchObject({ released: false, because: expect.stringMatching(/10 units, and below 30/) });
    expect(releaseGate({ ...gate, ...few, minimumUnits: 10 }).released).toBe(true);
  });

  it("lets a candidate that is no better through at most about 2.5% of the time", () => {
    let released = 0;
    for (let trial = 0; trial < 120; trial++) {
      const [candidate, baseline] = ["a", "b"].map((side) => plantedRanker(`${side}${trial}`, 2, 40));
      const question = { ...gate, candidate: candidate!, baseline: baseline!, truth: truthOf(40), repetitions: 200 };
      if (releaseGate(question).released) released++;
    }
    expect(released).toBeLessThanOrEqual(8);
  });
});

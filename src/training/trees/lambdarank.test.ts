import { array, assert, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { lambdaRank } from "./lambdarank.ts";
import { metricFor } from "./metric.ts";
import { completeTreeOptions, type TreeOptions } from "./options.ts";
import { rankOrder } from "./rank-order.ts";

interface Derivatives {
  gradient: Float64Array;
  hessian: Float64Array;
}

function derivatives(
  labels: number[],
  scores: number[],
  options: Partial<TreeOptions> = {},
  weights?: number[],
): Derivatives {
  const rows = {
    matrix: new Float32Array(labels.length),
    rowCount: labels.length,
    featureCount: 1,
    labels: Float32Array.from(labels),
    groups: Int32Array.of(labels.length),
    weights: weights && Float32Array.from(weights),
  };
  const gradient = new Float64Array(labels.length);
  const hessian = new Float64Array(labels.length);
  const complete = completeTreeOptions({ ...options, objective: "lambdarank" });
  lambdaRank(rows, complete).differentiate(Float64Array.from(scores), gradient, hessian);
  return { gradient, hessian };
}

const group = array(record({ label: integer({ min: 0, max: 4 }), score: integer({ min: -40, max: 40 }) }), {
  minLength: 1,
  maxLength: 60,
});

describe("lambdaRank", () => {
  it("gives the values worked by hand for two rows", () => {
    // Grades 1 and 0, scores 0 and 1: the wrong one leads. ΔNDCG = |1 − 0| (1 − 1/log2 3) / 1 = .36907;
    // over .01 + 1 it is .36542; σ(1) = .73106; λ = .26714; 2λ = .53429; factor log2(1.53429) / .53429 = 1.15572.
    const { gradient, hessian } = derivatives([1, 0], [0, 1]);
    expect(gradient[0]).toBeCloseTo(-0.26714 * 1.15572, 4);
    expect(gradient[1]).toBeCloseTo(0.26714 * 1.15572, 4);
    expect(hessian[0]).toBeCloseTo(0.26714 * 0.26894 * 1.15572, 4);
    const plain = derivatives([1, 0], [0, 1], { normaliseLambdas: false });
    expect(plain.gradient[1]).toBeCloseTo(0.73106 * 0.36907, 4);
  });

  it("pulls up as much as it pushes down, and never bends the wrong way", () => {
    assert(
      property(group, integer({ min: 1, max: 40 }), (rows, truncation) => {
        const scores = rows.map(({ score }) => score / 4);
        const { gradient, hessian } = derivatives(
          rows.map(({ label }) => label),
          scores,
          { truncation },
        );
        expect(gradient.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 8);
        expect(hessian.every((value) => value >= 0)).toBe(true);
      }),
    );
  });

  it("is silent where grades are all the same", () => {
    const { gradient, hessian } = derivatives([2, 2, 2], [3, 1, 2]);
    expect([...gradient, ...hessian]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("stays finite where scores are thousands apart", () => {
    const { gradient, hessian } = derivatives([0, 3, 1, 0], [5000, -5000, 4999, -4000]);
    expect([...gradient, ...hessian].every(Number.isFinite)).toBe(true);
    expect(gradient[1]).toBeLessThan(0);
  });

  it("leaves out pairs that lie wholly behind the truncation", () => {
    const { gradient } = derivatives([0, 0, 1, 0], [4, 3, 2, 1], { truncation: 1 });
    expect(gradient[1]).toBe(0);
    expect(gradient[3]).toBe(0);
    expect(gradient[2]).toBeLessThan(0);
  });

  it("scales with the weight of a row", () => {
    const once = derivatives([1, 0], [0, 1]);
    const twice = derivatives([1, 0], [0, 1], {}, [2, 1]);
    expect(twice.gradient[0]).toBeCloseTo(2 * once.gradient[0]!, 12);
    expect(twice.gradient[1]).toBe(once.gradient[1]);
  });
});

describe("rankOrder", () => {
  it("orders like a sort by falling score with ties by position, again and again", () => {
    assert(
      property(
        array(array(integer({ min: 0, max: 50 }), { minLength: 150, maxLength: 150 }), { minLength: 2, maxLength: 4 }),
        (rounds) => {
          const ranks = rankOrder(150);
          for (const round of rounds) {
            const scores = Float64Array.from(round);
            ranks.sort(scores, 0, 7);
            ranks.sort(scores, 7, 143);
            const sorted = (from: number, to: number) =>
              Array.from({ length: to - from }, (_, i) => from + i).sort((a, b) => scores[b]! - scores[a]! || a - b);
            expect([...ranks.order]).toEqual([...sorted(0, 7), ...sorted(7, 150)]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("the validation metric", () => {
  it("is NDCG as its definition says", () => {
    const random = seededRandom(2);
    const labels = Float32Array.of(3, 2, 3, 0, 1, 2, 0, 0);
    const rows = { matrix: new Float32Array(8), rowCount: 8, featureCount: 1, labels, groups: Int32Array.of(6, 2) };
    const metric = metricFor(rows, completeTreeOptions({ objective: "lambdarank", labelGain: "linear", ndcgAt: 6 }));
    // The well-known example: gains 3 2 3 0 1 2 in this order give DCG 6.861 of at most 7.141; the second group has none.
    const scores = Float64Array.of(6, 5, 4, 3, 2, 1, random.next(), random.next());
    expect(metric.measure(scores)).toBeCloseTo((0.961 + 1) / 2, 3);
  });
});

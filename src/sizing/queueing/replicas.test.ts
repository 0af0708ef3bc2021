import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { mmc } from "./mmc.ts";
import { replicasForPercentile, replicasForUtilisation } from "./replicas.ts";

const need = { arrivalsPerSecond: 600, serviceSeconds: 0.02 };

describe("replicas", () => {
  it("for a utilisation are load over utilisation, rounded up, and two at least", () => {
    expect(replicasForUtilisation(need, 0.6)).toBe(20);
    expect(replicasForUtilisation(need, 0.59)).toBe(21);
    expect(replicasForUtilisation({ ...need, concurrency: 4 }, 0.6)).toBe(5);
    expect(replicasForUtilisation({ arrivalsPerSecond: 1, serviceSeconds: 0.01 }, 0.6)).toBe(2);
    expect(replicasForUtilisation({ arrivalsPerSecond: 1, serviceSeconds: 0.01, atLeast: 1 }, 0.6)).toBe(1);
  });

  it("for a percentile are the fewest that meet it: one fewer does not", () => {
    const times = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 5000, noNaN: true }),
        times,
        fc.double({ min: 4.7, max: 20, noNaN: true }),
        (rate, service, factor) => {
          const target = { share: 0.99, responseSeconds: service * factor };
          const one = { arrivalsPerSecond: rate, serviceSeconds: service, atLeast: 1 };
          const replicas = replicasForPercentile(one, target);
          const p99 = (servers: number) => mmc({ ...one, servers }).responsePercentileSeconds(0.99);
          expect(p99(replicas)).toBeLessThanOrEqual(target.responseSeconds);
          if (replicas - 1 > rate * service) expect(p99(replicas - 1)).toBeGreaterThan(target.responseSeconds);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("cannot make a service faster than it is", () => {
    const problem = problemOf(() => replicasForPercentile(need, { share: 0.99, responseSeconds: 0.08 }));
    expect(problem.code).toBe("sizing/unreachable-target");
    expect(problem.found).toBe("the p99 of the service time alone is 92.1 ms, but 80 ms is wanted");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { erlangB, erlangC } from "./erlang.ts";
import { mm1, mmc } from "./mmc.ts";

const close = (value: number, wanted: number) => expect(value / wanted).toBeCloseTo(1, 9);

describe("Erlang B", () => {
  it.each([
    [1, 2, 1 / 5],
    [2, 3, 4 / 19],
    [3, 4, 27 / 131],
  ])("of %d erlangs on %d servers is the exact fraction", (load, servers, value) =>
    close(erlangB(load, servers), value),
  );

  it.each([
    [4.461, 10, 0.01],
    [12.03, 20, 0.01],
    [37.9, 50, 0.01],
    [84.06, 100, 0.01],
    [6.216, 10, 0.05],
  ])("loses at %d erlangs on %d servers the printed share %d", (load, servers, printed) => {
    // Traffic tables print the load to four digits for a given loss.
    expect(erlangB(load, servers) / printed).toBeCloseTo(1, 2);
  });

  it("stays finite with a hundred thousand servers", () => {
    expect(erlangB(100_000, 100_000)).toBeCloseTo(0.00252, 4);
  });
});

describe("Erlang C", () => {
  it.each([
    [1, 2, 1 / 3],
    [2, 3, 4 / 9],
    [0.7, 1, 0.7],
    [3, 4, 27 / 53],
  ])("of %d erlangs on %d servers is the exact fraction", (load, servers, value) =>
    close(erlangC(load, servers), value),
  );
});

describe("M/M/c", () => {
  it("gives the county hospital its printed hours: 2 patients an hour, 20 minutes each, 1 and 2 doctors", () => {
    // Hillier and Lieberman, Introduction to Operations Research, the hospital example: Wq 2/3 h and 1/24 h, W 1 h and 3/8 h.
    const hospital = { arrivalsPerSecond: 2, serviceSeconds: 1 / 3 };
    close(mm1(hospital).meanWaitSeconds, 2 / 3);
    close(mm1(hospital).meanResponseSeconds, 1);
    close(mmc({ ...hospital, servers: 2 }).meanWaitSeconds, 1 / 24);
    close(mmc({ ...hospital, servers: 2 }).meanResponseSeconds, 3 / 8);
    close(mmc({ ...hospital, servers: 2 }).meanQueueLength, 1 / 12);
  });

  it("has for one server an exponential response, so percentiles are logarithms", () => {
    const queue = mm1({ arrivalsPerSecond: 8, serviceSeconds: 0.1 });
    for (const share of [0.5, 0.9, 0.99, 0.9999])
      close(queue.responsePercentileSeconds(share), -Math.log(1 - share) / 2);
    close(queue.waitPercentileSeconds(0.99), Math.log(0.8 / 0.01) / 2);
    expect(queue.waitPercentileSeconds(0.15)).toBe(0);
  });

  it("is continuous where the wait decays as fast as the service", () => {
    const at = (load: number) =>
      mmc({ arrivalsPerSecond: load, serviceSeconds: 1, servers: 2 }).responsePercentileSeconds(0.99);
    expect(at(1) - at(1 - 1e-9)).toBeLessThan(1e-7);
    expect(at(1 + 1e-9) - at(1)).toBeLessThan(1e-7);
  });

  it("waits longer with more load and less with more servers, and never responds faster than it serves", () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), share, share, (servers, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const at = (load: number, more = 0) =>
          mmc({ arrivalsPerSecond: load * servers, serviceSeconds: 1, servers: servers + more });
        expect(at(low).meanWaitSeconds).toBeLessThanOrEqual(at(high).meanWaitSeconds);
        expect(at(high, 1).meanWaitSeconds).toBeLessThan(at(high).meanWaitSeconds);
        const p99 = at(high).responsePercentileSeconds(0.99);
        expect(at(low).responsePercentileSeconds(0.99)).toBeLessThanOrEqual(p99 + 1e-9);
        expect(p99).toBeGreaterThanOrEqual(Math.log(100) - 1e-9);
      }),
    );
  });

  it("says of more work than it can do how many servers would do", () => {
    const problem = problemOf(() => mmc({ arrivalsPerSecond: 200, serviceSeconds: 0.05, servers: 10 }));
    expect(problem.code).toBe("sizing/unstable-queue");
    expect(problem.found).toBe("10 servers serve at most 200 requests/s, but 200 arrive");
    expect(problem.fix).toContain("use 11 servers or more");
  });

  it("refuses numbers that cannot be", () => {
    for (const queue of [
      { arrivalsPerSecond: 0, serviceSeconds: 1 },
      { arrivalsPerSecond: 1, serviceSeconds: NaN },
      { arrivalsPerSecond: 1, serviceSeconds: 0.1, servers: 1.5 },
    ]) {
      expect(problemOf(() => mmc(queue)).code).toBe("sizing/out-of-range");
    }
    expect(problemOf(() => mm1({ arrivalsPerSecond: 1, serviceSeconds: 0.1 }).waitPercentileSeconds(1)).code).toBe(
      "sizing/out-of-range",
    );
  });
});

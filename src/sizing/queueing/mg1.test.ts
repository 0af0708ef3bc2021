import { describe, expect, it } from "vitest";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { hyperexponentialOf, lognormalOf } from "../distribution/fitted.ts";
import { ggc } from "./ggc.ts";
import { md1 } from "./md1.ts";
import { mg1 } from "./mg1.ts";
import { mm1, mmc } from "./mmc.ts";

const close = (value: number, wanted: number) => expect(value / wanted).toBeCloseTo(1, 9);
const exponential = { kind: "exponential", meanSeconds: 0.1 } as const;

describe("M/G/1", () => {
  it("waits ρ/(1 − ρ) · (1 + cv²)/2 services (Pollaczek–Khinchine)", () => {
    close(
      mg1({ arrivalsPerSecond: 8, service: { kind: "gamma", meanSeconds: 0.1, shape: 4 } }).meanWaitSeconds,
      4 * 0.625 * 0.1,
    );
    close(mg1({ arrivalsPerSecond: 5, service: lognormalOf(0.1, 3) }).meanWaitSeconds, 0.2);
    close(mg1({ arrivalsPerSecond: 9, service: hyperexponentialOf(0.1, 4) }).meanWaitSeconds, 9 * 2.5 * 0.1);
  });

  it("is M/M/1 for exponential service, percentiles too", () => {
    const [general, exact] = [
      mg1({ arrivalsPerSecond: 8, service: exponential }),
      mm1({ arrivalsPerSecond: 8, serviceSeconds: 0.1 }),
    ];
    close(general.meanResponseSeconds, exact.meanResponseSeconds);
    close(general.waitPercentileSeconds(0.99), exact.waitPercentileSeconds(0.99));
    expect(general.responsePercentileSeconds(0.99) / exact.responsePercentileSeconds(0.99)).toBeCloseTo(1, 5);
  });

  it("comes within 2% of the exact percentiles of M/D/1, though the gamma is only fitted", () => {
    for (const load of [5, 7, 9]) {
      const service = { kind: "deterministic", seconds: 0.1 } as const;
      const exact = md1({ arrivalsPerSecond: load, serviceSeconds: 0.1 }).responsePercentileSeconds(0.99);
      const fitted = mg1({ arrivalsPerSecond: load, service }).responsePercentileSeconds(0.99);
      expect(Math.abs(fitted / exact - 1)).toBeLessThan(0.02);
    }
  });

  it("is refused when more arrives than one server can do", () => {
    expect(problemOf(() => mg1({ arrivalsPerSecond: 10, service: exponential })).code).toBe("sizing/unstable-queue");
  });
});

describe("M/D/1", () => {
  it("waits half as long as M/M/1", () => {
    for (const load of [1, 5, 9.9]) {
      const queue = { arrivalsPerSecond: load, serviceSeconds: 0.1 };
      close(md1(queue).meanWaitSeconds, mm1(queue).meanWaitSeconds / 2);
    }
  });

  it("has Erlang's distribution of the wait (1909), written out for waits below two services", () => {
    const rate = 0.6;
    const first = (x: number) => 0.4 * Math.exp(rate * x);
    const second = (x: number) => 0.4 * (Math.exp(rate * x) - Math.exp(rate * (x - 1)) * rate * (x - 1));
    const queue = md1({ arrivalsPerSecond: rate, serviceSeconds: 1 });
    for (const x of [0.2, 0.5, 0.9]) expect(queue.waitPercentileSeconds(first(x))).toBeCloseTo(x, 8);
    for (const x of [1.1, 1.5, 1.9]) expect(queue.waitPercentileSeconds(second(x))).toBeCloseTo(x, 8);
  });

  it("has a mean that is the area above its distribution, at high load too", () => {
    const queue = md1({ arrivalsPerSecond: 0.95, serviceSeconds: 1 });
    const cells = 4000;
    let area = 0;
    for (let i = 0; i < cells; i++) area += queue.waitPercentileSeconds((i + 0.5) / cells) / cells;
    expect(area / queue.meanWaitSeconds).toBeCloseTo(1, 2);
  });
});

describe("Allen and Cunneen's approximation", () => {
  it("is exact for M/M/c and for the mean of M/G/1", () => {
    close(
      ggc({ arrivalsPerSecond: 35, service: exponential, servers: 4 }).meanWaitSeconds,
      mmc({ arrivalsPerSecond: 35, serviceSeconds: 0.1, servers: 4 }).meanWaitSeconds,
    );
    const service = lognormalOf(0.1, 2);
    close(
      ggc({ arrivalsPerSecond: 8, service, servers: 1 }).meanWaitSeconds,
      mg1({ arrivalsPerSecond: 8, service }).meanWaitSeconds,
    );
  });

  it("waits in proportion to the mean of both squared variations", () => {
    const of = (arrivalVariation: number) =>
      ggc({ arrivalsPerSecond: 35, arrivalVariation, service: exponential, servers: 4 }).meanWaitSeconds;
    close(of(3) / of(1), 2);
    expect(
      ggc({
        arrivalsPerSecond: 5,
        arrivalVariation: 0,
        service: { kind: "deterministic", seconds: 0.1 },
        servers: 1,
      }).responsePercentileSeconds(0.99),
    ).toBeCloseTo(0.1, 9);
  });

  it("says that it is an approximation", () => {
    expect(ggc({ arrivalsPerSecond: 35, arrivalVariation: 2, service: exponential, servers: 4 })).toMatchObject({
      exact: { means: false, percentiles: false },
    });
  });
});

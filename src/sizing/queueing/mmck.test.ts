import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erlangB } from "./erlang.ts";
import { mmc } from "./mmc.ts";
import { mmck } from "./mmck.ts";

const close = (value: number, wanted: number) => expect(value / wanted).toBeCloseTo(1, 9);

describe("a queue with a limit", () => {
  it("is Erlang B without places to wait", () => {
    close(
      mmck({ arrivalsPerSecond: 10, serviceSeconds: 1, servers: 15, queueLimit: 0 }).lossProbability,
      erlangB(10, 15),
    );
  });

  it("loses (1 − ρ)ρᴷ/(1 − ρᴷ⁺¹) with one server, and 1/(K + 1) at ρ = 1 (M/M/1/K)", () => {
    const loss = (arrivalsPerSecond: number) =>
      mmck({ arrivalsPerSecond, serviceSeconds: 1, queueLimit: 4 }).lossProbability;
    close(loss(0.5), (0.5 * 0.5 ** 5) / (1 - 0.5 ** 6));
    close(loss(2), 2 ** 5 / (2 ** 6 - 1));
    close(loss(1), 1 / 6);
  });

  it("is M/M/c when the limit is never reached, percentiles too", () => {
    const queue = { arrivalsPerSecond: 32, serviceSeconds: 0.1, servers: 4 };
    const [finite, endless] = [mmck({ ...queue, queueLimit: 400 }), mmc(queue)];
    close(finite.meanWaitSeconds, endless.meanWaitSeconds);
    close(finite.waitPercentileSeconds(0.99), endless.waitPercentileSeconds(0.99));
    expect(finite.responsePercentileSeconds(0.99) / endless.responsePercentileSeconds(0.99)).toBeCloseTo(1, 4);
  });

  it("settles at any load, and loses more with more of it", () => {
    const loads = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 30 }), fc.nat(50), (load, servers, queueLimit) => {
        const at = (arrivalsPerSecond: number) => mmck({ arrivalsPerSecond, serviceSeconds: 1, servers, queueLimit });
        expect(at(load).lossProbability).toBeLessThanOrEqual(at(load * 1.1).lossProbability);
        expect(at(load).utilisation).toBeLessThanOrEqual(1 + 1e-12);
        expect(at(load).meanQueueLength).toBeLessThanOrEqual(queueLimit + 1e-9);
      }),
    );
  });
});

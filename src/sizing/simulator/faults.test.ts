import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import type { Network, Step } from "./network.ts";
import { simulate } from "./simulate.ts";

const fixed = (seconds: number) => ({ kind: "deterministic", seconds }) as const;

function three(second: Partial<Step>, isDown: boolean): Network {
  const stations = ["a", "b", "c"].map((name) => ({
    name,
    servers: 10,
    service: fixed(0.01),
    ...(name === "b" && { isDown }),
  }));
  const steps = stations.map(({ name }) => ({ station: name, ...(name === "b" && second) }));
  return { stations, flows: [{ name: "all", arrivals: { kind: "poisson", perSecond: 100 }, steps }] };
}
const run = (second: Partial<Step>, isDown = true) =>
  simulate(three(second, isDown), { random: seededRandom("faults"), measureSeconds: 100, replications: 2 });

describe("a station that is down", () => {
  it("fails every request that has no fallback, and does no work", () => {
    const { flows, stations } = run({});
    expect(flows[0]!.failedShare.value).toBe(1);
    expect(stations[1]!.utilisation.value).toBe(0);
    expect(stations[1]!.refusedPerSecond.value).toBeCloseTo(100, -1);
  });

  it("fails none whose step has a fallback, and they go on to the next step", () => {
    const { flows, stations } = run({ fallback: fixed(0.005) });
    expect([flows[0]!.failedShare.value, flows[0]!.fallbackShare.value]).toEqual([0, 1]);
    expect(flows[0]!.responseSeconds.p50.value).toBeCloseTo(0.025, 3);
    expect(stations[2]!.throughputPerSecond.value).toBeGreaterThan(90);
  });

  it("leaves out the steps that the fallback makes needless", () => {
    const { flows, stations } = run({ fallback: fixed(0.005), fallbackSkips: 1 });
    expect(flows[0]!.fallbackShare.value).toBe(1);
    expect(flows[0]!.responseSeconds.p50.value).toBeCloseTo(0.015, 3);
    expect(stations[2]!.throughputPerSecond.value).toBe(0);
  });

  it("tries again where the step does, in vain", () => {
    const { flows, stations } = run({ retries: 1 });
    expect(flows[0]!.failedShare.value).toBe(1);
    expect(stations[1]!.refusedPerSecond.value).toBeCloseTo(200, -1);
  });

  it("serves everybody when it is up", () => {
    expect(run({ fallback: fixed(0.005), fallbackSkips: 1 }, false).flows[0]).toMatchObject({
      failedShare: { value: 0 },
      fallbackShare: { value: 0 },
    });
  });
});

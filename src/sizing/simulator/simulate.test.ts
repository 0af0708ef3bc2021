import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { batchCapacity, batching } from "../queueing/batching.ts";
import { mmc } from "../queueing/mmc.ts";
import { meanArrivalsPerSecond } from "./arrival-sampler.ts";
import type { Arrivals, Flow, Network, Station, Step } from "./network.ts";
import { simulate, type SimulateOptions } from "./simulate.ts";

const exponential = (meanSeconds: number) => ({ kind: "exponential", meanSeconds }) as const;
const fixed = (seconds: number) => ({ kind: "deterministic", seconds }) as const;

function one(
  station: Omit<Station, "name">,
  perSecond: number,
  step: Partial<Step> = {},
  flow: Partial<Flow> = {},
): Network {
  return {
    stations: [{ name: "a", ...station }],
    flows: [{ name: "all", arrivals: { kind: "poisson", perSecond }, steps: [{ station: "a", ...step }], ...flow }],
  };
}

const run = (network: Network, options: Partial<SimulateOptions> = {}) =>
  simulate(network, { random: seededRandom("test"), measureSeconds: 2000, replications: 5, ...options });

describe("a simulation", () => {
  const everything: Network = {
    stations: [
      {
        name: "features",
        servers: 2,
        service: { kind: "lognormal", p50Seconds: 0.01, p99Seconds: 0.05 },
        queueLimit: 50,
      },
      { name: "index", servers: 1, copies: 4, service: { kind: "gamma", meanSeconds: 0.005, shape: 2 } },
      {
        name: "ranker",
        servers: 1,
        batch: { maxSize: 8, maxWaitSeconds: 0.01, baseSeconds: 0.02, perItemSeconds: 0.002 },
      },
    ],
    flows: [
      {
        name: "visits",
        arrivals: { kind: "bursts", calmPerSecond: 50, burstPerSecond: 250, calmSeconds: 5, burstSeconds: 1 },
        deadlineSeconds: 0.5,
        steps: [
          { station: "features", cache: { hits: 0.3, seconds: fixed(0.001), alsoSkips: 1 } },
          { station: "index", timeoutSeconds: 0.05, retries: 1, backoff: exponential(0.01), fallback: fixed(0.001) },
          { station: "ranker", timeoutSeconds: 0.2, fallback: fixed(0) },
        ],
      },
      {
        name: "batch job",
        priority: 1,
        arrivals: { kind: "renewal", between: fixed(0.1) },
        steps: [{ station: "features" }],
      },
    ],
  };

  it("gives the same bytes for the same seed, and others for another", () => {
    const bytes = (seed: string) =>
      JSON.stringify(simulate(everything, { random: seededRandom(seed), measureSeconds: 20, replications: 2 }));
    expect(bytes("a")).toBe(bytes("a"));
    expect(bytes("a")).not.toBe(bytes("b"));
  });

  it("loses no request: what arrives completes, fails or is still inside", () => {
    for (const { arrivalsPerSecond, throughputPerSecond, failedShare } of run(everything, { measureSeconds: 300 })
      .flows) {
      const ended = throughputPerSecond.value / (1 - failedShare.value);
      expect(Math.abs(arrivalsPerSecond.value - ended) * 100).toBeLessThan(40);
    }
  });

  it("makes narrower intervals of more replications", () => {
    const width = (replications: number) => {
      const { low, high } = run(one({ servers: 1, service: exponential(1) }, 0.7), { replications }).flows[0]!
        .responseSeconds.mean.interval;
      return high - low;
    };
    expect(width(40)).toBeLessThan(width(5));
    expect(width(1)).toBe(Infinity);
  });

  it("gives up when a queue grows without end, and says when", () => {
    const problem = problemOf(() => run(one({ servers: 1, service: fixed(1) }, 2), { mostInSystem: 100 }));
    expect(problem.code).toBe("sizing/simulation-overflow");
    expect(problem.found).toMatch(/after \d+(\.\d+)? simulated seconds 100 requests are in the system/);
  });
});

describe("arrivals", () => {
  it.each<Arrivals>([
    { kind: "poisson", perSecond: 20 },
    { kind: "renewal", between: { kind: "gamma", meanSeconds: 0.05, shape: 3 } },
    { kind: "bursts", calmPerSecond: 5, burstPerSecond: 80, calmSeconds: 4, burstSeconds: 1 },
  ])("of kind $kind come at their mean rate of 20/s", (arrivals) => {
    expect(meanArrivalsPerSecond(arrivals)).toBeCloseTo(20, 9);
    const { interval } = run(one({ servers: 1, service: fixed(0) }, 1, {}, { arrivals })).flows[0]!.arrivalsPerSecond;
    expect(interval.low).toBeLessThan(20.2);
    expect(interval.high).toBeGreaterThan(19.8);
  });

  it("in bursts wait longer than Poisson arrivals of the same rate", () => {
    const bursts: Arrivals = { kind: "bursts", calmPerSecond: 5, burstPerSecond: 80, calmSeconds: 4, burstSeconds: 1 };
    const station = { servers: 1, service: exponential(0.03) };
    const meanWait = (network: Network) => run(network).stations[0]!.waitSeconds.mean.value;
    expect(meanWait(one(station, 1, {}, { arrivals: bursts }))).toBeGreaterThan(5 * meanWait(one(station, 20)));
  });
});

describe("timeouts", () => {
  it("take requests out of the queue, and leave a server at work to finish for nothing", () => {
    const { stations, flows } = run(one({ servers: 1, service: fixed(1) }, 0.9, { timeoutSeconds: 1.5 }));
    const [station, flow] = [stations[0]!, flows[0]!];
    expect(station.leftQueuePerSecond.value).toBeGreaterThan(0);
    expect(station.forNothingPerSecond.value).toBeGreaterThan(0);
    const gaveUp = station.leftQueuePerSecond.value + station.forNothingPerSecond.value;
    expect(gaveUp / flow.timeoutsPerSecond.value).toBeCloseTo(1, 2);
    expect(flow.responseSeconds.p999.value).toBeLessThanOrEqual(1.5 * 1.004);
  });

  it("with retries put more load on a slow station, as retries do", () => {
    const busy = (retries: number) =>
      run(one({ servers: 1, service: exponential(0.5) }, 1.2, { timeoutSeconds: 1, retries })).stations[0]!.utilisation
        .value;
    expect(busy(0)).toBeLessThan(busy(1));
    expect(busy(1)).toBeLessThan(busy(3));
  });

  it("end in a fallback where there is one, and in failure where not", () => {
    const slow = { servers: 10, service: fixed(1) };
    const answered = run(one(slow, 1, { timeoutSeconds: 0.2, retries: 1, fallback: fixed(0.05) })).flows[0]!;
    expect(answered.fallbackShare.value).toBe(1);
    expect(answered.failedShare.value).toBe(0);
    expect(answered.responseSeconds.p50.value / 0.45).toBeCloseTo(1, 2);
    expect(run(one(slow, 1, { timeoutSeconds: 0.2 })).flows[0]!.failedShare.value).toBe(1);
  });

  it("of a whole request, its deadline, fail it wherever it is", () => {
    const waiting = run(one({ servers: 50, service: exponential(1) }, 1, {}, { deadlineSeconds: 1 })).flows[0]!;
    expect(waiting.failedShare.interval.low).toBeLessThan(Math.exp(-1));
    expect(waiting.failedShare.interval.high).toBeGreaterThan(Math.exp(-1));
    const inFallback = run(
      one({ servers: 50, service: fixed(1) }, 1, { timeoutSeconds: 0.1, fallback: fixed(9) }, { deadlineSeconds: 5 }),
    );
    expect(inFallback.flows[0]!.failedShare.value).toBe(1);
    expect(inFallback.flows[0]!.deadlinesPerSecond.value).toBeCloseTo(1, 0);
  });
});

describe("a queue's limits", () => {
  it("turn away who finds it full, and a retry without pause finds it full again", () => {
    const full = { servers: 1, service: fixed(1), queueLimit: 2 };
    const plain = run(one(full, 2)).stations[0]!;
    const retried = run(one(full, 2, { retries: 2 })).stations[0]!;
    expect(plain.throughputPerSecond.value).toBeGreaterThan(0.9);
    expect(retried.refusedPerSecond.value / plain.refusedPerSecond.value).toBeCloseTo(3, 1);
  });

  it("shed the less important first", () => {
    const shed: Network = {
      stations: [{ name: "a", servers: 1, service: fixed(1), shed: { waiting: 3, fromPriority: 2 } }],
      flows: [
        { name: "people", arrivals: { kind: "poisson", perSecond: 0.6 }, steps: [{ station: "a" }], priority: 1 },
        { name: "robots", arrivals: { kind: "poisson", perSecond: 0.9 }, steps: [{ station: "a" }], priority: 2 },
      ],
    };
    const { flows, stations } = run(shed);
    expect(flows[0]!.failedShare.value).toBe(0);
    expect(flows[1]!.failedShare.value).toBeGreaterThan(0.3);
    expect(stations[0]!.shedPerSecond.value).toBeGreaterThan(0.2);
    expect(flows[0]!.responseSeconds.mean.value).toBeLessThan(flows[1]!.responseSeconds.mean.value);
  });
});

describe("batches", () => {
  const batch = { maxSize: 1000, maxWaitSeconds: 0, baseSeconds: 0.01, perItemSeconds: 0.001 };

  it("respond within the bound that Inoue (2021) proves, and close to it", () => {
    for (const perSecond of [20, 100, 400, 800]) {
      const { responseSeconds } = run(one({ servers: 1, batch }, perSecond), { measureSeconds: 200 }).flows[0]!;
      const bound = batching({
        arrivalsPerSecond: perSecond,
        baseSeconds: 0.01,
        perItemSeconds: 0.001,
        maxBatch: 1000,
      }).meanResponseBoundSeconds;
      expect(responseSeconds.mean.value).toBeLessThan(bound * 1.005);
      expect(responseSeconds.mean.value).toBeGreaterThan(bound * 0.9);
    }
  });

  it("are of one when few arrive, full when many do, and then serve their capacity", () => {
    const station = { servers: 1, queueLimit: 100, batch: { ...batch, maxSize: 16 } };
    expect(run(one(station, 1)).stations[0]!.batchSize.value).toBeCloseTo(1, 1);
    const pressed = run(one(station, 2000), { measureSeconds: 100 }).stations[0]!;
    expect(pressed.batchSize.value).toBeCloseTo(16, 6);
    expect(pressed.throughputPerSecond.value / batchCapacity({ ...batch, maxBatch: 16 })).toBeCloseTo(1, 2);
    expect(pressed.utilisation.value).toBeCloseTo(1, 3);
  });

  it("wait for company no longer than they may", () => {
    const patient = { ...batch, maxSize: 4, maxWaitSeconds: 0.5 };
    const { waitSeconds, batchSize } = run(one({ servers: 20, batch: patient }, 3)).stations[0]!;
    expect(waitSeconds.p999.value).toBeLessThanOrEqual(0.5 * 1.004);
    expect(batchSize.value).toBeGreaterThan(1.5);
    expect(
      run(one({ servers: 20, batch: patient }, 300), { measureSeconds: 100 }).stations[0]!.waitSeconds.p99.value,
    ).toBeLessThan(0.1);
  });
});

describe("a cache", () => {
  it("can answer for the steps after it too", () => {
    const network: Network = {
      stations: [
        { name: "a", servers: 9, service: fixed(1) },
        { name: "b", servers: 9, service: fixed(1) },
      ],
      flows: [
        {
          name: "all",
          arrivals: { kind: "poisson", perSecond: 1 },
          steps: [{ station: "a", cache: { hits: 0.4, seconds: fixed(0.5), alsoSkips: 1 } }, { station: "b" }],
        },
      ],
    };
    const { responseSeconds } = run(network).flows[0]!;
    expect(responseSeconds.mean.value).toBeCloseTo(0.4 * 0.5 + 0.6 * 2, 1);
    expect(responseSeconds.p90.value / 2).toBeCloseTo(1, 2);
  });
});

describe("a network that cannot be simulated", () => {
  const sound = one({ servers: 1, service: fixed(1) }, 0.5);

  it.each<[string, Network]>([
    ["the network has no traffic", { ...sound, flows: [] }],
    [
      "a step visits b, which is no station of the network",
      one({ servers: 1, service: fixed(1) }, 1, { station: "b" }),
    ],
    ["station a has no service time", one({ servers: 1 }, 1)],
    ["two stations are called a", { ...sound, stations: [...sound.stations, ...sound.stations] }],
    ["servers is 0", one({ servers: 0, service: fixed(1) }, 1)],
    ["hits is 2", one({ servers: 1, service: fixed(1) }, 1, { cache: { hits: 2, seconds: fixed(0) } })],
    ["perSecond is 0", one({ servers: 1, service: fixed(1) }, 0)],
    [
      "burstSeconds is 0",
      one(
        { servers: 1, service: fixed(1) },
        1,
        {},
        { arrivals: { kind: "bursts", calmPerSecond: 1, burstPerSecond: 2, calmSeconds: 1, burstSeconds: 0 } },
      ),
    ],
  ])("is refused: %s", (found, network) => {
    expect(problemOf(() => run(network)).found).toContain(found);
  });

  it("is refused when the options are not numbers it can use", () => {
    expect(problemOf(() => run(sound, { measureSeconds: 0 })).code).toBe("sizing/out-of-range");
    expect(problemOf(() => run(sound, { replications: 0 })).code).toBe("sizing/out-of-range");
  });
});

describe("the two engines", () => {
  it("agree on the 99th percentile below the knee", () => {
    for (const perSecond of [60, 100, 140]) {
      const queue = { arrivalsPerSecond: perSecond, serviceSeconds: 0.02, servers: 4 };
      const network = one({ servers: 4, service: exponential(0.02) }, perSecond);
      const { interval } = run(network, { measureSeconds: 300, confidence: 0.999 }).flows[0]!.responseSeconds.p99;
      const theory = mmc(queue).responsePercentileSeconds(0.99);
      expect(interval.low).toBeLessThan(theory * 1.004);
      expect(interval.high).toBeGreaterThan(theory * 0.996);
    }
  });
});

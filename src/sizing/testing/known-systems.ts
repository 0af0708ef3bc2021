import { bisectRising } from "../bisect.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { hyperexponentialOf, lognormalOf } from "../distribution/fitted.ts";
import { rawMoments } from "../distribution/moments.ts";
import { forkJoin } from "../queueing/fork-join.ts";
import { md1 } from "../queueing/md1.ts";
import { mg1 } from "../queueing/mg1.ts";
import { mmc } from "../queueing/mmc.ts";
import { mmck } from "../queueing/mmck.ts";
import { retryAmplification } from "../queueing/retries.ts";
import type { Flow, Station } from "../simulator/network.ts";
import { p99, response, utilisation, wait, type KnownSystem } from "./known-system.ts";

const exponential: Distribution = { kind: "exponential", meanSeconds: 1 };
const loads = [0.3, 0.5, 0.7, 0.8, 0.9];

/** 200 systems that theory knows, of every kind that it does. */
export function knownSystems(): KnownSystem[] {
  return [
    ...each([1, 2, 3, 5, 10, 20, 40, 100], loads, erlangSystem),
    ...each(Object.keys(services), [0.2, ...loads], singleServer),
    ...each([1, 4], [0.5, 0.8, 1, 1.5], (servers, load) =>
      [0, 5, 20].map((limit) => lossSystem(servers, load, limit)),
    ).flat(),
    ...each([2], [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], forkJoinSystem),
    ...each([4, 8, 16], [0.3, 0.6, 0.8], forkJoinSystem),
    ...each(Object.keys(priorityServices), [0.5, 0.7, 0.9], (service, load) =>
      [0.2, 0.5, 0.8].map((share) => prioritySystem(service, load, share)),
    ).flat(),
    ...each(["erlang", "hyperexponential"], loads, renewalSystem),
    ...each([1, 4], loads, tandemSystem),
    ...each([0.2, 0.5, 0.8], [0.5, 0.8], cachedSystem),
    ...each([0, 1, 2, 3], [0.5, 1, 2, 3], retrySystem),
  ];
}

function each<A, B, Out>(firsts: readonly A[], seconds: readonly B[], make: (first: A, second: B) => Out): Out[] {
  return firsts.flatMap((first) => seconds.map((second) => make(first, second)));
}

function flow(perSecond: number, stations: readonly string[], more: Partial<Flow> = {}): Flow {
  return {
    name: "all",
    arrivals: { kind: "poisson", perSecond },
    steps: stations.map((station) => ({ station })),
    ...more,
  };
}

const station = (servers: number, service: Distribution, more: Partial<Station> = {}): Station => ({
  name: "a",
  servers,
  service,
  ...more,
});

function erlangSystem(servers: number, load: number): KnownSystem {
  const arrivalsPerSecond = load * servers;
  const theory = mmc({ arrivalsPerSecond, serviceSeconds: 1, servers });
  return {
    name: `M/M/${servers} at ${load}`,
    network: { stations: [station(servers, exponential)], flows: [flow(arrivalsPerSecond, ["a"])] },
    arrivalsPerSecond,
    known: [
      // Where hardly anybody waits, a mean over those few says nothing.
      ...(theory.waitProbability > 1e-3 ? [wait(theory.meanWaitSeconds)] : []),
      p99(theory.responsePercentileSeconds(0.99)),
      utilisation(load),
    ],
  };
}

/** All of mean 1. */
const services: Readonly<Record<string, Distribution>> = {
  deterministic: { kind: "deterministic", seconds: 1 },
  "Erlang of 2": { kind: "gamma", meanSeconds: 1, shape: 2 },
  "gamma of 0.5": { kind: "gamma", meanSeconds: 1, shape: 0.5 },
  lognormal: lognormalOf(1, 0.5),
  "wide lognormal": lognormalOf(1, 2),
  hyperexponential: hyperexponentialOf(1, 4),
  empirical: { kind: "empirical", valuesSeconds: [0.2, 0.4, 0.4, 1, 3] },
  shifted: { kind: "shifted", bySeconds: 0.5, rest: { kind: "exponential", meanSeconds: 0.5 } },
};

function singleServer(name: string, load: number): KnownSystem {
  const service = services[name]!;
  const fixed = service.kind === "deterministic";
  const exactP99 = fixed
    ? [p99(md1({ arrivalsPerSecond: load, serviceSeconds: 1 }).responsePercentileSeconds(0.99))]
    : [];
  return {
    name: `M/G/1, ${name}, at ${load}`,
    network: { stations: [station(1, service)], flows: [flow(load, ["a"])] },
    arrivalsPerSecond: load,
    known: [wait(mg1({ arrivalsPerSecond: load, service }).meanWaitSeconds), ...exactP99],
  };
}

function lossSystem(servers: number, load: number, queueLimit: number): KnownSystem {
  const arrivalsPerSecond = load * servers;
  const theory = mmck({ arrivalsPerSecond, serviceSeconds: 1, servers, queueLimit });
  const loss = theory.lossProbability;
  return {
    name: `M/M/${servers} with ${queueLimit} places to wait, at ${load}`,
    network: { stations: [station(servers, exponential, { queueLimit })], flows: [flow(arrivalsPerSecond, ["a"])] },
    arrivalsPerSecond,
    known: [
      ...(loss > 1e-4
        ? [
            {
              what: "loss",
              value: loss,
              read: ({ flows }) => flows[0]!.failedShare,
            } as const satisfies KnownSystem["known"][0],
          ]
        : []),
      response(theory.meanResponseSeconds),
      p99(theory.responsePercentileSeconds(0.99)),
    ],
  };
}

/** For more than two shards Nelson and Tantawi's approximation, which they found within 5%. */
function forkJoinSystem(shards: number, load: number): KnownSystem {
  const theory = forkJoin({ arrivalsPerSecond: load, serviceSeconds: 1, shards });
  return {
    name: `fork-join of ${shards} at ${load}`,
    network: { stations: [station(1, exponential, { copies: shards })], flows: [flow(load, ["a"])] },
    arrivalsPerSecond: load,
    known: [{ ...response(theory.meanResponseSeconds), tolerance: theory.exact ? 0 : 0.05 }],
  };
}

const priorityServices = {
  exponential,
  deterministic: services["deterministic"]!,
  hyperexponential: services["hyperexponential"]!,
};

/** Two classes, no interruption; Cobham (1954): W₁ = R/(1 − ρ₁), W₂ = R/((1 − ρ₁)(1 − ρ)), R = λE[S²]/2. */
function prioritySystem(name: string, load: number, urgentShare: number): KnownSystem {
  const service = priorityServices[name as keyof typeof priorityServices];
  const urgent = load * urgentShare;
  const left = (load * rawMoments(service).second) / 2;
  return {
    name: `M/G/1 with ${urgentShare * 100}% urgent, ${name}, at ${load}`,
    network: {
      stations: [station(1, service)],
      flows: [flow(urgent, ["a"], { name: "urgent" }), flow(load - urgent, ["a"], { priority: 5 })],
    },
    arrivalsPerSecond: load,
    known: [response(left / (1 - urgent) + 1, 0), response(left / ((1 - urgent) * (1 - load)) + 1, 1)],
  };
}

/** G/M/1: the wait is σ/(1 − σ), with σ the root of A*(1 − σ) below 1; Kleinrock vol. 1 (1975), §6.4. */
function renewalSystem(name: string, load: number): KnownSystem {
  const mean = 1 / load;
  const between: Distribution =
    name === "erlang" ? { kind: "gamma", meanSeconds: mean, shape: 3 } : hyperexponentialOf(mean, 3);
  const transform = (s: number) =>
    between.kind === "gamma"
      ? (1 + (s * mean) / 3) ** -3
      : between.kind === "hyperexponential"
        ? between.branches.reduce((sum, { weight, meanSeconds }) => sum + weight / (1 + s * meanSeconds), 0)
        : NaN;
  const sigma = bisectRising((x) => x - transform(1 - x), { low: 0, start: (0.999 * (1 + load)) / 2 });
  return {
    name: `G/M/1, ${name} arrivals, at ${load}`,
    network: {
      stations: [station(1, exponential)],
      flows: [flow(0, ["a"], { arrivals: { kind: "renewal", between } })],
    },
    arrivalsPerSecond: load,
    known: [wait(sigma / (1 - sigma)), utilisation(load)],
  };
}

/** Jackson: what leaves M/M/c is Poisson again, so each station is as if alone. */
function tandemSystem(servers: number, load: number): KnownSystem {
  const arrivalsPerSecond = load * servers;
  const first = mmc({ arrivalsPerSecond, serviceSeconds: 1, servers });
  const second = mmc({ arrivalsPerSecond, serviceSeconds: 0.5 / servers });
  return {
    name: `M/M/${servers}, then M/M/1, at ${load}`,
    network: {
      stations: [
        station(servers, exponential),
        { name: "b", servers: 1, service: { kind: "exponential", meanSeconds: 0.5 / servers } },
      ],
      flows: [flow(arrivalsPerSecond, ["a", "b"])],
    },
    arrivalsPerSecond,
    known: [response(first.meanResponseSeconds + second.meanResponseSeconds), wait(second.meanWaitSeconds, 1)],
  };
}

function cachedSystem(hits: number, load: number): KnownSystem {
  const arrivalsPerSecond = load / (1 - hits);
  const missed = mmc({ arrivalsPerSecond: load, serviceSeconds: 1 }).meanResponseSeconds;
  const cache = { hits, seconds: { kind: "deterministic", seconds: 0.01 } as const };
  return {
    name: `M/M/1 behind a cache with ${hits * 100}% hits, at ${load}`,
    network: {
      stations: [station(1, exponential)],
      flows: [flow(arrivalsPerSecond, [], { steps: [{ station: "a", cache }] })],
    },
    arrivalsPerSecond,
    known: [response(hits * 0.01 + (1 - hits) * missed), utilisation(load)],
  };
}

/** Servers for all: an attempt times out when its service alone is too long, with probability exp(−T). */
function retrySystem(retries: number, timeoutSeconds: number): KnownSystem {
  const theory = retryAmplification(Math.exp(-timeoutSeconds), retries);
  const arrivalsPerSecond = 5;
  return {
    name: `${retries} retries after ${timeoutSeconds} s, servers for all`,
    network: {
      stations: [station(500, exponential)],
      flows: [flow(arrivalsPerSecond, [], { steps: [{ station: "a", timeoutSeconds, retries }] })],
    },
    arrivalsPerSecond,
    known: [
      { what: "failed share", value: theory.failedShare, read: ({ flows }) => flows[0]!.failedShare },
      utilisation((arrivalsPerSecond * theory.amplification) / 500),
    ],
  };
}

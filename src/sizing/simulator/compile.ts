import type { Random } from "../../kit/random.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { samplerOf, type Sampler } from "../distribution/sampler.ts";
import { arrivalSampler } from "./arrival-sampler.ts";
import type { Flow, Network, Station, Step } from "./network.ts";

/** A network as numbers: copies of stations and steps of all flows are numbered through; −1 is none. */
export interface CompiledNetwork {
  readonly flows: readonly CompiledFlow[];
  readonly steps: readonly CompiledStep[];
  readonly copies: readonly CompiledCopy[];
  readonly priorities: number;
  /** Makes the samplers of all streams, from a generator. */
  samplers(random: Random): Sampler[];
}

export interface CompiledFlow {
  readonly arrivals: number;
  readonly firstStep: number;
  readonly endStep: number;
  readonly priority: number;
  readonly deadlineSeconds: number;
}

export interface CompiledStep {
  readonly firstCopy: number;
  readonly endCopy: number;
  readonly hits: number;
  /** Streams. */
  readonly hitDice: number;
  readonly hitTime: number;
  readonly backoff: number;
  readonly fallback: number;
  /** Steps to go on by after a fallback, this one included. */
  readonly fallbackGoesOn: number;
  /** Steps to go on by after a hit, this one included. */
  readonly hitSkips: number;
  readonly timeoutSeconds: number;
  readonly retries: number;
}

export interface CompiledCopy {
  /** Which station of the network. */
  readonly station: number;
  readonly servers: number;
  readonly service: number;
  readonly queueLimit: number;
  readonly shedWaiting: number;
  readonly shedFrom: number;
  /** 0 where the station takes requests one by one. */
  readonly batchSize: number;
  readonly batchWaitSeconds: number;
  readonly batchBaseSeconds: number;
  readonly batchItemSeconds: number;
}

type MakeSampler = (random: Random) => Sampler;

/** Collects the streams that a network needs, each named by what it is for. */
class Streams {
  private readonly made: MakeSampler[] = [];

  add(name: string, make: MakeSampler): number {
    return this.made.push((random) => make(random.stream(name))) - 1;
  }

  time(name: string, distribution: Distribution | undefined): number {
    return distribution ? this.add(name, (random) => samplerOf(distribution, random)) : -1;
  }

  samplers = (random: Random): Sampler[] => this.made.map((make) => make(random));
}

/** Numbers a network that `checkNetwork` has passed. */
export function compile({ stations, flows }: Network): CompiledNetwork {
  const streams = new Streams();
  const copies = stations.flatMap((station, at) => copiesOf(station, at, streams));
  const place = (name: string) => copies.findIndex(({ station }) => stations[station]!.name === name);
  const ranks = [...new Set(flows.map(({ priority = 0 }) => priority))].sort((a, b) => a - b);
  const steps: CompiledStep[] = [];
  const compiled = flows.map((flow): CompiledFlow => {
    const firstStep = steps.length;
    steps.push(...flow.steps.map((step, at) => compiledStep(step, `${flow.name}/${at}`, { place, copies, streams })));
    return {
      ...flowFacts(flow, streams),
      firstStep,
      endStep: steps.length,
      priority: ranks.indexOf(flow.priority ?? 0),
    };
  });
  const ranked = copies.map((copy) => ({ ...copy, shedFrom: ranks.filter((rank) => rank < copy.shedFrom).length }));
  return { flows: compiled, steps, copies: ranked, priorities: ranks.length, samplers: streams.samplers };
}

function flowFacts({ name, arrivals, deadlineSeconds = Infinity }: Flow, streams: Streams) {
  return { arrivals: streams.add(`arrivals ${name}`, (random) => arrivalSampler(arrivals, random)), deadlineSeconds };
}

function copiesOf(station: Station, at: number, streams: Streams): CompiledCopy[] {
  const { name, servers, service, copies = 1, shed, batch, isDown = false } = station;
  const queueLimit = isDown ? 0 : (station.queueLimit ?? Infinity);
  return Array.from({ length: copies }, (_, copy) => ({
    station: at,
    servers: isDown ? 0 : servers,
    service: streams.time(`service ${name}/${copy}`, service),
    queueLimit,
    shedWaiting: shed?.waiting ?? Infinity,
    shedFrom: shed?.fromPriority ?? Infinity,
    batchSize: batch?.maxSize ?? 0,
    batchWaitSeconds: batch?.maxWaitSeconds ?? 0,
    batchBaseSeconds: batch?.baseSeconds ?? 0,
    batchItemSeconds: batch?.perItemSeconds ?? 0,
  }));
}

interface Numbering {
  readonly place: (station: string) => number;
  readonly copies: readonly CompiledCopy[];
  readonly streams: Streams;
}

function compiledStep(step: Step, name: string, { place, copies, streams }: Numbering): CompiledStep {
  const firstCopy = place(step.station);
  const { station } = copies[firstCopy]!;
  return {
    firstCopy,
    endCopy: copies.findLastIndex((copy) => copy.station === station) + 1,
    hits: step.cache?.hits ?? 0,
    hitDice: step.cache ? streams.add(`hit ${name}`, (random) => random.next) : -1,
    hitTime: streams.time(`hit time ${name}`, step.cache?.seconds),
    hitSkips: 1 + (step.cache?.alsoSkips ?? 0),
    backoff: streams.time(`backoff ${name}`, step.backoff),
    fallback: streams.time(`fallback ${name}`, step.fallback),
    fallbackGoesOn: 1 + (step.fallbackSkips ?? 0),
    timeoutSeconds: step.timeoutSeconds ?? Infinity,
    retries: step.retries ?? 0,
  };
}

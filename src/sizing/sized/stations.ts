import type { Distribution } from "../distribution/distribution.ts";
import { replicasForUtilisation } from "../queueing/replicas.ts";
import { answerHits } from "./answer-hits.ts";
import { derived, figure, type Figure } from "./figure.ts";
import { isBought } from "./language-parts.ts";
import { unstatedMachine } from "./machine-cost.ts";
import { poolsOf, type Pool } from "./pools.ts";
import type { Sheet } from "./sheet.ts";
import { stepTimeOf, type PathStep, type StepTime } from "./step-times.ts";
import { trafficOf, type Traffic } from "./traffic.ts";

/** Where requests queue: one for each step, and one for each pool of machines that works beside the path. */
export interface SizedStation {
  readonly name: string;
  /** Place in `serving.path`; −1 for machines beside the path. */
  readonly step: number;
  readonly time: StepTime;
  /** Requests that are worked on at a time, in each copy; Infinity for a service that is bought. */
  readonly servers: number;
  /** Shards that are all asked; the slowest decides. */
  readonly shards: number;
  /** Other work of the same machines, in visits for each visit of the path, ≥ 0. */
  readonly otherWork: number;
  /** What runs out when this one is busy: a pool of machines, or the step itself. */
  readonly resource: string;
  readonly pool: Pool | undefined;
  /** Copies of the step or its machines; stated, or as many as the stated peak needs. */
  readonly replicas: Figure | undefined;
}

/** A design as requests see it: how many arrive, what the cache takes away, where the others queue. */
export interface SizedPath {
  readonly traffic: Traffic;
  /** Share of requests that a cache of whole answers takes, and where that is said. */
  readonly hits: Figure | undefined;
  readonly stations: readonly SizedStation[];
  readonly pools: readonly Pool[];
  /** Squared variation of the times between arrivals: 1 for people, 0 for the cycles of a device. */
  readonly arrivalVariation: 0 | 1;
  /** Share of capacity to be used at peak at most. */
  readonly targetUtilisation: Figure;
}

const acceleratorsAtOnce = 1;

/** @returns `undefined` where the design has no steps, or no load */
export function pathOf(sheet: Sheet): SizedPath | undefined {
  const steps = sheet.design.serving?.path ?? [];
  if (sheet.design.unsettled["serving.path"]?.kind === "none") return undefined;
  if (steps.length === 0) return sheet.lacks("the request path", "serving.path, with a budget for each step");
  const traffic = trafficOf(sheet);
  if (!traffic) return sheet.lacks("load, utilisation and latency", "requirements.scale.requests");
  const hits = answerHits(sheet);
  const pools = poolsOf(sheet);
  const missed = traffic.peak.value * (1 - (hits?.value ?? 0));
  const targetUtilisation = targetOf(sheet);
  const times = steps.map((step, at) => stepTimeOf(sheet, step, at));
  const facts = { sheet, pools, missed, steps, times, targetUtilisation };
  const all = [...pools, ...unstatedPools(facts)];
  const onPath = steps.map((_, at) => stationOf({ ...facts, pools: all }, at));
  const beside = pools.flatMap((pool) => besideOf(pool, traffic.peak) ?? []);
  const arrivalVariation = sheet.design.serving?.mode === "on-device" ? 0 : 1;
  return { traffic, hits, stations: [...unique(onPath), ...beside], pools, targetUtilisation, arrivalVariation };
}

interface Facts {
  readonly sheet: Sheet;
  readonly pools: readonly Pool[];
  /** Requests per second at the stated peak that no cache answers. */
  readonly missed: number;
  readonly steps: readonly PathStep[];
  readonly times: readonly StepTime[];
  readonly targetUtilisation: Figure;
}

function stationOf({ sheet, pools, steps, ...facts }: Facts, at: number): SizedStation {
  const step = steps[at]!;
  const time = facts.times[at]!;
  const shards = step.shards ?? 1;
  const common = { name: step.step, step: at, time, shards };
  if (isBought(sheet, step)) return { ...common, ...bought, resource: step.step };
  const pool = pools.find(({ steps: own }) => own.includes(step.step))!;
  const machines = { resource: pool.name, pool, replicas: pool.replicas };
  const measured = sheet.calibration?.steps[step.step];
  if (measured?.servers !== undefined) return { ...common, ...machines, servers: measured.servers, otherWork: 0 };
  const most =
    pool.utilisation && !measured ? facts.missed / pool.utilisation.value : mostOf({ steps, ...facts }, pool);
  return { ...common, ...machines, ...slotsFor(most, time.meanSeconds.value, pool.replicas.value / shards) };
}

const bought = { shards: 1, servers: Infinity, otherWork: 0, pool: undefined, replicas: undefined };

/**
 * Machines that can do `most` requests in a second have so many under way in a step as that many times its time. A
 * request holds one of these places; what the step itself does not fill is other work of the same machines, so that the
 * busy share is what it must be.
 */
function slotsFor(most: number, meanSeconds: number, copies: number): { servers: number; otherWork: number } {
  const places = most * meanSeconds;
  const servers = Math.max(1, Math.ceil(copies - 1e-9), Math.ceil(places - 1e-9));
  return { servers, otherWork: Math.max(0, servers / places - 1) };
}

/** Requests per second where no utilisation is stated: each holds one vCPU, or one accelerator, for as long as all steps take. */
function mostOf({ steps, times }: Pick<Facts, "steps" | "times">, { parts, replicas, steps: own }: Pool): number {
  const places = (parts.accelerators > 0 ? parts.accelerators * acceleratorsAtOnce : parts.vcpus) * replicas.value;
  return places / workOf({ steps, times }, own);
}

/** Seconds of work of one request in some steps, at all their shards. */
function workOf({ steps, times }: Pick<Facts, "steps" | "times">, own: readonly string[]): number {
  return steps.reduce(
    (sum, { step, shards = 1 }, at) => sum + (own.includes(step) ? shards * times[at]!.meanSeconds.value : 0),
    0,
  );
}

/**
 * Machines of steps of which none are stated: those with stated copies have their own, all others share one service
 * with as many copies as the stated peak needs.
 */
function unstatedPools({ sheet, pools, steps, ...facts }: Facts): Pool[] {
  const owned = new Set(pools.flatMap((pool) => pool.steps));
  const left = steps.flatMap((step, at) => (owned.has(step.step) || isBought(sheet, step) ? [] : [{ step, at }]));
  const own = left.filter(({ step }) => step.replicas !== undefined);
  const shared = left.filter(({ step }) => step.replicas === undefined).map(({ step }) => step.step);
  const one = (name: string, ofSteps: readonly string[], replicas: Figure): Pool => ({
    at: -1,
    name,
    parts: unstatedMachine(requestsAtOnce(sheet).value),
    replicas,
    utilisation: undefined,
    steps: ofSteps,
    role: "path",
  });
  const stated = own.map(({ step, at }) =>
    one(step.step, [step.step], sheet.stated(["serving", "path", at, "replicas"], step.replicas!, "copies")),
  );
  if (shared.length === 0) return stated;
  return [
    ...stated,
    one(shared.length === 1 ? shared[0]! : "service", shared, copiesOf({ sheet, pools, steps, ...facts }, shared)),
  ];
}

function copiesOf({ sheet, missed, targetUtilisation, ...facts }: Facts, shared: readonly string[]): Figure {
  const need = {
    arrivalsPerSecond: missed,
    serviceSeconds: workOf(facts, shared),
    concurrency: requestsAtOnce(sheet).value,
  };
  const needed = replicasForUtilisation(need, Math.min(0.999, targetUtilisation.value));
  const least = sheet.design.serving?.scaling?.least;
  if (least !== undefined && least >= needed) return sheet.stated(["serving", "scaling", "least"], least, "copies");
  return figure(needed, "copies", {
    kind: "assumed",
    what: `copies of ${shared.join(", ")}: as many as the stated peak needs`,
  });
}

export const requestsAtOnce = (sheet: Sheet): Figure =>
  sheet.assume("vCPUs of one copy", {
    value: 4,
    low: 2,
    high: 8,
    unit: "vCPU",
    why: "serving.hardware does not say what a step runs on; a request holds one vCPU while it is worked on",
  });

/** Machines beside the path whose utilisation is stated: they follow the load, and may run out first. */
function besideOf(pool: Pool, peak: Figure): SizedStation | undefined {
  if (pool.steps.length > 0 || pool.role === "offline" || !pool.utilisation) return undefined;
  const servers = Math.max(1, (pool.parts.accelerators || pool.parts.vcpus) * pool.replicas.value);
  const seconds = derived("s", [pool.utilisation, peak], (busy, rate) => (busy * servers) / rate);
  const distribution: Distribution = { kind: "exponential", meanSeconds: seconds.value };
  return {
    name: pool.name,
    step: -1,
    time: { p50Seconds: seconds, p99Seconds: seconds, meanSeconds: seconds, distribution },
    servers,
    shards: 1,
    otherWork: 0,
    resource: pool.name,
    pool,
    replicas: pool.replicas,
  };
}

function targetOf(sheet: Sheet): Figure {
  const on = sheet.design.serving?.scaling?.on ?? "";
  const percent = Number(/utili[sz]ation above (\d+(?:\.\d+)?)\s*%/i.exec(on)?.[1]);
  if (percent > 0 && percent < 100) return sheet.stated(["serving", "scaling", "on"], percent / 100, "share");
  return sheet.assume("utilisation to plan for", {
    value: 0.6,
    low: 0.5,
    high: 0.75,
    unit: "share",
    why: "leaves room for bursts, releases and one lost copy of three",
  });
}

/** Two steps of one name get their place behind it, so that networks and tables can tell them apart. */
function unique(stations: readonly SizedStation[]): SizedStation[] {
  const seen = new Map<string, number>();
  return stations.map((station) => {
    const count = (seen.get(station.name) ?? 0) + 1;
    seen.set(station.name, count);
    return count === 1 ? station : { ...station, name: `${station.name} ${count}` };
  });
}

import { setTimeout as sleep } from "node:timers/promises";
import { checkLoad, LOAD_LIMITS } from "./bounds.ts";
import type { GeneratorPlan, GeneratorProgress } from "./generator.ts";
import { startGenerator, type GeneratorOutcome } from "./generator-process.ts";
import { generatorHealth, saturation, type GeneratorHealth } from "./health.ts";
import { ERROR_KINDS, latenciesMillis, recordsFrom, type ErrorKind, type RequestRecords } from "./records.ts";
import { arrivalSchedule, type Schedule } from "./schedule.ts";
import { loadTimeline, type LoadSecond } from "./timeline.ts";

/** A load to offer. Give `seconds` or `requests`, the length of the judged part after the warm-up. */
export interface LoadFacts {
  /** Origin of a server on this machine, e.g. `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly path: string;
  /** JSON values, one per request. */
  readonly bodies: readonly unknown[];
  /** One body after the other (the default), or drawn with replacement. */
  readonly bodyOrder?: "cycled" | "sampled";
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Mean arrivals per second. */
  readonly perSecond: number;
  readonly seconds?: number;
  readonly requests?: number;
  readonly warmUpSeconds: number;
  readonly timeoutMillis: number;
  readonly seed: number | string;
  /** About once a second. */
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Runs beside the load from its first moment, to kill or change something; when it fails, the load ends and fails. */
  readonly during?: (moment: LoadMoment) => Promise<void>;
  readonly signal?: AbortSignal;
}

export interface LoadProgress extends GeneratorProgress {
  /** Requests of the whole run, warm-up included. */
  readonly planned: number;
  readonly secondsPassed: number;
}

/** The clock of a running load; seconds count from its start, warm-up included. */
export interface LoadMoment {
  secondsPassed(): number;
  /** Resolves when that second has come; rejects when the load ends before. */
  until(second: number): Promise<void>;
}

/** What came of a load; the warm-up is cut off. */
export interface LoadResult {
  readonly perSecond: number;
  readonly path: string;
  readonly warmUpSeconds: number;
  readonly timeoutMillis: number;
  readonly seed: number | string;
  readonly records: RequestRecords;
  /** From the intended time to the last byte, in order of intended time; see `latenciesMillis`. */
  readonly latencyMillis: Float64Array;
  readonly requests: number;
  readonly warmUpRequests: number;
  readonly errors: number;
  readonly errorsByKind: Readonly<Record<ErrorKind, number>>;
  readonly fallbacks: number;
  readonly timeline: readonly LoadSecond[];
  readonly generator: GeneratorHealth;
  /** Why this run cannot be judged; `saturation(generator, targetMillis)` is stricter where the target is known. */
  readonly saturated: string | undefined;
}

const HOPELESS_LAG_MILLIS = 1000;

/**
 * Offers an open-loop Poisson load from a process of its own and reports every request.
 *
 * @throws {Problem} `verify/load-not-loopback`, `verify/load-out-of-bounds`
 * @throws {Error} when the generator's process dies, or the signal aborts
 */
export async function offerLoad(facts: LoadFacts): Promise<LoadResult> {
  checkLoad(facts);
  const schedule = arrivalSchedule({
    ...facts,
    bodyCount: facts.bodies.length,
    bodyOrder: facts.bodyOrder ?? "cycled",
  });
  return loadResult(facts, schedule, await run(facts, schedule));
}

async function run(facts: LoadFacts, schedule: Schedule): Promise<GeneratorOutcome> {
  const planned = schedule.intendedMillis.length;
  let start = performance.now();
  const secondsPassed = (): number => (performance.now() - start) / 1000;
  const generator = startGenerator(generatorPlan(facts, schedule), (progress) =>
    facts.onProgress?.({ ...progress, planned, secondsPassed: secondsPassed() }),
  );
  const ended = new AbortController();
  const stop = (): void => generator.stop();
  facts.signal?.addEventListener("abort", stop, { once: true });
  const beside = async (): Promise<void> => {
    await generator.started;
    start = performance.now();
    await facts.during?.({
      secondsPassed,
      until: (second) => sleep(Math.max(0, second - secondsPassed()) * 1000, undefined, { signal: ended.signal }),
    });
  };
  try {
    facts.signal?.throwIfAborted();
    const [outcome] = await Promise.all([generator.outcome.finally(() => ended.abort()), beside()]);
    return outcome;
  } finally {
    facts.signal?.removeEventListener("abort", stop);
    generator.stop();
  }
}

function generatorPlan(facts: LoadFacts, schedule: Schedule): GeneratorPlan {
  return {
    url: facts.url,
    path: facts.path,
    method: facts.method ?? "POST",
    headers: facts.headers ?? {},
    bodies: facts.bodies.map((body) => JSON.stringify(body)),
    bodyIndex: schedule.bodyIndex,
    intendedMillis: schedule.intendedMillis,
    timeoutMillis: facts.timeoutMillis,
    inFlightLimit: LOAD_LIMITS.inFlight,
    hopelessLagMillis: HOPELESS_LAG_MILLIS,
  };
}

function loadResult(facts: LoadFacts, schedule: Schedule, { records: all, use }: GeneratorOutcome): LoadResult {
  const records = recordsFrom(all, schedule.firstJudged);
  const errorsByKind = countKinds(records);
  const generator = generatorHealth(records, use);
  return {
    perSecond: facts.perSecond,
    path: facts.path,
    warmUpSeconds: facts.warmUpSeconds,
    timeoutMillis: facts.timeoutMillis,
    seed: facts.seed,
    records,
    latencyMillis: latenciesMillis(records, facts.timeoutMillis),
    requests: records.intendedMillis.length,
    warmUpRequests: schedule.firstJudged,
    errors: records.intendedMillis.length - errorsByKind.none,
    errorsByKind,
    fallbacks: records.fallback.reduce((sum, flag) => sum + flag, 0),
    timeline: loadTimeline(records, facts.timeoutMillis, facts.warmUpSeconds * 1000),
    generator,
    saturated: saturation(generator),
  };
}

function countKinds(records: RequestRecords): Record<ErrorKind, number> {
  const counts = Object.fromEntries(ERROR_KINDS.map((kind) => [kind, 0])) as Record<ErrorKind, number>;
  for (const kind of records.errorKind) counts[ERROR_KINDS[kind]!]++;
  return counts;
}

import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readDecisionLog } from "../serving/read-decision-log.ts";
import { busySecondsMetric } from "../serving/metric-names.ts";
import type { Decision } from "../serving/decision.ts";
import { eventBodies, servingNow } from "./probe-events.ts";
import { offerLoad, type LoadResult } from "./load/offer-load.ts";
import { offerRecommendations } from "./recommend-load.ts";
import { steadily } from "./steadily.ts";
import type { TestBench } from "./test-bench.ts";

/** What was seen while a stated load was offered: from outside, and in the decision log. */
export interface LoadObservation {
  readonly at: "average" | "peak";
  readonly load: LoadResult;
  /** Events sent beside the requests, at their own stated rate. */
  readonly events: LoadResult;
  readonly logged: LoggedDecisions;
  /** Share of its time that the thread that answers was busy, before anything was offered and under the load. */
  readonly busy: { readonly idleShare: number; readonly share: number };
}

/** The decision log of a load, boiled down to what probes ask; vectors are kept for a sample. */
export interface LoggedDecisions {
  readonly count: number;
  /** Per step: milliseconds, in the order of the log. */
  readonly stepMillis: Readonly<Record<string, Float64Array>>;
  readonly timeMillis: Float64Array;
  /** Lists whose last place was given to chance. */
  readonly explored: number;
  readonly withVectors: readonly Decision[];
}

const warmUpSeconds = 3;
const idleSeconds = 2;
const timeoutMillis = 2000;

export async function observeLoad(bench: TestBench, at: "average" | "peak"): Promise<LoadObservation> {
  const perSecond = bench.perSecond[at];
  const seconds = bench.requests[at] / perSecond;
  return await steadily(
    async () => {
      const before = await readLogged(bench, Infinity);
      const idle = await whileWatched(bench, () => sleep(idleSeconds * 1000));
      const { result, busyShare } = await whileWatched(bench, () => offerBoth(bench, at, perSecond, seconds));
      await bench.serving.flush();
      return {
        at,
        ...result,
        logged: await readLogged(bench, before.count),
        busy: { idleShare: idle.busyShare, share: busyShare },
      };
    },
    ({ load }) => load,
  );
}

/** Does something, and says how busy the thread that answers was meanwhile, by its own account in `GET /metrics`. */
async function whileWatched<Result>(
  { serving }: TestBench,
  work: () => Promise<Result>,
): Promise<{ result: Result; busyShare: number }> {
  const [busyBefore, before] = [await busySecondsOf(serving.url), performance.now()];
  const result = await work();
  const busySeconds = (await busySecondsOf(serving.url)) - busyBefore;
  return { result, busyShare: (1000 * busySeconds) / (performance.now() - before) };
}

async function busySecondsOf(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const value = new RegExp(`^${busySecondsMetric} (\\S+)$`, "m").exec(text)?.[1];
  if (value === undefined) throw new Error(`GET /metrics says no ${busySecondsMetric}`);
  return Number(value);
}

async function offerBoth(
  bench: TestBench,
  at: "average" | "peak",
  perSecond: number,
  seconds: number,
): Promise<{ load: LoadResult; events: LoadResult }> {
  const eventCount = Math.ceil(1.5 * seconds * bench.perSecond.events) + 20;
  const common = { warmUpSeconds, timeoutMillis, seconds };
  const eventsDone = offerLoad({
    ...common,
    url: bench.serving.url,
    path: "/v1/events",
    bodies: eventBodies(bench, at, eventCount, await servingNow(bench.serving.url)),
    perSecond: bench.perSecond.events,
    seed: `${bench.seed}/${at}/events`,
  });
  const doing = `offering ${perSecond} requests/s (${at})`;
  const [load, events] = await Promise.all([
    offerRecommendations(bench, { ...common, name: at, doing, perSecond }),
    eventsDone,
  ]);
  return { load, events };
}

/** Decisions from a place in the log on. */
async function readLogged({ serving, prepared }: TestBench, skip: number): Promise<LoggedDecisions> {
  const steps = prepared.plan.path.map(({ step }) => step);
  const found = {
    stepMillis: new Map<string, number[]>(steps.map((step) => [step, []])),
    timeMillis: [] as number[],
    explored: 0,
    withVectors: [] as Decision[],
  };
  let count = 0;
  for await (const decision of readDecisionLog(join(serving.stateFolder, "decisions"))) {
    if (count++ < skip) continue;
    found.timeMillis.push(decision.timeMillis);
    for (const { step, millis } of decision.timings) found.stepMillis.get(step)?.push(millis);
    if (wasExplored(decision, prepared.plan.exploreShare)) found.explored++;
    if ("values" in decision.features) found.withVectors.push(decision);
  }
  return {
    count: skip === Infinity ? count : count - skip,
    stepMillis: Object.fromEntries([...found.stepMillis].map(([step, millis]) => [step, Float64Array.from(millis)])),
    timeMillis: Float64Array.from(found.timeMillis),
    explored: found.explored,
    withVectors: found.withVectors,
  };
}

/**
 * Whether chance took another item than the greedy one for the last place: that item's propensity is ε / m, the greedy
 * one's is 1 − ε more, with m items open for the place.
 */
export function wasExplored(
  { shown, candidates, fallback }: Pick<Decision, "shown" | "candidates" | "fallback">,
  share: number,
): boolean {
  const last = shown.at(-1);
  const open = candidates.length - shown.length + 1;
  return !fallback && last !== undefined && open > 1 && last.propensity < share / open + (1 - share) / 2;
}

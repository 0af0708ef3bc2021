import { binomialInterval } from "../../kit/interval.ts";
import { saturation } from "../load/health.ts";
import { ERROR_KINDS } from "../load/records.ts";
import { defineProbe } from "../probe.ts";
import { offerSteadily } from "../recommend-load.ts";
import type { TestBench } from "../test-bench.ts";

const warmUpSeconds = 2;

/** Kills every ranking worker again and again under the peak load, and counts errors among the answers given meanwhile. */
export default defineProbe({
  name: "fallback",
  sentence:
    "Keeps killing the ranking workers under the peak load and counts failed answers; the others must come, from the fallback.",
  kinds: ["fallback"],
  order: "disturbing",
  async measure({ target }, bench) {
    if (!bench.prepared.release.released)
      return { untested: "no model was released, so every answer is the fallback already" };
    const perSecond = bench.perSecond.peak;
    const requests = requestsFor(target!.value, perSecond);
    const total = requests + warmUpSeconds * perSecond;
    const load = await offerSteadily(bench, {
      name: "fallback",
      doing: "killing the ranking workers under load",
      perSecond,
      requests: total,
      warmUpSeconds,
      timeoutMillis: 2000,
      during: ({ secondsPassed }) => keepKilling(bench, () => secondsPassed() < total / perSecond),
    });
    await workersBack(bench);
    const failed = load.records.errorKind.filter((kind) => kind !== ERROR_KINDS.indexOf("none")).length;
    const byFallback = load.fallbacks / load.requests;
    const conditions = { load: `${perSecond}/s`, answeredByFallback: `${(100 * byFallback).toFixed(1)}%` };
    const base = {
      value: failed / load.requests,
      interval: binomialInterval(failed, load.requests),
      unit: "share",
      sampleSize: load.requests,
      sampleUnit: "requests",
      conditions,
    };
    const saturated = saturation(load.generator);
    if (saturated !== undefined) return { ...base, refusal: saturated };
    return byFallback < 0.5
      ? { ...base, refusal: `only ${(100 * byFallback).toFixed(0)}% of the answers came while no ranker lived` }
      : base;
  },
});

/** Enough that no error at all lies wholly below the allowed share. */
function requestsFor(allowed: number, perSecond: number): number {
  return Math.ceil(Math.min(20_000, Math.max(10 * perSecond, 4 / allowed)));
}

async function keepKilling({ serving }: TestBench, more: () => boolean): Promise<void> {
  while (more()) {
    for (const pid of await serving.workers()) await serving.kill(pid);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function workersBack({ serving }: TestBench): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const health = (await (await fetch(`${serving.url}/health`)).json()) as { status: string };
    if (health.status === "ready") return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

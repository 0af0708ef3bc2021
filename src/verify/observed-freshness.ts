import { randomUUID } from "node:crypto";
import { plausibleValues, servingNow, type EventBody } from "./probe-events.ts";
import type { TestBench } from "./test-bench.ts";

export interface FreshnessObservation {
  /** Per feature: from sending the event to the first vector that differs; Infinity when none did in time. */
  readonly delaysMillis: Readonly<Record<string, number[]>>;
  readonly patienceMillis: number;
}

const eventsPerSource = 120;
/** Events under way together; each is about an item of its own, so that none shows in another's vector. */
const atOnce = 12;
const patienceMillis = 5000;

type Vector = Readonly<Record<string, number | null>>;

/** For every source with kept features: sends events about pairs that have none yet, and polls their vectors. */
export async function observeFreshness(bench: TestBench): Promise<FreshnessObservation> {
  const { plan, data } = bench.prepared;
  const delays: Record<string, number[]> = {};
  const sources = data.reports.filter((report) => report.kind === "events" && report.files.length > 0);
  for (const { source } of sources) {
    const names = plan.features.flatMap((feature) =>
      "kept" in feature && feature.kept.source === source ? [feature.name] : [],
    );
    if (names.length === 0) continue;
    for (const name of names) delays[name] = [];
    for (let i = 0; i < eventsPerSource; i += atOnce) {
      bench.progress(`timing how fresh ${source} is`, i, eventsPerSource);
      const seen = await Promise.all(
        Array.from({ length: atOnce }, (_, j) => timeOneEvent(bench, source, names, i + j)),
      );
      for (const one of seen) for (const name of names) delays[name]!.push(one.get(name) ?? Infinity);
    }
  }
  return { delaysMillis: delays, patienceMillis };
}

async function timeOneEvent(
  bench: TestBench,
  source: string,
  names: readonly string[],
  i: number,
): Promise<Map<string, number>> {
  const event = await newEvent(bench, source, i);
  const before = await vectorOf(bench, event);
  const sent = performance.now();
  await post(`${bench.serving.url}/v1/events`, event);
  const seen = new Map<string, number>();
  while (seen.size < names.length && performance.now() - sent < patienceMillis) {
    const now = await vectorOf(bench, event);
    const elapsed = performance.now() - sent;
    for (const name of names) if (!seen.has(name) && differs(name, before, now)) seen.set(name, elapsed);
    if (seen.size < names.length) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return seen;
}

/** A time that has passed grows by itself; only a fall shows a new event. */
function differs(name: string, before: Vector, now: Vector): boolean {
  const [was, is] = [before[name] ?? null, now[name] ?? null];
  if (was !== null && is !== null && /since/i.test(name)) return is < was;
  return was !== is;
}

async function newEvent(bench: TestBench, source: string, i: number): Promise<EventBody> {
  const { plan } = bench.prepared;
  const id = `verify-fresh-${source}-${i}-${randomUUID().slice(0, 8)}`;
  return {
    id,
    source,
    timeMillis: (await servingNow(bench.serving.url)) - 1,
    entities: { [plan.forWhom]: `verify-person-${i}`, [plan.what]: bench.items[i % bench.items.length]! },
    values: { ...plausibleValues(bench, source, id) },
  };
}

async function vectorOf({ serving, prepared }: TestBench, { entities }: EventBody): Promise<Vector> {
  const { forWhom, what } = prepared.plan;
  const answer = (await post(`${serving.url}/v1/recommend`, {
    [forWhom]: entities[forWhom],
    explainItems: [entities[what]],
  })) as { explained?: { features: Vector }[] };
  return answer.explained![0]!.features;
}

async function post(url: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return await answer.json();
}

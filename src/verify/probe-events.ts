import type { TestBench } from "./test-bench.ts";

/** The moment that the serving process lives in, milliseconds since 1970 UTC. */
export async function servingNow(url: string): Promise<number> {
  const answer = (await (await fetch(`${url}/health`)).json()) as { asOfMillis: number };
  return answer.asOfMillis;
}

/** An event as `POST /v1/events` takes it. */
export interface EventBody {
  readonly id: string;
  readonly source: string;
  readonly timeMillis: number;
  readonly entities: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Events of the outcome's source for people and items at random, each with an id of its own. */
export function eventBodies(bench: TestBench, name: string, count: number, nowMillis: number): EventBody[] {
  const { plan } = bench.prepared;
  const random = bench.random.stream(`events/${name}`);
  return Array.from({ length: count }, (_, i) => ({
    id: `verify-${name}-${i}`,
    source: plan.outcome.source,
    timeMillis: nowMillis,
    entities: {
      [plan.forWhom]: bench.people[random.int(bench.people.length)]!,
      [plan.what]: bench.items[random.int(bench.items.length)]!,
    },
    values: plausibleValues(bench, plan.outcome.source, `verify-${name}-${i}`),
  }));
}

/** A value for every column of a source: texts for columns that are texts in the data, 1 for counts and flags, elsewhere an amount that hardly comes twice. */
export function plausibleValues({ prepared }: TestBench, source: string, text: string): Record<string, unknown> {
  const columns = prepared.data.reports.find((report) => report.source === source)?.columns ?? {};
  const wanted = prepared.plan.sources.find(({ definition }) => definition.name === source)?.definition.columns ?? [];
  return Object.fromEntries(wanted.map((column) => [column, valueFor(column, columns[column], text)]));
}

function valueFor(column: string, type: string | undefined, text: string): unknown {
  if (type === "VARCHAR") return text;
  if (/^(quantity|clicked|position|count)/.test(column)) return 1;
  return /(^|_)id$/.test(column) ? hashed(text) : 1 + (hashed(text) % 99_991) / 10_000;
}

/** A whole number below 2^40 that stands for a text. */
function hashed(text: string): number {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + character.codePointAt(0)!) % 2 ** 40;
  return hash;
}

import { identifier, type Tables } from "../../data/table-store.ts";
import { sourceTable } from "../../data/source.ts";
import { predicateSql } from "../../kit/predicate.ts";
import { mergeCandidates } from "../../retrieval/merge-candidates.ts";
import type { Collaborative } from "./collaborative.ts";
import type { RecommendationPlan } from "./plan.ts";
import type { Visit } from "./visits.ts";

const dayMillis = 86_400_000;

/** What each retriever would have proposed for every visit, knowing only what was known then. */
export interface PastCandidates {
  /** Best sellers as of the day of each visit, most first; at least as many as the candidate list needs. */
  readonly popular: readonly (readonly string[])[];
  /** Candidates of every visit, merged as serving merges them. */
  readonly merged: readonly (readonly string[])[];
}

/** @param depth how many best sellers the baseline needs */
export async function pastCandidates(
  tables: Tables,
  plan: RecommendationPlan,
  visits: readonly Visit[],
  collaborative: Collaborative | undefined,
  depth = 100,
): Promise<PastCandidates> {
  const baseline = await popularByDay(tables, plan, visits, plan.baseline.overMillis, depth);
  const { popularity, boughtBefore, als } = plan.retrieve;
  const popular = popularity
    ? await popularByDay(tables, plan, visits, popularity.overMillis, popularity.take)
    : undefined;
  const bought = boughtBefore ? await boughtBeforeVisits(tables, plan, visits, boughtBefore) : undefined;
  const byWho = new Map<string, readonly string[]>();
  const similar = (who: string) => {
    if (!als || !collaborative) return [];
    if (!byWho.has(who)) byWho.set(who, collaborative.candidates(who, als.take));
    return byWho.get(who)!;
  };
  const merged = visits.map((visit, i) =>
    mergeCandidates(
      candidateLists({
        als: similar(visit.who),
        popularity: popular?.[i] ?? [],
        "bought-before": bought?.get(i) ?? [],
      }),
      Infinity,
    ).map(({ item }) => item),
  );
  return { popular: baseline, merged };
}

/** The lists in the order in which they take turns; the same in training and in serving. */
export function candidateLists(
  lists: Readonly<Record<"als" | "popularity" | "bought-before", readonly string[]>>,
): { name: string; items: readonly string[] }[] {
  return (["bought-before", "als", "popularity"] as const)
    .map((name) => ({ name, items: lists[name] }))
    .filter(({ items }) => items.length > 0);
}

/** The start of the day on which a list of best sellers was made. */
export const snapshotOf = (timeMillis: number): number => Math.floor(timeMillis / dayMillis) * dayMillis;

async function popularByDay(
  tables: Tables,
  plan: RecommendationPlan,
  visits: readonly Visit[],
  overMillis: number,
  take: number,
): Promise<readonly (readonly string[])[]> {
  const days = [...new Set(visits.map((visit) => snapshotOf(visit.timeMillis)))];
  if (days.length === 0) return [];
  const rows = await tables.rows<{ day: number; what: string }>(`
    WITH days(day) AS (VALUES ${days.map((day) => `(${day}::BIGINT)`).join(", ")}),
    counted AS (
      SELECT day, ${identifier(plan.what)} AS what, count(*) AS bought
      FROM days JOIN (${outcomesSql(plan)}) ON time_ms >= day - ${overMillis} AND time_ms < day AND known_ms <= day
      GROUP BY ALL)
    SELECT day, what FROM counted QUALIFY row_number() OVER (PARTITION BY day ORDER BY bought DESC, what) <= ${take} ORDER BY day, bought DESC, what`);
  const byDay = new Map<number, string[]>(days.map((day) => [day, []]));
  for (const { day, what } of rows) byDay.get(day)!.push(what);
  return visits.map((visit) => byDay.get(snapshotOf(visit.timeMillis))!);
}

async function boughtBeforeVisits(
  tables: Tables,
  plan: RecommendationPlan,
  visits: readonly Visit[],
  { overMillis, take }: { overMillis: number; take: number },
): Promise<Map<number, string[]>> {
  const [who, what] = [identifier(plan.forWhom), identifier(plan.what)];
  await tables.run("CREATE OR REPLACE TEMP TABLE asked(visit INTEGER, who VARCHAR, at_ms BIGINT)");
  await tables.append("asked", {
    visit: Int32Array.from(visits, (_, i) => i),
    who: visits.map((visit) => visit.who),
    at_ms: Float64Array.from(visits, (visit) => visit.timeMillis),
  });
  const rows = await tables.columns(`
    WITH counted AS (
      SELECT visit, ${what} AS what, count(*) AS bought, max(time_ms) AS latest
      FROM asked JOIN (${outcomesSql(plan)}) ON ${who} = asked.who AND time_ms < at_ms AND known_ms <= at_ms AND time_ms >= at_ms - ${overMillis}
      GROUP BY ALL)
    SELECT visit, what FROM counted QUALIFY row_number() OVER (PARTITION BY visit ORDER BY bought DESC, latest DESC, what) <= ${take}
    ORDER BY visit, bought DESC, latest DESC, what`);
  return listsByVisit(rows["visit"] as Float64Array, rows["what"] as string[]);
}

/** Each different item is one string in memory, however many lists it is on. */
function listsByVisit(visits: Float64Array, items: readonly string[]): Map<number, string[]> {
  const lists = new Map<number, string[]>();
  const known = new Map<string, string>();
  for (let row = 0; row < items.length; row++) {
    const item = items[row]!;
    if (!known.has(item)) known.set(item, item);
    const list = lists.get(visits[row]!);
    if (list) list.push(known.get(item)!);
    else lists.set(visits[row]!, [known.get(item)!]);
  }
  return lists;
}

/** Everything that counts as bought. */
export function outcomesSql(plan: RecommendationPlan): string {
  const positive = plan.outcome.where ? predicateSql(plan.outcome.where, identifier) : "true";
  return `SELECT * FROM ${identifier(sourceTable(plan.outcome.source))} WHERE ${positive}`;
}

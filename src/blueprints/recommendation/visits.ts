import { identifier, literal, type Tables } from "../../data/table-store.ts";
import { sourceTable } from "../../data/source.ts";
import { predicateSql } from "../../kit/predicate.ts";
import { Problem } from "../../kit/problem.ts";
import type { RecommendationPlan } from "./plan.ts";

/** Moments that cut the data: visits in [learnFrom, testFrom) teach the ranker, visits from testFrom on judge it. */
export interface Cuts {
  readonly firstMillis: number;
  readonly lastMillis: number;
  /** Retrievers that make candidates for learning visits know nothing from here on. */
  readonly learnFromMillis: number;
  readonly testFromMillis: number;
}

/** One decision of the past: a visit, and what was bought on it. */
export interface Visit {
  readonly key: string;
  readonly who: string;
  readonly timeMillis: number;
  /** What turned out relevant, each once. */
  readonly relevant: readonly string[];
}

const longestLearningMillis = 70 * 86_400_000;
const largestLearningShare = 0.25;

/** Where the data is cut, from its own first and last moment. @throws {Problem} `run/nothing-to-learn` */
export async function cutData(tables: Tables, plan: RecommendationPlan): Promise<Cuts> {
  const [row] = await tables.rows<{ first: number | null; last: number | null }>(
    `SELECT min(time_ms) AS first, max(time_ms) AS last FROM ${table(plan)}`,
  );
  const [first, last] = [row?.first, row?.last];
  if (first === null || first === undefined || last === null || last === undefined || last <= first)
    throw tooLittle("no two moments");
  const length = last - first;
  const test = "share" in plan.holdOut ? plan.holdOut.share * length : plan.holdOut.seconds * 1000;
  if (test >= length / 2)
    throw tooLittle(
      `${Math.round(length / 86_400_000)} days, of which the last ${Math.round(test / 86_400_000)} are held out`,
    );
  const testFromMillis = Math.round(last - test);
  const learning = Math.min(longestLearningMillis, largestLearningShare * (testFromMillis - first));
  return {
    firstMillis: first,
    lastMillis: last,
    learnFromMillis: Math.round(testFromMillis - learning),
    testFromMillis,
  };
}

function tooLittle(what: string): Problem {
  return new Problem({
    code: "run/nothing-to-learn",
    found: `The data covers ${what}, which is too little to train on and to test on later days.`,
    fix: "bring more history, or hold out less in `data.split.test`",
  });
}

/** Which visits are asked for. */
export interface VisitPeriod {
  /** A visit begins here or later … */
  readonly fromMillis: number;
  /** … and its outcome window has closed by here. */
  readonly untilMillis: number;
  /** Outcomes that became known later than this do not count; without it, all do. */
  readonly knownByMillis?: number;
}

/**
 * Visits of a period whose outcomes are complete, drawn evenly by a hash of their key when there are more than `most`,
 * in the order of time.
 */
export async function readVisits(
  tables: Tables,
  plan: RecommendationPlan,
  period: VisitPeriod,
  most: number,
): Promise<Visit[]> {
  const rows = await tables.rows<{ key: string; who: string; time_ms: number; relevant: string }>(
    visitsSql(plan, period, most, await sourcesOfVisits(tables, plan)),
  );
  return rows.map(({ key, who, time_ms, relevant }) => ({
    key,
    who,
    timeMillis: time_ms,
    relevant: relevant.split("\u001f").toSorted(),
  }));
}

const table = (plan: RecommendationPlan): string => identifier(sourceTable(plan.outcome.source));

/** Ids that look like numbers are kept as numbers; `40007.0` is the id 40007. */
const keySql = (column: string): string =>
  `regexp_replace(CAST(${identifier(column)} AS VARCHAR), '^([0-9]+)\\.0$', '\\1')`;

/** Tables of events that say to which visit they belong. */
async function sourcesOfVisits(tables: Tables, { outcome, forWhom, sources }: RecommendationPlan): Promise<string[]> {
  if (!outcome.per) return [];
  const events = sources.filter(({ definition }) => definition.kind === "events" && forWhom in definition.entities);
  const names = events.map(({ definition }) => sourceTable(definition.name));
  const found = await tables.rows<{ table_name: string }>(
    `SELECT table_name FROM information_schema.columns WHERE table_name IN (${names.map(literal).join(", ")}) AND column_name = ${literal(outcome.per)}`,
  );
  return found.map(({ table_name }) => table_name).toSorted();
}

/**
 * A visit begins with its first event of any source: where the list that was shown then and the clicks on it carry the
 * visit's key, they come after the decision, and no feature of this visit may see them.
 */
function visitsSql(
  plan: RecommendationPlan,
  { fromMillis, untilMillis, knownByMillis }: VisitPeriod,
  most: number,
  tablesOfVisits: readonly string[],
): string {
  const { per, where, windowMillis } = plan.outcome;
  const [who, what] = [identifier(plan.forWhom), identifier(plan.what)];
  const positive = where ? predicateSql(where, identifier) : "true";
  const known = knownByMillis === undefined ? "true" : `known_ms <= ${knownByMillis}`;
  const key = per ? keySql(per) : "CAST(time_ms AS VARCHAR)";
  const beginnings = tablesOfVisits.map(
    (name) => `UNION ALL SELECT ${key} AS key, ${who} AS who, time_ms FROM ${identifier(name)}`,
  );
  return `
    WITH outcomes AS (
      SELECT ${who} AS who, ${what} AS what, time_ms, ${key} AS key FROM ${table(plan)} WHERE ${positive} AND ${known}),
    begun AS (SELECT key, who, min(time_ms) AS time_ms FROM (SELECT key, who, time_ms FROM outcomes ${beginnings.join(" ")}) GROUP BY key, who),
    visits AS (
      SELECT key, who, time_ms FROM begun SEMI JOIN outcomes USING (key, who)
      WHERE time_ms >= ${fromMillis} AND time_ms <= ${untilMillis - windowMillis}),
    drawn AS (SELECT * FROM visits ORDER BY hash(key || ' ' || who), key, who LIMIT ${most})
    SELECT drawn.key, drawn.who, drawn.time_ms, string_agg(DISTINCT outcomes.what, chr(31)) AS relevant
    FROM drawn JOIN outcomes ON outcomes.who = drawn.who AND outcomes.time_ms >= drawn.time_ms AND outcomes.time_ms < drawn.time_ms + ${windowMillis}
    GROUP BY ALL ORDER BY drawn.time_ms, drawn.key, drawn.who`;
}

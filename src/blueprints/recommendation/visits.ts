import { identifier, type Tables } from "../../data/table-store.ts";
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

/**
 * Visits that began in a period and whose outcomes are complete, drawn evenly by a hash of their key when there are
 * more than `most`, in the order of time.
 */
export async function readVisits(
  tables: Tables,
  plan: RecommendationPlan,
  period: { fromMillis: number; untilMillis: number },
  most: number,
): Promise<Visit[]> {
  const rows = await tables.rows<{ key: string; who: string; time_ms: number; relevant: string }>(
    visitsSql(plan, period, most),
  );
  return rows.map(({ key, who, time_ms, relevant }) => ({
    key: wholeNumber(key),
    who,
    timeMillis: time_ms,
    relevant: relevant.split("\u001f").toSorted(),
  }));
}

/** Ids that look like numbers are kept as numbers; `40007.0` is the id 40007. */
const wholeNumber = (key: string): string => (/^\d+\.0$/.test(key) ? key.slice(0, -2) : key);

const table = (plan: RecommendationPlan): string => identifier(sourceTable(plan.outcome.source));

function visitsSql(
  plan: RecommendationPlan,
  { fromMillis, untilMillis }: { fromMillis: number; untilMillis: number },
  most: number,
): string {
  const { per, where, windowMillis } = plan.outcome;
  const [who, what] = [identifier(plan.forWhom), identifier(plan.what)];
  const positive = where ? predicateSql(where, identifier) : "true";
  const key = per ? `CAST(${identifier(per)} AS VARCHAR)` : "CAST(time_ms AS VARCHAR)";
  return `
    WITH outcomes AS (SELECT ${who} AS who, ${what} AS what, time_ms, ${key} AS key FROM ${table(plan)} WHERE ${positive}),
    visits AS (
      SELECT key, who, min(time_ms) AS time_ms FROM outcomes GROUP BY key, who
      HAVING min(time_ms) >= ${fromMillis} AND min(time_ms) < ${untilMillis - windowMillis}),
    drawn AS (SELECT * FROM visits ORDER BY hash(key || ' ' || who) LIMIT ${most})
    SELECT drawn.key, drawn.who, drawn.time_ms, string_agg(DISTINCT outcomes.what, chr(31)) AS relevant
    FROM drawn JOIN outcomes ON outcomes.who = drawn.who AND outcomes.time_ms >= drawn.time_ms AND outcomes.time_ms < drawn.time_ms + ${windowMillis}
    GROUP BY ALL ORDER BY drawn.time_ms, drawn.key, drawn.who`;
}

import type { BadRowGroup } from "./bad-rows.ts";
import type { Check, DayCount } from "./checks/check.ts";
import type { CheckOutcome } from "./ingest-report.ts";
import { reasonsOfCheck } from "./judge.ts";
import { sourceTable, type SourceDefinition } from "./source.ts";
import { identifier, type Tables } from "./table-store.ts";

const DAY_MILLIS = 86_400_000;

/** How each check of the source came out: rows from what was quarantined, days from what was kept. */
export async function judgeChecks(
  tables: Tables,
  source: SourceDefinition,
  rowsRead: number,
  groups: readonly BadRowGroup[],
): Promise<CheckOutcome[]> {
  const days = source.checks.some(({ judgeDays }) => judgeDays) ? await daysOf(tables, source) : [];
  return source.checks.map((check) =>
    check.judgeDays ? dayOutcome(check, days) : rowOutcome(check, rowsRead, groups),
  );
}

function rowOutcome(check: Check, rowsRead: number, groups: readonly BadRowGroup[]): CheckOutcome {
  const reasons = reasonsOfCheck(check);
  const broken = groups.filter(({ reason }) => reasons.includes(reason));
  const first = broken[0]?.samples[0];
  return {
    text: check.text,
    level: "row",
    of: rowsRead,
    broken: broken.reduce((sum, { count }) => sum + count, 0),
    ...(first && { example: `${first.file}:${first.row}: ${first.reason}` }),
  };
}

function dayOutcome(check: Check, days: readonly DayCount[]): CheckOutcome {
  const faults = check.judgeDays!(days);
  const first = faults[0];
  const outcome = { text: check.text, level: "day" as const, of: days.length, broken: faults.length };
  if (!first) return outcome;
  const example = `${new Date(first.day * DAY_MILLIS).toISOString().slice(0, 10)} has ${first.rows} rows ${first.expected}`;
  const broken = faults.length === 1 ? "1 day breaks" : `${faults.length} days break`;
  return { ...outcome, example, warning: `${broken} \`${check.text}\`, such as ${example}` };
}

async function daysOf(tables: Tables, source: SourceDefinition): Promise<DayCount[]> {
  if (source.kind === "table") return [];
  return await tables.rows<DayCount>(
    `SELECT time_ms // ${DAY_MILLIS} - CASE WHEN time_ms < 0 AND time_ms % ${DAY_MILLIS} <> 0 THEN 1 ELSE 0 END AS day,
     count(*) AS rows FROM ${identifier(sourceTable(source.name))} GROUP BY day ORDER BY day`,
  );
}

import { ceilingName, rankerName } from "../blueprints/recommendation/ranker-names.ts";
import type { IngestReport } from "../data/ingest-report.ts";
import type { Prepared } from "../run/prepare.ts";

const count = (value: number): string => Math.round(value).toLocaleString("en");
const four = (value: number): string => value.toFixed(4);
const day = (millis: number): string => new Date(millis).toISOString().slice(0, 10);

/** Tells what was taken in, learned and released, in the order in which it happened. */
export function sayPrepared(prepared: Prepared, say: (heading: string, text: string) => void): void {
  const { data, evaluation, reused, release, plan } = prepared;
  say("data", `${data.origin.text}${reused.data ? " (unchanged, not read again)" : ""}`);
  for (const report of data.reports) {
    say("", rowsText(report));
    for (const warning of report.warnings) say("", `! ${warning}`);
  }
  say(
    "model",
    `${release.imported ? "an imported ranker" : `${release.trees.trees.length} trees`} over ${plan.features.length} features${reused.model ? " (unchanged, not trained again)" : ""}; judged on ${count(evaluation.visits)} visits from ${day(evaluation.fromMillis)} to ${day(evaluation.untilMillis)}, ${count(evaluation.candidatesPerVisit)} candidates each`,
  );
  for (const line of comparison(prepared)) say("", line);
  say(
    "release",
    `${release.released ? `${release.version} is live` : "refused: the baseline serves"}. ${release.because}`,
  );
}

function rowsText(report: IngestReport): string {
  if (report.files.length === 0) return `${report.source}: absent, counts as empty`;
  const span =
    report.firstTimeMillis !== undefined && report.lastTimeMillis !== undefined
      ? `, ${day(report.firstTimeMillis)} to ${day(report.lastTimeMillis)}`
      : "";
  const late = report.lateRows > 0 ? `, ${lateText(report)} known only later` : "";
  const bad =
    report.rowsQuarantined > 0
      ? `, ${count(report.rowsQuarantined)} set aside (${report.quarantined[0]!.reason}; see ${report.quarantineFile})`
      : "";
  return `${report.source}: ${count(report.rowsKept)} rows${span}${late}${bad}`;
}

const lateText = ({ lateRows, rowsKept }: IngestReport): string => (lateRows === rowsKept ? "all" : count(lateRows));

/** The design's own metric for every ranker, padded into columns. */
function comparison({ evaluation, plan }: Prepared): string[] {
  const rows = evaluation.rows.filter(({ metric }) => metric === plan.metric);
  const names: Readonly<Record<string, string>> = {
    [rankerName]: "this model",
    [ceilingName]: "ceiling (truth)",
    [plan.baseline.name]: `${plan.baseline.name} (baseline)`,
  };
  const width = Math.max(...rows.map(({ ranker }) => (names[ranker] ?? ranker).length));
  return rows.map(
    ({ ranker, estimate }) =>
      `${(names[ranker] ?? ranker).padEnd(width)}  ${plan.metric} ${four(estimate.value)}  [${four(estimate.interval.low)}, ${four(estimate.interval.high)}]`,
  );
}

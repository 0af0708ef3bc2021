import type { Claim } from "../design/claims.ts";
import { jsonText } from "../kit/json.ts";
import type { Prepared } from "../run/prepare.ts";
import type { LoadResult } from "./load/offer-load.ts";
import { ERROR_KINDS } from "./load/records.ts";
import type { Probe } from "./probe.ts";

/** Takes a file of evidence; names are relative to the report. */
export type KeepEvidence = (name: string, text: string) => void;

const offlineName = "evidence/offline.json";
const loadName = (at: "average" | "peak"): string => `evidence/load-${at}.csv`;

/** The file in which the facts behind a verdict stand; `undefined` where the report itself holds them all. */
export function evidenceName({ conditions }: Claim, probe: Probe): string | undefined {
  if (probe.order === "loading") return loadName(conditions["at"] === "average" ? "average" : "peak");
  return probe.order === "reading" ? offlineName : undefined;
}

/** What was taken in and what later data said, without the sampled vectors. */
export function keepOffline({ data, evaluation, release }: Prepared, keep: KeepEvidence): void {
  const { sample: _sample, ...facts } = evaluation;
  const json = { reports: data.reports, evaluation: facts, released: release.released, because: release.because };
  keep(offlineName, jsonText(json, 1));
}

/** Every request of a load, one line each: milliseconds from the start of the load. */
export function keepLoad(at: "average" | "peak", { records, latencyMillis }: LoadResult, keep: KeepEvidence): void {
  const lines = Array.from(latencyMillis, (latency, i) =>
    [
      records.intendedMillis[i]!.toFixed(3),
      records.sentMillis[i]!.toFixed(3),
      records.doneMillis[i]!.toFixed(3),
      latency.toFixed(3),
      records.status[i],
      records.fallback[i],
      ERROR_KINDS[records.errorKind[i]!],
    ].join(","),
  );
  keep(loadName(at), `intended_ms,sent_ms,done_ms,latency_ms,status,fallback,error\n${lines.join("\n")}\n`);
}

import type { Prepared } from "../run/prepare.ts";
import type { Conditions } from "./claim-shape.ts";

const day = (millis: number): string => new Date(millis).toISOString().slice(0, 10);

/** On what an offline number was measured. */
export function offlineConditions({ evaluation, data, release, seed }: Prepared): Conditions {
  return {
    data: data.origin.kind,
    dataVersion: data.dataVersion,
    model: release.version,
    visits: evaluation.visits,
    from: day(evaluation.fromMillis),
    until: day(evaluation.untilMillis),
    seed,
  };
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promiseOf, type Claim } from "../../design/claims.ts";
import type { ShownVerdict } from "../../documents/index.ts";
import { readJson } from "../../kit/json.ts";
import { verdictCells } from "../../verify/report/cells.ts";
import type { VerificationReport } from "../../verify/report/report.ts";

/**
 * Verdicts of the last verification in the work folder, on claims that still say the same.
 *
 * @returns `undefined` where nothing was verified yet
 */
export function latestVerdicts(
  work: string,
  name: string,
  claims: readonly Claim[],
): ReadonlyMap<string, ShownVerdict> | undefined {
  const file = join(work, name, "report.json");
  if (!existsSync(file)) return undefined;
  const { verdicts } = readJson(readFileSync(file, "utf8")) as VerificationReport;
  const said = new Map(claims.map((claim) => [claim.id, promiseOf(claim)]));
  return new Map(
    verdicts
      .filter(({ claim }) => said.get(claim.id) === promiseOf(claim))
      .map((verdict) => {
        const { measured, interval } = verdictCells(verdict);
        return [
          verdict.claim.id,
          { status: verdict.status, measured: interval ? `${measured} [${interval}]` : measured },
        ];
      }),
  );
}

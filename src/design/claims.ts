import type { DesignDocument } from "./design.ts";
import type { Claim } from "./claims/claim.ts";
import { requirementClaims } from "./claims/requirements.ts";
import { metricClaims } from "./claims/metrics.ts";
import { dataClaims } from "./claims/data.ts";
import { featureClaims } from "./claims/features.ts";
import { modelClaims } from "./claims/model.ts";
import { servingClaims } from "./claims/serving.ts";
import { monitoringClaims } from "./claims/monitoring.ts";

export { claimKinds, promiseOf, type Claim, type ClaimKind, type Target } from "./claims/claim.ts";

/**
 * Every promise of a design, in the order of its stages. Numbers that define how something is computed (windows,
 * factors, splits) are used as written; numbers that can turn out true or false are claims.
 *
 * @returns one claim per promised number, ids unique; empty for a document that promises nothing yet
 */
export function claims(document: DesignDocument): Claim[] {
  const all = [
    requirementClaims,
    metricClaims,
    dataClaims,
    featureClaims,
    modelClaims,
    servingClaims,
    monitoringClaims,
  ].flatMap((read) => read(document));
  return uniqueIds(all);
}

/** Two claims about the same thing get a number behind their id, which no other claim has. */
function uniqueIds(all: Claim[]): Claim[] {
  const taken = new Set<string>();
  return all.map((claim) => {
    let id = claim.id;
    for (let count = 2; taken.has(id); count++) id = `${claim.id}#${count}`;
    taken.add(id);
    return { ...claim, id };
  });
}

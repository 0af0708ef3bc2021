import type { DesignDocument } from "../design.ts";
import { claimMaker, within, type Claim } from "./claim.ts";

export function featureClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "features");
  const features = document.design.features ?? [];
  const fresh = features.flatMap((feature, i) => {
    if (!feature.freshness) return [];
    const sentence = `${feature.name} shows an event at most ${feature.freshness.text} after it arrived`;
    return [
      claim({
        id: `feature.${feature.name}.freshness`,
        kind: "feature-freshness",
        sentence,
        path: ["features", i, "freshness"],
        stated: feature.freshness.text,
        target: within(feature.freshness),
        conditions: { feature: feature.name },
      }),
    ];
  });
  if (features.length === 0) return fresh;
  const parity = claim({
    id: "features.parity",
    kind: "feature-parity",
    sentence: "the served feature vectors equal the training vectors of the same moment",
    path: ["features"],
    stated: "one definition each",
    target: { comparison: "<=", value: 0, unit: "differences" },
  });
  return [...fresh, parity];
}

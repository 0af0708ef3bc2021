import type { DesignDocument } from "../design.ts";
import { claimMaker, made, type Claim } from "./claim.ts";

const keepsUpShare = 0.99;

export function requirementClaims(document: DesignDocument): Claim[] {
  const claim = claimMaker(document, "requirements");
  const scale = document.design.requirements?.scale;
  const budget = document.design.requirements?.constraints?.budget;
  const at = ["requirements", "scale"] as const;
  const size = (["users", "items"] as const).flatMap((kind) => {
    const stated = scale?.[kind];
    if (!stated) return [];
    const target = { comparison: ">=", value: stated.count, unit: "count" } as const;
    return [
      claim({
        id: `scale.${kind}`,
        kind,
        sentence: `it carries ${stated.count.toLocaleString("en")} ${kind}`,
        path: [...at, kind],
        stated: stated.text,
        target,
      }),
    ];
  });
  const loads = (["average", "peak"] as const).flatMap((load) => {
    const rate = scale?.requests?.[load];
    if (!rate) return [];
    return [
      claim({
        id: `scale.requests.${load}`,
        kind: "keeps-up",
        sentence: `it keeps up with ${rate.text} (${load}): at least 99% of arrivals are answered`,
        path: [...at, "requests", load],
        stated: rate.text,
        target: { comparison: ">=", value: keepsUpShare, unit: "share" },
        conditions: { at: load, perSecond: rate.perSecond },
      }),
    ];
  });
  const events = scale?.events && ingestRate(claim, "scale.events", [...at, "events"], scale.events);
  const growth =
    scale?.growth &&
    claim({
      id: "scale.growth",
      kind: "growth",
      sentence: `it still holds after growing ${scale.growth.text}`,
      path: [...at, "growth"],
      stated: scale.growth.text,
      target: null,
    });
  const cost =
    budget &&
    claim({
      id: "constraints.budget",
      kind: "budget",
      sentence: `running it costs at most ${budget.text}`,
      path: ["requirements", "constraints", "budget"],
      stated: budget.text,
      target: { comparison: "<=", value: budget.usdPerMonth, unit: "$/month" },
    });
  const predictions = scale?.predictions;
  const predicted =
    predictions &&
    claim({
      id: "scale.predictions",
      kind: "keeps-up",
      sentence: `it keeps up with ${predictions.text} predictions: at least 99% are made`,
      path: [...at, "predictions"],
      stated: predictions.text,
      target: { comparison: ">=", value: keepsUpShare, unit: "share" },
      conditions: { at: "predictions", perSecond: predictions.perSecond },
    });
  const available = document.design.requirements?.constraints?.availability;
  const answers =
    available &&
    claim({
      id: "constraints.availability",
      kind: "availability",
      sentence: `it answers ${available.text} of the time`,
      path: ["requirements", "constraints", "availability"],
      stated: available.text,
      target: { comparison: ">=", value: available.share, unit: "share" },
    });
  const models =
    scale?.models !== undefined &&
    claim({
      id: "scale.models",
      kind: "models",
      sentence: `it serves ${scale.models} models side by side`,
      path: [...at, "models"],
      stated: String(scale.models),
      target: { comparison: ">=", value: scale.models, unit: "count" },
    });
  return [...size, ...loads, ...made([predicted, events, models, growth, answers, cost])];
}

/** Events arrive at this rate and are acknowledged. */
export function ingestRate(
  claim: ReturnType<typeof claimMaker>,
  id: string,
  path: readonly (string | number)[],
  rate: { text: string; perSecond: number },
  source?: string,
): Claim {
  return claim({
    id,
    kind: "ingest-rate",
    sentence: `it takes in ${rate.text} ${source ? `from ${source}` : "events"}: at least 99% are acknowledged as durable`,
    path,
    stated: rate.text,
    target: { comparison: ">=", value: keepsUpShare, unit: "share" },
    conditions: { perSecond: rate.perSecond, ...(source && { source }) },
  });
}

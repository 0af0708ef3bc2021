import type { Design, DesignDocument } from "../design.ts";
import { claimMaker, comparisonWords, targetOf, type Claim, type ClaimKind } from "./claim.ts";

type Metrics = NonNullable<Design["metrics"]>;
type Offline = NonNullable<Metrics["offline"]>[number];
type Online = NonNullable<Metrics["online"]>[number];
type Guardrail = NonNullable<Metrics["guardrails"]>[number];

export function metricClaims(document: DesignDocument): Claim[] {
  const { offline = [], online = [], guardrails = [], fairness } = document.design.metrics ?? {};
  return [
    ...offline.flatMap((one, i) => offlineClaims(document, one, i)),
    ...online.flatMap((one, i) => onlineClaims(document, one, i)),
    ...guardrails.flatMap((one, i) => guardrailClaims(document, one, i)),
    ...(typeof fairness === "object" ? fairnessClaims(document, fairness) : []),
  ];
}

function offlineClaims(document: DesignDocument, { metric, of, target, beats, by }: Offline, i: number): Claim[] {
  const claim = claimMaker(document, "metrics");
  const of_ = of ? ` of ${of}` : "";
  const conditions = { metric: metric.text, ...(of && { of }) };
  const id = `offline.${metric.text}${of ? `.${of}` : ""}`;
  const path = ["metrics", "offline", i];
  const bounded =
    target &&
    claim({
      id,
      kind: "offline-metric",
      sentence: `${metric.text}${of_} is ${comparisonWords[target.comparison]} ${target.quantity.text} on later data`,
      path: [...path, "target"],
      stated: target.text,
      target: targetOf(target, metric.text),
      conditions,
    });
  const margin = by?.share ?? 0;
  const better =
    beats &&
    claim({
      id: `${id}.beats.${beats}`,
      kind: "beats-baseline",
      sentence: `${metric.text}${of_} beats ${beats}${by ? ` by ${by.text}` : ""} on the same later data`,
      path: [...path, by ? "by" : "beats"],
      stated: by?.text ?? beats,
      target: { comparison: by ? ">=" : ">", value: margin, unit: by?.relative ? "relative" : metric.text },
      conditions: { ...conditions, baseline: beats, relative: by?.relative ? 1 : 0 },
    });
  return [bounded, better].filter((one) => one !== undefined && one !== "");
}

function onlineClaims(document: DesignDocument, { metric, baseline, detect }: Online, i: number): Claim[] {
  if (!detect) return [];
  const sentence = `an experiment would see ${detect.text} of change in ${metric}${baseline ? `, which is ${baseline.text} today` : ""}`;
  return [
    claimMaker(
      document,
      "metrics",
    )({
      id: `online.${metric}.detect`,
      kind: "online-effect",
      sentence,
      path: ["metrics", "online", i, "detect"],
      stated: detect.text,
      target: null,
      conditions: { metric },
    }),
  ];
}

function fairnessClaims(document: DesignDocument, fairness: Exclude<Metrics["fairness"], string | undefined>): Claim[] {
  const { gap, groups, metric = "the outcome" } = fairness;
  if (!gap) return [];
  return [
    claimMaker(
      document,
      "metrics",
    )({
      id: "fairness.gap",
      kind: "fairness",
      sentence: `between ${groups.join(", ")}, ${metric} differs by ${comparisonWords[gap.comparison]} ${gap.quantity.text}`,
      path: ["metrics", "fairness", "gap"],
      stated: gap.text,
      target: targetOf(gap, metric),
      conditions: { metric, groups: groups.join(", ") },
    }),
  ];
}

function guardrailClaims(document: DesignDocument, { metric, of, target, at }: Guardrail, i: number): Claim[] {
  if (!target) return [];
  const rate = at && document.design.requirements?.scale?.requests?.[at];
  const load = at ? ` at ${at}${rate ? ` (${rate.text})` : ""}` : "";
  return [
    claimMaker(
      document,
      "metrics",
    )({
      id: `guardrail.${metric.text.replaceAll(" ", ".")}${at ? `.${at}` : ""}`,
      kind: guardrailKinds[metric.name] ?? "guardrail",
      sentence: `${metric.text}${of ? ` of the ${of}` : ""} is ${comparisonWords[target.comparison]} ${target.quantity.text}${load}`,
      path: ["metrics", "guardrails", i, "target"],
      stated: target.text,
      target: targetOf(target, metric.name === "errorRate" ? "share" : metric.text),
      conditions: {
        metric: metric.text,
        ...(at && { at }),
        ...(rate && { perSecond: rate.perSecond }),
        ...(metric.percentile && { percentile: metric.percentile }),
        ...(of && { of }),
      },
    }),
  ];
}

const guardrailKinds: Readonly<Record<string, ClaimKind>> = {
  latency: "latency",
  errorRate: "error-rate",
  coverage: "coverage",
};

import type { Place } from "../../kit/problem.ts";
import type { Bound, Comparison, QuantityOf } from "../../kit/quantity.ts";
import type { DesignDocument } from "../design.ts";
import type { Stage } from "../schema/design.ts";
import { pathText, type Path } from "../unsettled.ts";

/** What kind of thing is claimed; a probe says which kinds it can measure. */
export const claimKinds = [
  "users",
  "items",
  "keeps-up",
  "ingest-rate",
  "availability",
  "models",
  "growth",
  "budget",
  "offline-metric",
  "beats-baseline",
  "online-effect",
  "latency",
  "error-rate",
  "coverage",
  "guardrail",
  "fairness",
  "data-check",
  "row-count",
  "retention",
  "label-delay",
  "label-balance",
  "label-noise",
  "label-rate",
  "label-cost",
  "erasure",
  "source-freshness",
  "feature-freshness",
  "feature-parity",
  "exploration-share",
  "index-recall",
  "index-rebuild",
  "model-size",
  "training-cadence",
  "training-time",
  "off-policy-gate",
  "step-budget",
  "deadline",
  "fallback",
  "cache",
  "rollout",
  "rollback",
  "precomputed",
  "batch-window",
  "stream-lag",
  "device-size",
  "scaling",
  "utilisation",
  "review-queue",
  "drift-detected",
  "drift-silent",
  "drift-other",
  "watched",
  "alarm",
  "decay-alarm",
  "experiment",
  "holdout",
  "retraining",
  "decision-log",
] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** The number that must be kept. Shares are fractions of one, durations are milliseconds. */
export interface Target {
  readonly comparison: Comparison;
  readonly value: number;
  /** `ms`, `share`, `count`, `/s`, `$/month`, or the metric's own name. */
  readonly unit: string;
}

/** One promise of a design, with the place where it stands. */
export interface Claim {
  /** Stays the same while the document is edited around it: made of names, not of positions. */
  readonly id: string;
  readonly kind: ClaimKind;
  readonly stage: Stage;
  readonly sentence: string;
  /** Path of the value in the document. */
  readonly path: string;
  readonly place: Place;
  /** The value as written. */
  readonly stated: string;
  /** `null` where nothing numeric is promised. */
  readonly target: Target | null;
  /** What must be so when it is measured, and names that the probe needs. */
  readonly conditions: Readonly<Record<string, string | number>>;
}

export type ClaimFacts = Omit<Claim, "path" | "place" | "stage" | "conditions"> & {
  path: Path;
  conditions?: Claim["conditions"] | undefined;
};

/** Makes claims of one stage, with their places. */
export function claimMaker({ placeOf }: Pick<DesignDocument, "placeOf">, stage: Stage): (facts: ClaimFacts) => Claim {
  return ({ path, conditions, ...facts }) => {
    const place = placeOf(path);
    return { ...facts, stage, conditions: conditions ?? {}, path: place.path ?? pathText(path), place };
  };
}

/** The target of a stated bound. */
export function targetOf(bound: Bound<"share" | "duration" | "cost" | "bytes">, metric: string): Target {
  const { quantity, comparison } = bound;
  if (quantity.kind === "duration") return { comparison, value: millisOf(quantity), unit: "ms" };
  if (quantity.kind === "cost") return { comparison, value: quantity.usd, unit: "$" };
  if (quantity.kind === "bytes") return { comparison, value: quantity.bytes, unit: "bytes" };
  return { comparison, value: quantity.share, unit: metric };
}

/** At most so many milliseconds. */
export const within = (duration: QuantityOf<"duration">): Target => ({
  comparison: "<=",
  value: millisOf(duration),
  unit: "ms",
});

/** What a claim promises, apart from where it stands and how it is told: two claims that promise the same give the same text. */
export const promiseOf = ({ kind, target, conditions, stated }: Claim): string =>
  JSON.stringify([kind, target ?? stated, conditions]);

/** What is there of a list of claims some of which may not be made. */
export const made = (claims: readonly (Claim | undefined | false | "")[]): Claim[] =>
  claims.filter((one): one is Claim => typeof one === "object");

/** A duration in milliseconds, as it was written: 35 ms are 35 and not 35.00000000000001. */
export const millisOf = ({ seconds }: { readonly seconds: number }): number => Number((seconds * 1000).toPrecision(12));

export const comparisonWords: Readonly<Record<Comparison, string>> = {
  "<=": "at most",
  ">=": "at least",
  "<": "below",
  ">": "above",
  "=": "exactly",
};

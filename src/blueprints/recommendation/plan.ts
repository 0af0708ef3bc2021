import type { HoldOut } from "../../design/expressions.ts";
import type { FeatureDefinition } from "../../features/definition.ts";
import type { Predicate } from "../../kit/predicate.ts";
import type { SourceDefinition } from "../../data/source.ts";

/**
 * A design of a recommender, compiled into what the machine rooms understand. Plain data: it travels to other
 * processes, and the same design gives the same plan.
 */
export interface RecommendationPlan {
  readonly name: string;
  /** Entity for whom a list is made, such as `household`. */
  readonly forWhom: string;
  /** Entity that is recommended, such as `product`. */
  readonly what: string;
  readonly sources: readonly PlannedSource[];
  readonly outcome: Outcome;
  readonly holdOut: HoldOut;
  readonly features: readonly PlannedFeature[];
  readonly baseline: { readonly name: string; readonly overMillis: number };
  readonly retrieve: {
    readonly als?: { readonly factors: number; readonly take: number };
    readonly popularity?: { readonly overMillis: number; readonly take: number };
    readonly boughtBefore?: { readonly overMillis: number; readonly take: number };
  };
  readonly rank: {
    readonly objective: "lambdarank" | "binary";
    readonly trees: number;
    readonly leaves: number;
    readonly learningRate: number;
  };
  /** Share of lists whose last place is given to chance. */
  readonly exploreShare: number;
  /** How much history the retrievers learn from. */
  readonly trainOnMillis: number;
  readonly path: readonly { readonly step: string; readonly budgetMillis: number }[];
  readonly deadlineMillis: number;
  readonly metric: string;
  readonly metrics: readonly string[];
  readonly scale: { readonly users: number; readonly items: number };
}

export interface PlannedSource {
  readonly definition: SourceDefinition;
  /** Texts of the checks, in the order of the definition's checks. */
  readonly checkTexts: readonly string[];
}

/** What counts as a good recommendation. */
export interface Outcome {
  readonly source: string;
  readonly where?: Predicate;
  /** Column that groups the events of one visit; without it, a visit is one moment. */
  readonly per?: string;
  /** How long after the visit began an outcome still counts. */
  readonly windowMillis: number;
}

/** A feature in the order of the model's columns: kept by the feature store, or made from a retriever at request time. */
export type PlannedFeature =
  { readonly name: string; readonly kept: FeatureDefinition } | { readonly name: string; readonly scoreOf: "als" };

/** The features that the feature store keeps, in order. */
export function keptFeatures(plan: RecommendationPlan): FeatureDefinition[] {
  return plan.features.flatMap((feature) => ("kept" in feature ? [feature.kept] : []));
}

/** The four steps that this blueprint's request path has, in order. */
export const pathSteps = ["retrieve", "features", "rank", "rerank"] as const;

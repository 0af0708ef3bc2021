import type { GraphBadge } from "../graph.ts";

/** What sizing found out about one component. */
export interface SizedFact {
  /** Shown instead of the number that the design states. */
  readonly detail?: string;
  /** Shown behind the number that the design states. */
  readonly adds?: string | undefined;
  readonly badge?: GraphBadge;
  readonly p50Millis?: number;
  readonly p99Millis?: number;
}

/**
 * Component id → what sizing found out about it. Ids are those of `graphOf`: `step:rank`, `model:rank`,
 * `feature-store`, `index`, `event-log`, `trainer`, `host:online store`; `request` stands for the whole request.
 */
export type SizedFacts = ReadonlyMap<string, SizedFact>;

export type NamedFact = readonly [id: string, fact: SizedFact];

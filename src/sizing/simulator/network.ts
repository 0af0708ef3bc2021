import type { Distribution } from "../distribution/distribution.ts";

/** What is simulated: stations, and flows of requests through them. Plain data. */
export interface Network {
  readonly stations: readonly Station[];
  readonly flows: readonly Flow[];
}

/** Equal servers in front of one queue; first come first served within a priority, no request is interrupted. */
export interface Station {
  readonly name: string;
  /** ≥ 1, of each copy. */
  readonly servers: number;
  /** Busy time of a server per request; with `batch`, that decides instead. */
  readonly service?: Distribution;
  /** Shards: a visit goes to every copy at once, each with its own queue, and waits for the slowest; 1 when absent. */
  readonly copies?: number;
  /** Places to wait in each copy; who finds none is turned away. No limit when absent. */
  readonly queueLimit?: number;
  /** Turns away requests of this priority number and above (less important ones) while that many or more wait. */
  readonly shed?: { readonly waiting: number; readonly fromPriority: number };
  readonly batch?: Batch;
  /** Turns every attempt away at once: what a part that is down does to those who call it. */
  readonly isDown?: boolean;
}

/** An idle server starts when `maxSize` wait or the oldest has waited `maxWaitSeconds`; n requests take base + perItem × n. */
export interface Batch {
  readonly maxSize: number;
  readonly maxWaitSeconds: number;
  readonly baseSeconds: number;
  readonly perItemSeconds: number;
}

/** One kind of request: how it arrives and the steps it goes through, one after the other. */
export interface Flow {
  readonly name: string;
  readonly arrivals: Arrivals;
  readonly steps: readonly Step[];
  /** 0 is served first; 0 when absent. */
  readonly priority?: number;
  /** A request that is not done by then is given up, and counts as failed. */
  readonly deadlineSeconds?: number;
}

export type Arrivals =
  | { readonly kind: "poisson"; readonly perSecond: number }
  /** Independent times between arrivals. */
  | { readonly kind: "renewal"; readonly between: Distribution }
  /** Poisson at one of two rates; each phase lasts an exponential time of the given mean. */
  | {
      readonly kind: "bursts";
      readonly calmPerSecond: number;
      readonly burstPerSecond: number;
      readonly calmSeconds: number;
      readonly burstSeconds: number;
    };

export interface Step {
  /** Name of the station that is visited. */
  readonly station: string;
  /** A hit takes `seconds`, queues nowhere, and skips this step and `alsoSkips` more. */
  readonly cache?: { readonly hits: number; readonly seconds: Distribution; readonly alsoSkips?: number };
  /**
   * An attempt that is not done by then is given up. Copies still waiting leave the queue; a server already at work
   * works on, for nothing.
   */
  readonly timeoutSeconds?: number;
  /** Further attempts after one that timed out or was turned away; 0 when absent. */
  readonly retries?: number;
  /** Pause before a further attempt; none when absent. */
  readonly backoff?: Distribution;
  /** When no attempt is left: takes this long, and the request goes on. Without it the request fails. */
  readonly fallback?: Distribution;
  /** With a fallback: further steps that it makes needless; none when absent. */
  readonly fallbackSkips?: number;
}

import type { Claim, ClaimKind } from "../design/claims.ts";
import type { Measurement } from "./claim-shape.ts";
import type { TestBench } from "./test-bench.ts";

/** What a probe gives back: a measurement to be judged, or why nothing could be measured. */
export type Finding = Measurement | { readonly untested: string };

/** One way to hold claims against the running system. */
export interface Probe {
  /** File name without its ending; printed beside every verdict. */
  readonly name: string;
  /** What it does, in one sentence for the reference. */
  readonly sentence: string;
  readonly kinds: readonly ClaimKind[];
  /** Probes run in this order, because a later one may disturb the system. */
  readonly order: "reading" | "loading" | "disturbing";
  /** Requests of its load from which the claim can be judged, bursts aside; for probes that load. */
  requestsNeeded?(claim: Claim): number;
  measure(claim: Claim, bench: TestBench): Promise<Finding> | Finding;
}

export const defineProbe = (probe: Probe): Probe => Object.freeze(probe);

/** Why claims of these kinds cannot be measured by this version. */
export const untestedKinds: Partial<Record<ClaimKind, string>> = {
  growth: "no run can see years ahead, and nothing here works out yet what breaks first",
  budget: "no bill is read and no price book is kept by this version",
  "online-effect": "it needs people who answer in an experiment",
  "training-cadence": "a run trains once; nothing schedules the next training yet",
  cache: "this version builds no cache",
  rollout: "a release is gated by the offline comparison only; this version builds no shadow and no canary",
  "decay-alarm": "it needs weeks of labels after launch",
  experiment: "it needs people who answer in an experiment",
  retraining: "a run trains once; nothing starts the next training yet",
  guardrail: "no probe knows this metric",
};

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
  availability: "it takes weeks of serving to see",
  models: "this version serves one model",
  fairness: "no probe compares groups yet",
  "row-count": "no probe counts a source against its stated size yet",
  retention: "this version deletes nothing by age yet",
  "label-delay": "no probe measures how late labels come yet",
  "label-balance": "no probe counts labels yet",
  "label-noise": "it needs people who label again",
  "label-rate": "it needs people who label",
  "label-cost": "no bill is read by this version",
  erasure: "this version cannot erase a person yet",
  "index-recall": "this version searches exactly, without an index",
  "index-rebuild": "this version searches exactly, without an index",
  "model-size": "no probe weighs a model yet",
  "training-time": "no probe times a training yet",
  "off-policy-gate": "no off-policy estimate is made by this version",
  rollback: "this version builds no canary to roll back",
  precomputed: "this version makes nothing ahead of time",
  "batch-window": "this version serves on request only",
  "stream-lag": "this version serves on request only",
  "device-size": "this version serves on request only",
  scaling: "one machine cannot add another",
  utilisation: "no probe reads the load of another machine",
  "review-queue": "it needs people who review",
  "drift-other": "the machine has this test for no such input yet",
  watched: "no probe breaks what this watches yet",
  alarm: "no probe breaks what this watches yet",
  holdout: "no experiment runs in this version",
};

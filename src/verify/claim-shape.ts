import type { Claim } from "../design/claims.ts";
import type { Interval } from "../kit/interval.ts";

export type { Claim, Target } from "../design/claims.ts";

/** Under which load, on which data and so on a number was measured. */
export type Conditions = Readonly<Record<string, string | number>>;

/** What a probe found. An exactly known number has an interval of no width and confidence 1. */
export interface Measurement {
  readonly value: number;
  /** `null` where no interval can be formed; nothing is judged then. */
  readonly interval: Interval | null;
  readonly unit: string;
  readonly sampleSize: number;
  /** What was counted: `requests`, `households`. */
  readonly sampleUnit: string;
  readonly conditions: Conditions;
  readonly note?: string;
  /** Why nothing can be judged from this measurement, as a sentence without its full stop. */
  readonly refusal?: string;
}

export interface Verdict {
  readonly claim: Claim;
  readonly status: "holds" | "broken" | "inconclusive" | "untested";
  readonly because: string;
  readonly measured?: Measurement;
  readonly probe?: string;
  /** File with the evidence, relative to the report. */
  readonly evidence?: string;
}

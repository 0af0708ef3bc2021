import { checkInside } from "../check-range.ts";

/** A wait that is 0 for some and exponential for the others, of mean `meanSeconds`. */
export interface ExponentialWait {
  readonly waitProbability: number;
  /** Of those who wait. */
  readonly meanSeconds: number;
}

/** P(W > t) = P(W > 0) exp(−t/m), turned around. */
export function waitPercentile({ waitProbability, meanSeconds }: ExponentialWait, share: number): number {
  checkInside({ share });
  return Math.max(0, Math.log(waitProbability / (1 - share)) * meanSeconds);
}

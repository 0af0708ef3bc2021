import { checkCount, checkNotNegative, checkPositive, checkShare } from "../check-range.ts";

export interface RetryAnswer {
  /** Mean attempts per request, ≥ 1: the factor by which traffic grows. */
  readonly amplification: number;
  /** Share of requests that fail in the end. */
  readonly failedShare: number;
  /** Share of attempts that fail. */
  readonly failedAttemptShare: number;
}

/**
 * What retries do when every attempt fails with the same probability, independently.
 *
 * @param failedAttemptShare  in [0, 1]
 * @param retries             attempts after the first, ≥ 0
 * @throws {Problem} `sizing/out-of-range`
 * @example retryAmplification(0.5, 2).amplification // => 1.75
 */
export function retryAmplification(failedAttemptShare: number, retries: number): RetryAnswer {
  checkShare({ failedAttemptShare });
  checkCount({ retries }, 0);
  let amplification = 1;
  for (let attempt = 1; attempt <= retries; attempt++) amplification += failedAttemptShare ** attempt;
  return { amplification, failedShare: failedAttemptShare ** (retries + 1), failedAttemptShare };
}

/** Attempts at the last of several layers that each retry on their own: the product over the layers. */
export function layeredAmplification(failedAttemptShare: number, retriesPerLayer: readonly number[]): number {
  let failed = failedAttemptShare;
  let product = 1;
  for (const retries of retriesPerLayer) {
    const layer = retryAmplification(failed, retries);
    product *= layer.amplification;
    failed = layer.failedShare;
  }
  return product;
}

/**
 * Where an overloaded service settles when it turns away all that it cannot do and clients try again: a share f of
 * attempts fails with λ(1 − f^(r+1)) = capacity.
 *
 * @throws {Problem} `sizing/out-of-range`
 * @example retryStorm({ requestsPerSecond: 200, capacityPerSecond: 100, retries: 0 }).failedAttemptShare // => 0.5
 */
export function retryStorm(service: {
  readonly requestsPerSecond: number;
  readonly capacityPerSecond: number;
  readonly retries: number;
}): RetryAnswer & { readonly attemptsPerSecond: number } {
  const { requestsPerSecond, capacityPerSecond, retries } = service;
  checkPositive({ requestsPerSecond });
  checkNotNegative({ capacityPerSecond });
  checkCount({ retries }, 0);
  const failedShare = Math.max(0, 1 - capacityPerSecond / requestsPerSecond);
  const answer = retryAmplification(failedShare ** (1 / (retries + 1)), retries);
  return { ...answer, attemptsPerSecond: requestsPerSecond * answer.amplification };
}

import { describe, expect, it } from "vitest";
import { layeredAmplification, retryAmplification, retryStorm } from "./retries.ts";

describe("retries", () => {
  it("multiply attempts by 1 + f + f² + …", () => {
    expect(retryAmplification(0.5, 2)).toEqual({ amplification: 1.75, failedShare: 0.125, failedAttemptShare: 0.5 });
    expect(retryAmplification(1, 3).amplification).toBe(4);
    expect(retryAmplification(0, 3).amplification).toBe(1);
  });

  it("of three layers with three each make 64 attempts of one request when everything fails", () => {
    // Google's Site Reliability Engineering (2016), ch. 22, gives this example: 4 attempts per layer, 4³.
    expect(layeredAmplification(1, [3, 3, 3])).toBe(64);
  });

  it("of an overloaded service settle where what gets through is its capacity", () => {
    for (const retries of [0, 1, 3]) {
      const storm = retryStorm({ requestsPerSecond: 150, capacityPerSecond: 100, retries });
      expect(storm.attemptsPerSecond * (1 - storm.failedAttemptShare)).toBeCloseTo(100, 9);
      expect(storm.failedShare).toBeCloseTo(1 / 3, 9);
    }
    expect(retryStorm({ requestsPerSecond: 50, capacityPerSecond: 100, retries: 3 }).attemptsPerSecond).toBe(50);
  });
});

import { describe, expect, it } from "vitest";
import { seededRandom } from "../kit/random.ts";
import type { LoadObservation } from "./observed-load.ts";
import { predictedCapacity, predictionOf } from "./prediction.ts";

/** Requests through one thread, first come first served, and 5 ms elsewhere: Lindley's recursion, no formula of ours. */
function observed(perSecond: number, serviceMillis: () => number, seed: string): LoadObservation {
  const random = seededRandom(seed).stream("arrivals");
  const count = 60_000;
  let [clock, free] = [0, 0];
  const [steps, latency] = [new Float64Array(count), new Float64Array(count)];
  for (let at = 0; at < count; at++) {
    clock += 1000 * random.exponential(perSecond);
    const work = serviceMillis();
    free = Math.max(free, clock) + work;
    steps[at] = work;
    latency[at] = free - clock + 5;
  }
  const busy = steps.reduce((sum, one) => sum + one, 0) / count;
  return {
    at: "average",
    load: { perSecond, latencyMillis: latency, saturated: undefined },
    logged: { stepMillis: { features: steps, rank: new Float64Array(count).fill(4) } },
    busy: { idleShare: 0, share: (busy * perSecond) / 1000 },
  } as unknown as LoadObservation;
}

const exponential = (mean: number) => {
  const random = seededRandom("work").stream("work");
  return () => random.exponential(1 / mean);
};

describe("predictionOf", () => {
  it.each([0.5, 0.7, 0.8])("says what a queue with one server does at %f of its capacity, from a low load", (share) => {
    const from = observed(100, exponential(1), "low");
    const { busy, p50Millis, p99Millis } = predictionOf(from, observed(1000 * share, exponential(1), "high"));
    for (const { predicted, measured } of [busy, p50Millis, p99Millis]) {
      expect(predicted / measured).toBeGreaterThan(0.85);
      expect(predicted / measured).toBeLessThan(1.15);
    }
  });

  it("sees capacity where the thread has no time left, and no end to waiting beyond it", () => {
    const from = observed(100, () => 2, "low");
    expect(predictedCapacity(from)).toBeCloseTo(500, 6);
    expect(predictedCapacity({ ...from, busy: { idleShare: 0.1, share: 0.2 } })).toBeCloseTo(900, 6);
    const beyond = { ...observed(400, () => 2, "high"), load: { perSecond: 600, latencyMillis: Float64Array.of(1) } };
    expect(predictionOf(from, beyond as unknown as LoadObservation).p99Millis.predicted).toBe(Infinity);
  });
});

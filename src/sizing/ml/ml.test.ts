import { describe, expect, it } from "vitest";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { largestBatchWithin } from "./batch-choice.ts";
import { coldStartSeconds, fleetBytesPerMonth } from "./delivery.ts";
import {
  bytesOfPrecision,
  cacheBytesPerToken,
  decodeSecondsAtLeast,
  parameterBytes,
  prefillSecondsAtLeast,
  sequencesThatFit,
  tokensPerSecondAtMost,
} from "./language-model.ts";
import { reviewStaffing } from "./review-queue.ts";
import { eventStorageBytes, onlineStoreBytes } from "./storage.ts";
import {
  flopsSeconds,
  rowTrainingSeconds,
  trainingBytes,
  trainingHoursPerMonth,
  transformerTrainingFlops,
} from "./training.ts";
import { hnswBytes, ivfBytes, rebuildSeconds, vectorBytes } from "./vector-index.ts";

/** A model of 8 billion parameters with grouped queries: 32 layers, 8 heads of 128 for keys and values. */
const eight = {
  parameters: 8.03e9,
  layers: 32,
  keyValueHeads: 8,
  headDimensions: 128,
  bytesPerParameter: 2,
  bytesPerCacheValue: 2,
};
const card = { memoryBytes: 80e9, bytesPerSecond: 2e12, flopsPerSecond: 312e12 };

describe("a vector index", () => {
  const million = { count: 1_000_000, dimensions: 768, bytesPerDimension: 4 };

  it("of a million float32 vectors of 768 dimensions holds 3.072 GB of vectors", () => {
    expect(vectorBytes(million)).toBe(3.072e9);
  });

  it("as HNSW adds 8M to 10M bytes a vector, as its paper says", () => {
    for (const links of [16, 32, 48]) {
      const added = (hnswBytes(million, links) - vectorBytes(million)) / million.count;
      expect(added / links).toBeGreaterThan(8);
      expect(added / links).toBeLessThan(10);
    }
  });

  it("as IVF keeps an id of 8 bytes beside each code, and the centroids", () => {
    expect(ivfBytes(million, { lists: 1000, codeBytes: 64 })).toBe(72e6 + 1000 * 768 * 4 + 256 * 768 * 4);
    expect(ivfBytes(million, { lists: 1000 })).toBe(3.072e9 + 8e6 + 1000 * 768 * 4);
  });

  it("is rebuilt in count over rate", () => {
    expect(rebuildSeconds({ vectors: 1e7, addsPerSecond: 2500, workers: 4 })).toBe(1000);
  });
});

describe("a language model", () => {
  it("fits on a card of 24 GB in 8 bits, with room for a cache, and hardly in 16", () => {
    const small = { ...card, memoryBytes: 24e9 };
    const at = (bytesPerParameter: number) => sequencesThatFit({ ...eight, bytesPerParameter }, small, 8192);
    expect(at(bytesOfPrecision.int8)).toBe(Math.floor((21.6e9 - 8.03e9) / (131_072 * 8192)));
    expect(at(bytesOfPrecision.bfloat16)).toBe(5);
    expect(at(bytesOfPrecision.float32)).toBe(0);
  });

  it("keeps 128 KiB a token with grouped queries, and 512 KiB with all 32 heads", () => {
    expect(cacheBytesPerToken(eight)).toBe(128 * 1024);
    expect(cacheBytesPerToken({ ...eight, keyValueHeads: 32 })).toBe(512 * 1024);
  });

  it("decodes one sequence no faster than its parameters can be read: 8 ms at 2 TB/s", () => {
    expect(parameterBytes(eight)).toBe(16.06e9);
    expect(decodeSecondsAtLeast(eight, card, { sequences: 1, contextTokens: 0 })).toBeCloseTo(0.00803, 9);
    expect(tokensPerSecondAtMost(eight, card, { sequences: 1, contextTokens: 0 })).toBeCloseTo(124.5, 1);
  });

  it("reads a long prompt at the speed of computing, a short one at that of memory", () => {
    expect(prefillSecondsAtLeast(eight, card, 4000)).toBeCloseTo((2 * 8.03e9 * 4000) / 156e12, 9);
    expect(prefillSecondsAtLeast(eight, card, 1)).toBeCloseTo(0.00803, 9);
  });

  it("gains throughput from more sequences until computing is the limit", () => {
    const rates = [1, 8, 64, 512].map((sequences) =>
      tokensPerSecondAtMost(eight, card, { sequences, contextTokens: 500 }),
    );
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
    const most = 156e12 / (2 * 8.03e9);
    expect(rates.at(-1)!).toBeLessThanOrEqual(most);
  });

  it("leaves room for so many sequences beside its parameters, or none", () => {
    expect(sequencesThatFit(eight, card, 8192)).toBe(Math.floor((72e9 - 16.06e9) / (131_072 * 8192)));
    expect(sequencesThatFit(eight, { ...card, memoryBytes: 16e9 }, 8192)).toBe(0);
  });
});

describe("training", () => {
  it("of 175 billion parameters on 300 billion tokens takes the 3.14e23 FLOPs that GPT-3's paper prints", () => {
    expect(transformerTrainingFlops(174.6e9, 300e9) / 3.14e23).toBeCloseTo(1, 2);
  });

  it("holds 16 bytes a parameter with Adam (Rajbhandari et al. 2020): 120 GB for 7.5 billion", () => {
    expect(trainingBytes(7.5e9, "mixed")).toBe(120e9);
    expect(trainingBytes(7.5e9, "float32")).toBe(120e9);
  });

  it("lasts as long as its work over its speed", () => {
    expect(flopsSeconds(312e15, { ...card, reached: 0.4 }, 10)).toBeCloseTo(250, 9);
    expect(rowTrainingSeconds({ rows: 1e6, passes: 100, rowsPerSecond: 1e6, workers: 2, trials: 5 })).toBe(250);
    const daily = trainingHoursPerMonth({ seconds: 3600, machines: 2, everySeconds: 86_400 });
    expect(daily).toBeCloseTo(2 * 30.4375, 9);
  });
});

describe("a review queue", () => {
  it("of 100 items in half an hour, 3 minutes each, 80% begun within 20 s, needs the 14 reviewers of the textbook example", () => {
    // The common call-centre example: 10 erlangs; 14 agents answer 88.8% within 20 s, 20 are scheduled at 30% shrinkage.
    const staffing = reviewStaffing({ itemsPerHour: 200, handlingSeconds: 180, share: 0.8, withinSeconds: 20 });
    expect(staffing.reviewers).toBe(14);
    expect(staffing.scheduled).toBe(20);
    expect(staffing.begunWithin).toBeCloseTo(0.888, 3);
    expect(staffing.occupancy).toBeCloseTo(0.714, 3);
  });

  it("without anybody at work is refused", () => {
    const nobody = { itemsPerHour: 200, handlingSeconds: 180, share: 0.8, withinSeconds: 20, shrinkage: 1 };
    expect(problemOf(() => reviewStaffing(nobody)).fix).toBe("give a shrinkage below 1");
  });
});

describe("a batch within a limit", () => {
  const cost = { baseSeconds: 0.01, perItemSeconds: 0.001 };

  it("is the largest of which two pass in time", () => {
    expect(largestBatchWithin(cost, 0.05, 64)).toMatchObject({ batch: 15, batchSeconds: 0.025 });
    expect(largestBatchWithin(cost, 0.05, 64).itemsPerSecond).toBeCloseTo(600, 9);
    expect(largestBatchWithin(cost, 0.05, 64).gain).toBeCloseTo(6.6, 9);
    expect(largestBatchWithin(cost, 5, 64).batch).toBe(64);
    expect(largestBatchWithin({ ...cost, perItemSeconds: 0 }, 0.05, 64).batch).toBe(64);
  });

  it("cannot be found where one alone is too slow", () => {
    const problem = problemOf(() => largestBatchWithin(cost, 0.02, 64));
    expect(problem.code).toBe("sizing/unreachable-target");
    expect(problem.found).toBe("two batches of one take 22 ms, but 20 ms is the limit");
  });
});

describe("storage and delivery", () => {
  it("are products of what goes into them", () => {
    const day = 86_400;
    expect(eventStorageBytes({ eventsPerSecond: 50, bytesPerEvent: 200, retentionSeconds: 30 * day })).toBe(
      50 * 200 * 30 * day,
    );
    expect(
      eventStorageBytes({
        eventsPerSecond: 50,
        bytesPerEvent: 200,
        retentionSeconds: day,
        copies: 3,
        compression: 0.5,
      }),
    ).toBe(50 * 200 * day * 1.5);
    expect(onlineStoreBytes({ entities: 53_000, bytesPerRow: 136, copies: 2 })).toBe(53_000 * 200 * 2);
    expect(
      fleetBytesPerMonth({ modelBytes: 20e6, devices: 1e6, releasesPerMonth: 2, sentShare: 0.1, reached: 0.9 }),
    ).toBeCloseTo(3.6e12, 0);
    expect(coldStartSeconds({ modelBytes: 16e9, bytesPerSecond: 1e9, startSeconds: 5, warmUpSeconds: 3 })).toBe(24);
  });
});

import { describe, expect, it } from "vitest";
import { mmc } from "../queueing/mmc.ts";
import { priceBook } from "../price-book.ts";
import { figure, surenessOf } from "./figure.ts";
import { answerPath } from "./response.ts";
import type { SizedPath } from "./stations.ts";
import { documentOf, part, sizedOf } from "./testing/sized-of.ts";
import { sizeDesign } from "./size-design.ts";

/** 100 requests/s of 10 ms each on two machines of 2 vCPUs. */
const oneStep = `
requirements: {scale: {requests: {average: 50/s, peak: 100/s}}, constraints: {budget: 100 $/month}}
serving:
  path: [{step: score, p50: 10ms, p99: 10ms}]
  hardware: [{for: score, on: "2 vCPU, 8 GiB", replicas: 2}]
`;
/** Three machines that 200 requests/s keep half busy. */
const planned = `
requirements: {scale: {requests: {average: 100/s, peak: 200/s}}}
serving:
  path: [{step: score, p50: 10ms, p99: 30ms}]
  hardware: [{for: score, on: "4 vCPU, 16 GiB", replicas: 3, utilisation: 50%}]
`;
const monthHours = (365.25 / 12) * 24;

describe("sizeDesign, worked by hand", () => {
  it("divides work by places: 100/s × 10 ms on 4 vCPUs are 25% busy, and 400/s is the end", () => {
    const sized = sizedOf(oneStep);
    const step = part(sized, "step:score");
    expect(step.servers).toBe(4);
    expect(step.utilisation!.value).toBeCloseTo(0.25, 10);
    const limit = sized.limits.find(({ kind }) => kind === "capacity")!;
    expect(limit.times).toBeCloseTo(4, 10);
    expect(limit.what).toContain("400 requests/s");
    expect(sized.largestTimes).toBeCloseTo(4, 2);
    // At 5x, 500 × 10 ms = 5 vCPUs of 4 would be busy.
    const at5 = step.loads.find(({ at, times }) => at === "peak" && times === 5)!;
    expect(at5.utilisation).toBeCloseTo(1.25, 10);
    expect(at5.responseSeconds).toBeUndefined();
  });

  it("prices quantity × unit price, low, base and high, and says so for 1,000 requests", () => {
    // 2 machines × (2 vCPU × 0.032 + 8 GiB × 0.0042) $/h; 50/s over a month.
    const usd = 2 * (2 * 0.032 + 8 * 0.0042) * monthHours;
    const { costUsdPerMonth, costPerThousandUsd, limits } = sizedOf(oneStep);
    expect(costUsdPerMonth.value).toBeCloseTo(usd, 8);
    expect(costUsdPerMonth.low).toBeCloseTo(2 * (2 * 0.022 + 8 * 0.0029) * monthHours, 8);
    expect(costUsdPerMonth.high).toBeCloseTo(2 * (2 * 0.041 + 8 * 0.0045) * monthHours, 8);
    expect(costPerThousandUsd!.value).toBeCloseTo((usd * 1000) / (50 * monthHours * 3600), 12);
    expect(limits[0]).toMatchObject({ kind: "budget", times: 0 }); // 143 $ are above 100 $ at any load.
  });

  it("takes a stated utilisation as the plan: half busy breaks at twice the load", () => {
    const sized = sizedOf(planned);
    const step = part(sized, "step:score");
    expect(step.utilisation!.value).toBeCloseTo(0.5, 6);
    expect(sized.limits.find(({ kind }) => kind === "capacity")!.times).toBeCloseTo(2, 6);
    // At exactly twice the load the queue has no end.
    expect(step.loads.find(({ at, times }) => at === "peak" && times === 2)!.responseSeconds).toBeUndefined();
    // 3 copies × 50% × 10 / 60% = 25 copies.
    expect(step.loads.find(({ at, times }) => at === "peak" && times === 10)!.replicasNeeded).toBe(25);
  });

  it("never plans for fewer than two copies", () => {
    const needed = part(sizedOf(oneStep), "step:score").replicas!.needed.value;
    expect(needed).toBe(2); // 25% of 2 copies would need one at 60%.
  });

  it("keeps the machines when another load is asked about", () => {
    const other = documentOf(planned.replace("peak: 200/s", "peak: 300/s"));
    const { limits } = sizeDesign(other, { planned: documentOf(planned) });
    expect(limits.find(({ kind }) => kind === "capacity")!.times).toBeCloseTo(400 / 300, 6);
  });

  it("takes what a cache of answers answers off the path", () => {
    const cached = oneStep.replace("  path:", "  cache: {what: response, for: 1m, hits: 60%}\n  path:");
    const step = part(sizedOf(cached), "step:score");
    expect(step.arrivalsPerSecond!.value).toBeCloseTo(40, 10);
    expect(step.utilisation!.value).toBeCloseTo(0.1, 10);
    expect(step.loads.find(({ at, times }) => at === "peak" && times === 1)!.utilisation).toBeCloseTo(0.1, 10);
    expect(sizedOf(cached).loads.find(({ at, times }) => at === "peak" && times === 1)!.responseSeconds!.p50).toBe(
      0.001,
    );
  });

  it("holds what arrives for as long as it is kept", () => {
    const sized = sizedOf(
      `data: {sources: [{name: clicks, kind: events, volume: 50/s, rowBytes: 200B, retention: 30d}]}`,
    );
    const storage = part(sized, "storage:clicks");
    const bytes = 50 * 200 * 30 * 86_400; // 25.92 GB
    expect(storage.storageBytes!.value).toBe(bytes);
    expect(storage.costUsdPerMonth!.value).toBeCloseTo((bytes / 2 ** 30) * 0.023, 10);
    expect(storage.loads.find(({ times, at }) => times === 10 && at === "peak")!.storageBytes).toBe(10 * bytes);
  });

  it("counts tokens: 1/s of 1,000 in and 100 out are 9,204 $ a month at 2.5 $ and 10 $ a million", () => {
    const sized = sizedOf(`
requirements: {scale: {requests: {average: 1/s, peak: 2/s}}}
model: {parts: [{name: writer, kind: llm, from: bought, tokens: {input: 1k, output: 100}}]}
serving: {path: [{step: write, p50: 2s, p99: 4s, uses: writer}]}`);
    const usd =
      (monthHours *
        3600 *
        (1000 * priceBook.llmInputMillionTokens.baseUsd + 100 * priceBook.llmOutputMillionTokens.baseUsd)) /
      1e6;
    expect(Math.round(usd)).toBe(9204);
    expect(part(sized, "model:writer").costUsdPerMonth!.value).toBeCloseTo(usd, 6);
    expect(part(sized, "step:write").servers).toBe(Infinity);
    expect(sized.largestTimes).toBeUndefined(); // Nothing of ours can run out.
  });

  it("staffs a review queue: 144 cases a day of 10 minutes keep one person busy all the time", () => {
    const review = part(
      sizedOf(`serving: {review: {inflow: 144/d, perCase: 10m, reviewers: 4, answerWithin: 1h}}`),
      "review",
    );
    expect(review.utilisation!.value).toBeCloseTo(0.25, 10);
    expect(review.says[0]).toMatch(/^1 people are busy all the time; 2 at work/);
  });

  it("runs a batch of two hours a day twelve times into its day", () => {
    const sized = sizedOf(`serving: {mode: batch, batch: {every: 1d, takes: 2h, rows: 1M}}`);
    expect(sized.limits[0]).toMatchObject({ kind: "window" });
    expect(sized.limits[0]!.times).toBeCloseTo(12, 8);
  });

  it("holds the experiment against how long it lasts", () => {
    // Fleiss, Levin and Paik (2003), table A.3 without correction: 10% to 11% needs 14,751 a group; exact power is near it.
    const sized = sizedOf(`
requirements: {scale: {requests: {average: 1/s, peak: 2/s}}}
metrics: {online: [{metric: clicks, primary: true, baseline: 10%, detect: 10% relative}]}
monitoring: {experiment: {unit: request, split: 50%, power: 80%, significance: 5%, lasts: 1d}}`);
    const { says } = part(sized, "experiment");
    const units = Number(/^([\d,]+)/.exec(says[0]!)![1]!.replaceAll(",", ""));
    expect(units / 2).toBeGreaterThan(14_600);
    expect(units / 2).toBeLessThan(14_900);
    expect(says[0]).toMatch(/29,[\d]{3} units/);
    expect(says[1]).toMatch(/it lasts 1d: enough/); // 86,400 come in a day.
  });

  it("answers an M/M/c station as Erlang does", () => {
    const exponential = { kind: "exponential", meanSeconds: 0.05 } as const;
    const seconds = figure(0.05, "s", { kind: "assumed", what: "test" });
    const rate = figure(160, "/s", { kind: "assumed", what: "test" });
    const path: SizedPath = {
      traffic: { average: rate, peak: rate },
      hits: undefined,
      pools: [],
      arrivalVariation: 1,
      targetUtilisation: figure(0.6, "share", { kind: "assumed", what: "test" }),
      stations: [
        {
          name: "one",
          step: 0,
          time: { p50Seconds: seconds, p99Seconds: seconds, meanSeconds: seconds, distribution: exponential },
          servers: 10,
          shards: 1,
          otherWork: 0,
          resource: "one",
          pool: undefined,
          replicas: undefined,
        },
      ],
    };
    const exact = mmc({ arrivalsPerSecond: 160, serviceSeconds: 0.05, servers: 10 });
    const { wholeSeconds, stations } = answerPath(path, 160);
    for (const [name, share] of [
      ["p50", 0.5],
      ["p95", 0.95],
      ["p99", 0.99],
    ] as const) {
      const relative = wholeSeconds![name] / exact.responsePercentileSeconds(share);
      expect(Math.abs(relative - 1)).toBeLessThan(0.01);
    }
    expect(stations[0]!.meanWaitSeconds).toBeCloseTo(exact.meanWaitSeconds, 10);
  });
});

describe("sizeDesign, where numbers come from", () => {
  it("names the words, path and line of what is stated, and why of what is not", () => {
    const document = `requirements:
  scale:
    requests: {peak: 100/s}
serving:
  path:
    - step: score
      p99: 30ms
`;
    const sized = sizedOf(document);
    // Two lines stand before the stages.
    expect(sized.traffic!.peak.from).toEqual([
      { kind: "stated", what: "100/s", path: "requirements.scale.requests.peak", line: 5 },
    ]);
    const step = part(sized, "step:score");
    expect(step.line).toBe(9);
    const time = step.serviceSeconds!;
    expect(time.from.map(({ kind }) => kind).sort()).toEqual(["assumed", "stated"]);
    expect(surenessOf(time)).toBe("assumed");
    expect(time.low).toBeLessThan(time.value);
    expect(time.high).toBeGreaterThan(time.value);
    expect(sized.assumptions.map(({ name }) => name)).toContain("peak over average");
  });

  it("takes measured times over stated ones, and says measured", () => {
    const steps = { score: { samples: 5000, meanMillis: 20, p50Millis: 18, p99Millis: 60, servers: 4 } };
    const calibration = { plumblineCalibration: 1, design: "small", measuredOn: "a test", steps } as const;
    const step = part(sizedOf(oneStep, { calibration }), "step:score");
    expect(surenessOf(step.serviceSeconds!)).toBe("measured");
    expect(step.utilisation!.value).toBeCloseTo((100 * 0.02) / 4, 10);
  });

  it("says what it would need, and does not guess the load", () => {
    const sized = sizedOf("serving: {path: [{step: score, p99: 30ms}]}");
    expect(sized.unsized).toContainEqual({
      what: "load, utilisation and latency",
      needs: "requirements.scale.requests",
    });
    expect(sized.loads).toEqual([]);
  });

  it("finds the assumption that matters most", () => {
    const sized = sizedOf(oneStep);
    const time = sized.tornado.find(({ name }) => name === "time of score")!;
    // ± 20% of a time that decides capacity: 4/0.8 and 4/1.2 times the peak.
    expect(time.breaksAtTimes!.low).toBeCloseTo(5, 8);
    expect(time.breaksAtTimes!.high).toBeCloseTo(4 / 1.2, 8);
    expect(sized.tornado[0]!.weight).toBeGreaterThanOrEqual(time.weight);
  });

  it("gives the same bytes for the same document", () => {
    expect(JSON.stringify(sizedOf(planned))).toBe(JSON.stringify(sizedOf(planned)));
  });
});

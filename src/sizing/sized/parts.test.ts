import { describe, expect, it } from "vitest";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { calibrationText, readCalibration, type Calibration } from "./calibration.ts";
import { evaluate } from "./evaluate.ts";
import { failureOf } from "./failure.ts";
import { derived, figure } from "./figure.ts";
import { readMachine } from "./machines.ts";
import { Sheet } from "./sheet.ts";
import { documentOf } from "./testing/sized-of.ts";

describe("readMachine", () => {
  it("reads vCPUs, accelerators and whose memory it is", () => {
    expect(readMachine("4 vCPU, 16 GiB")).toEqual({ vcpus: 4, memoryGib: 16, accelerators: 0, acceleratorGib: 0 });
    expect(readMachine("1 accelerator, 24 GiB")).toEqual({
      vcpus: 0,
      memoryGib: 0,
      accelerators: 1,
      acceleratorGib: 24,
    });
    expect(readMachine("8 vCPUs, 32 GiB, 2 GPUs of 80 GiB")).toEqual({
      vcpus: 8,
      memoryGib: 32,
      accelerators: 2,
      acceleratorGib: 80,
    });
    expect(readMachine("64 vCPU, 1 TiB")!.memoryGib).toBe(1024);
  });

  it("does not make up what other words mean", () => {
    for (const words of ["phone", "", "vehicle computer, 60 TOPS int8, 16 GB", "0 vCPU", "vCPU"])
      expect(readMachine(words)).toBeUndefined();
  });
});

describe("a figure", () => {
  const source = { kind: "assumed", what: "test" } as const;
  it("ranges over all corners of what it is made of", () => {
    const [a, b] = [figure(2, "x", source, { low: 1, high: 4 }), figure(10, "x", source, { low: 5, high: 20 })];
    expect(derived("x", [a, b], (x, y) => y / x)).toMatchObject({ value: 5, low: 5 / 4, high: 20 });
    expect(derived("x", [a, b], (x, y) => y / x).from).toEqual([source]);
  });
});

describe("a calibration", () => {
  const calibration: Calibration = {
    plumblineCalibration: 1,
    design: "small",
    measuredOn: "one machine",
    steps: { score: { samples: 100, meanMillis: 2, p50Millis: 1.5, p99Millis: 9 } },
  };

  it("is read as it was written", () => {
    expect(readCalibration(calibrationText(calibration), "c.json")).toEqual(calibration);
  });

  it.each([
    ["no JSON", "{"],
    ["another file", "{}"],
    ["a time of nothing", calibrationText(calibration).replace('"p99Millis": 9', '"p99Millis": 0')],
    ["percentiles out of order", calibrationText(calibration).replace('"p99Millis": 9', '"p99Millis": 1')],
  ])("is refused when it is %s", (_, text) => {
    expect(problemOf(() => readCalibration(text, "c.json"))).toMatchObject({
      code: "sizing/bad-calibration",
      at: { file: "c.json" },
    });
  });
});

describe("failureOf", () => {
  const design = (onFailure: string, fallback = "fallback: popularity") => `
requirements: {scale: {requests: {average: 50/s, peak: 100/s}}}
serving:
  path:
    - {step: features, p50: 5ms, p99: 10ms}
    - {step: score, p50: 10ms, p99: 30ms${onFailure}}
    - {step: rules, p50: 1ms, p99: 2ms}
  hardware:
    - {for: feature store, on: "4 vCPU, 32 GiB", replicas: 3, utilisation: 60%}
    - {for: server, on: "4 vCPU, 16 GiB", replicas: 4, utilisation: 30%}
  deadline: 200ms
  ${fallback}`;
  const of = (text: string, name: string) => failureOf(evaluate(new Sheet(documentOf(text))), name);

  it("sends requests to the fallback, and takes them from the steps behind", () => {
    const failure = of(design(""), "score");
    expect(failure).toMatchObject({ outcome: "fallback", fallbacks: ["popularity"], steps: ["score"] });
    const rules = failure.moves.find(({ name }) => name === "rules")!;
    expect(rules.after).toBeLessThan(rules.before);
    // 100/s held for 200 ms are 20.
    expect(failure.says.join(" ")).toContain("20 requests are held");
  });

  it("fails requests where no fallback is stated, goes on where a step may be skipped, and doubles what is retried", () => {
    expect(of(design("", ""), "score").outcome).toBe("failed");
    expect(of(design(", onFailure: skip"), "score").outcome).toBe("skipped");
    const retried = of(design(", onFailure: retry once"), "score");
    const score = retried.moves.find(({ name }) => name === "score")!;
    expect(score.after).toBeCloseTo(2 * score.before, 10);
  });

  it("takes machines by name, however it is written, and says what losing one copy does", () => {
    const failure = of(design(""), "featureStore");
    expect(failure.steps).toEqual(["features"]);
    // 60% on three copies are 90% on two.
    expect(failure.oneCopyLost!.after).toBeCloseTo(0.9, 6);
  });

  it("says what was probably meant", () => {
    expect(problemOf(() => of(design(""), "scor"))).toMatchObject({
      code: "sizing/unknown-component",
      fix: expect.stringContaining("score") as string,
    });
  });
});

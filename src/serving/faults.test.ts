import { describe, expect, it } from "vitest";
import { systemClock } from "../kit/clock.ts";
import { Problem } from "../kit/problem.ts";
import { injectFaults, parseFault } from "./faults.ts";
import { runPath, type RequestPath } from "./path.ts";

const path: RequestPath<{ ranked?: boolean }> = {
  steps: [
    { name: "features", budgetMillis: 5, run: () => {} },
    {
      name: "rank",
      budgetMillis: 5,
      run: (state) => {
        state.ranked = true;
      },
    },
  ],
  deadlineMillis: 500,
  fallback: { name: "popular", run: () => {} },
};

describe("a fault", () => {
  it("is read as people write it", () => {
    expect(parseFault("rank: sleep 200ms")).toEqual({ step: "rank", sleepMillis: 200 });
    expect(parseFault(" rank:sleep 1.5s ")).toEqual({ step: "rank", sleepMillis: 1500 });
    expect(parseFault("re-rank: fail")).toEqual({ step: "re-rank", fail: true });
  });

  it.each([
    "",
    "rank",
    "rank: sleep",
    "rank: sleep 200",
    "rank: sleep -5ms",
    "rank: sleep 1h",
    "rank: die",
    "rank: sleep 9999s",
  ])("is refused with what to write instead: %j", (text) => {
    expect(() => parseFault(text)).toThrow(Problem);
  });

  it("makes a step slow and leaves its work", async () => {
    const { state, timings } = await runPath(
      injectFaults(path, [{ step: "rank", sleepMillis: 30 }]),
      {},
      { clock: systemClock },
    );
    expect(state.ranked).toBe(true);
    expect(timings[1]).toMatchObject({ step: "rank", overBudget: true });
  });

  it("makes a step fail, and only the path it was put into", async () => {
    const broken = await runPath(injectFaults(path, [parseFault("rank: fail")]), {}, { clock: systemClock });
    expect(broken.fallback).toMatchObject({ step: "rank", kind: "failed" });
    const whole = await runPath(path, {}, { clock: systemClock });
    expect(whole.fallback).toBeUndefined();
  });

  it("names the step that was meant", () => {
    expect(() => injectFaults(path, [parseFault("rnk: fail")])).toThrow(
      expect.objectContaining({
        code: "serving/unknown-step",
        fix: "did you mean `rank`? name one of: features, rank",
      }),
    );
  });
});

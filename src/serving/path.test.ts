import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { manualClock, systemClock } from "../kit/clock.ts";
import { Problem } from "../kit/problem.ts";
import { runPath, type RequestPath, type Step } from "./path.ts";

interface State {
  seen: string[];
  items?: string[];
}

const quick = (name: string): Step<State> => ({
  name,
  budgetMillis: 5,
  run: (state) => {
    state.seen = [...state.seen, name];
  },
});

const pathOf = (steps: Step<State>[], deadlineMillis = 1000): RequestPath<State> => ({
  steps,
  deadlineMillis,
  fallback: {
    name: "popular",
    run: (state) => {
      state.items = ["milk"];
    },
  },
});

const sleep = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis));

describe("a request path", () => {
  let unhandled: unknown[];
  const note = (error: unknown) => unhandled.push(error);
  beforeEach(() => {
    unhandled = [];
    process.on("unhandledRejection", note);
  });
  afterEach(() => process.off("unhandledRejection", note));

  it("runs its steps in order and times each", async () => {
    const clock = manualClock();
    const slow: Step<State> = { ...quick("rank"), run: () => clock.advance(7) };
    const result = await runPath(pathOf([quick("features"), slow, quick("rerank")]), { seen: [] }, { clock });
    expect(result).toEqual({
      state: { seen: ["features", "rerank"] },
      timings: [
        { step: "features", millis: 0, overBudget: false },
        { step: "rank", millis: 7, overBudget: true },
        { step: "rerank", millis: 0, overBudget: false },
      ],
      totalMillis: 7,
    });
  });

  it("answers by the fallback when a step throws, and tells nothing of our own mistake", async () => {
    const broken: Step<State> = {
      ...quick("rank"),
      run: () => {
        throw new Error("password=hunter2");
      },
    };
    const { state, fallback } = await runPath(pathOf([broken, quick("rerank")]), { seen: [] }, { clock: systemClock });
    expect(state).toEqual({ seen: [], items: ["milk"] });
    expect(fallback).toMatchObject({
      name: "popular",
      step: "rank",
      kind: "failed",
      because: "Step rank failed unexpectedly.",
    });
    expect((fallback!.error as Error).message).toBe("password=hunter2");
  });

  it("passes on what a Problem says", async () => {
    const refusing: Step<State> = {
      ...quick("rank"),
      run: async () => {
        throw new Problem({ code: "serving/worker-gone", found: "No worker is alive.", fix: "wait" });
      },
    };
    const { fallback } = await runPath(pathOf([refusing]), { seen: [] }, { clock: systemClock });
    expect(fallback!.because).toBe("Step rank failed: No worker is alive.");
  });

  it("stops waiting for an asynchronous step at the deadline, whatever the step does later", async () => {
    const late: Step<State> = {
      ...quick("rank"),
      run: async (state) => {
        await sleep(60);
        state.items = ["too late"];
        throw new Error("and broken");
      },
    };
    const { state, fallback, timings } = await runPath(pathOf([late], 20), { seen: [] }, { clock: systemClock });
    expect(fallback).toMatchObject({ step: "rank", kind: "late" });
    expect(fallback!.because).toBe("Step rank was not done when the deadline of 20 ms passed.");
    expect(timings[0]).toMatchObject({ step: "rank", overBudget: true });
    await sleep(80);
    expect(state.items).toEqual(["milk"]);
    expect(unhandled).toEqual([]);
  });

  it("does not use a synchronous step that ended after the deadline", async () => {
    const clock = manualClock();
    const slow: Step<State> = { ...quick("rank"), run: () => clock.advance(21) };
    const { fallback } = await runPath(pathOf([slow, quick("rerank")], 20), { seen: [] }, { clock });
    expect(fallback).toMatchObject({ step: "rank", kind: "late" });
  });

  it("counts the time a request waited before its path began", async () => {
    const clock = manualClock();
    clock.advance(100);
    const { fallback, totalMillis } = await runPath(
      pathOf([quick("features")], 20),
      { seen: [] },
      { clock, startedMillis: 70 },
    );
    expect(fallback).toMatchObject({ step: "features", kind: "late" });
    expect(totalMillis).toBe(30);
  });

  it("tells a step how long it may still take", async () => {
    const clock = manualClock();
    const left: number[] = [];
    const asking = (name: string): Step<State> => ({
      name,
      budgetMillis: 5,
      run: (_, deadline) => {
        left.push(deadline.remainingMillis());
        clock.advance(8);
      },
    });
    await runPath(pathOf([asking("features"), asking("rank")], 20), { seen: [] }, { clock });
    expect(left).toEqual([20, 12]);
  });

  it("hands on the failure of the fallback itself", async () => {
    const path = pathOf([{ ...quick("rank"), run: () => Promise.reject(new Error("rank")) }]);
    const hopeless = { ...path, fallback: { name: "popular", run: () => Promise.reject(new Error("no memory")) } };
    await expect(runPath(hopeless, { seen: [] }, { clock: systemClock })).rejects.toThrow("no memory");
  });
});

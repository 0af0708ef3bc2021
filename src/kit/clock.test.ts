import { describe, expect, it } from "vitest";
import { clockStartingAt, manualClock, systemClock } from "./clock.ts";

describe("a clock that starts at a moment", () => {
  it("shows that moment first, and then runs at the speed of the one below", () => {
    const base = manualClock(5000);
    const clock = clockStartingAt(1_500_000_000_000, base);
    expect(clock.nowMillis()).toBe(1_500_000_000_000);
    base.advance(250.7);
    expect(clock.nowMillis()).toBe(1_500_000_000_250);
    expect(clock.elapsedMillis()).toBe(base.elapsedMillis());
  });
});

describe("a manual clock", () => {
  it("stands still until it is moved, and moves both its times", () => {
    const clock = manualClock(10);
    expect([clock.nowMillis(), clock.elapsedMillis()]).toEqual([10, 10]);
    clock.advance(5);
    expect([clock.nowMillis(), clock.elapsedMillis()]).toEqual([15, 15]);
  });
});

describe("the clock of this machine", () => {
  it("shows whole milliseconds since 1970, and elapsed time that does not run backwards", () => {
    expect(Number.isInteger(systemClock.nowMillis())).toBe(true);
    expect(systemClock.nowMillis()).toBeGreaterThan(Date.UTC(2025, 0, 1));
    const seen = Array.from({ length: 1000 }, () => systemClock.elapsedMillis());
    expect(seen.every((millis, at) => at === 0 || millis >= seen[at - 1]!)).toBe(true);
  });
});

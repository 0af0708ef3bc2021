import type { Clock } from "../kit/clock.ts";

/** The moment at which a request stops waiting; it travels along with the request. */
export interface Deadline {
  /** Milliseconds left, never below 0. */
  remainingMillis(): number;
  passed(): boolean;
}

/**
 * A deadline `millis` after `startedMillis`.
 *
 * @param startedMillis  on the clock's elapsed scale, such as the moment the request arrived; now when absent
 */
export function startDeadline(millis: number, clock: Clock, startedMillis: number = clock.elapsedMillis()): Deadline {
  const at = startedMillis + millis;
  return {
    remainingMillis: () => Math.max(0, at - clock.elapsedMillis()),
    passed: () => clock.elapsedMillis() >= at,
  };
}

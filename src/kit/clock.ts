/** Time as an argument: wall time in milliseconds since 1970 UTC, and elapsed time that never runs backwards. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  nowMillis(): number;
  /** Monotonic milliseconds from an arbitrary origin, with a fraction. */
  elapsedMillis(): number;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  nowMillis: () => Date.now(),
  elapsedMillis: () => performance.now(),
};

/** A clock that starts at a given moment and then runs at the speed of `base`: replays a past day as if it were today. */
export function clockStartingAt(startMillis: number, base: Clock = systemClock): Clock {
  const origin = base.elapsedMillis();
  return {
    nowMillis: () => startMillis + Math.floor(base.elapsedMillis() - origin),
    elapsedMillis: () => base.elapsedMillis(),
  };
}

/** A clock that moves only when told to, for tests and simulations. */
export function manualClock(startMillis = 0): Clock & { advance(millis: number): void } {
  let now = startMillis;
  return {
    nowMillis: () => now,
    elapsedMillis: () => now,
    advance: (millis) => {
      now += millis;
    },
  };
}

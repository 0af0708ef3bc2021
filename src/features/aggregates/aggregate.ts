/**
 * One aggregate, whole: what it reads of an event, its plain SQL, its fast SQL and its incremental form. The four must
 * mean the same; the parity property of this room holds them equal.
 */
export interface Aggregate {
  /** What an event says to it: that it happened, a finite number, or any value. */
  readonly reads: "occurrence" | "number" | "value";
  /** Value over no events; NaN is missing. */
  readonly empty: 0 | typeof NaN;
  /** The obvious SQL aggregate over joined rows, for the oracle. */
  readonly oracleSql: (event: OracleEvent) => string;
  /** Running quantities that fast SQL carries along a key's time line. */
  readonly tracks: readonly Track[];
  /** The value at a decision, from the running quantities there, in the order of `tracks`. */
  readonly valueSql: (tracks: readonly string[], decision: DecisionSql) => string;
  /** The incremental form; its window is `overMillis` long. */
  readonly accumulator: (overMillis: number) => Accumulator;
}

/** SQL expressions over a decision `d` joined with an event `e`. */
export interface OracleEvent {
  readonly reading: string;
  /** `FILTER (WHERE …)`: the event passes and lies in the window. */
  readonly filter: string;
}

export interface DecisionSql {
  readonly timeMillis: string;
  readonly overMillis: number;
}

/**
 * A running quantity. `sum` gains an expression when an event enters the window and loses it when the event leaves;
 * `max` and `latest` (the expression at the greatest order of time and id) only ever gain; `distinct` is the number of
 * different readings in the window.
 */
export type Track =
  | { readonly running: "sum" | "max" | "latest"; readonly of: (reading: string) => string }
  | { readonly running: "distinct" };

/**
 * One feature's state for many keys, each key a slot counted from 0. Constant time per call. A slot whose events have all
 * left is as new, since what enters leaves exactly: another key may take it.
 */
export interface Accumulator {
  /** Makes room for slots below `slotCount`. */
  reserve(slotCount: number): void;
  /** An event becomes visible inside the window; `reading` is what it says (1 for an occurrence), never missing. */
  enter(slot: number, reading: unknown, timeMillis: number, id: string): void;
  /** An event that had entered grows older than the window. */
  leave(slot: number, reading: unknown): void;
  /** NaN when missing. */
  value(slot: number, nowMillis: number): number;
}

/** A longer copy; the new places are filled with `filler`. */
export function widened(values: Float64Array, length: number, filler: number): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(length).fill(filler, values.length);
  wider.set(values);
  return wider;
}

import type { Fact } from "../advice.ts";

/** A number worked out from the document, and the values that it rests on. */
export interface Figure {
  readonly value: number;
  readonly facts: readonly Fact[];
  /** How it came about: `stated`, or the sum in words. */
  readonly how: string;
}

export const stated = (value: number, facts: readonly Fact[]): Figure => ({ value, facts, how: "stated" });
export const derived = (value: number, facts: readonly Fact[], how: string): Figure => ({ value, facts, how });

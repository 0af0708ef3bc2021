import type { Design } from "../../design/design.ts";
import type { Fact, PlainValue } from "../advice.ts";

/** What one field should hold, as written in a document, and why. */
export interface FieldValue {
  readonly value: PlainValue;
  readonly because: string;
  readonly consequence: string;
  readonly facts: readonly Fact[];
}

/** How to fill one field. */
export interface FieldAdvice {
  /** Path with `[*]` for the items of a list: `data.labels[*].window`. */
  readonly at: string;
  /**
   * @param index  of the item, for a path with `[*]`; 0 otherwise
   * @returns `undefined` while what it is worked out from is not known
   */
  propose(design: Design, index: number): FieldValue | undefined;
}

export const field = (at: string, propose: FieldAdvice["propose"]): FieldAdvice => ({ at, propose });

export const value = (
  written: PlainValue,
  because: string,
  consequence: string,
  ...found: readonly (readonly Fact[])[]
): FieldValue => ({ value: written, because, consequence, facts: found.flat() });

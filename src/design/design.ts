import type { Place } from "../kit/problem.ts";
import type { DesignInput as SettledInput, DesignValue } from "./schema/design.ts";
import type { Path, UnsettledByPath } from "./unsettled.ts";
import type { Span } from "./yaml-source.ts";

type Frozen<Value> = Value extends string | number | boolean | undefined | null
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof Value]: Frozen<Value[Key]> };

/** A design: frozen plain data. `unsettled` tells where the document says `unknown`, `none: why` or `later: when`. */
export type Design = Frozen<DesignValue> & { readonly unsettled: UnsettledByPath };

/** A design together with the text that it was read from. */
export interface DesignDocument {
  readonly design: Design;
  readonly file: string;
  readonly text: string;
  /** Where a path such as `["metrics", "offline", 0, "target"]` stands in the text. */
  placeOf(path: Path): Place;
  /** From a key to the end of its value; of the nearest parent that is written, where the path is not. */
  spanOf(path: Path): Span;
  /** Where a path of the design stands in the document: items that are left open count there, and not here. */
  writtenPath(path: Path): Path;
}

type OpenWords =
  "unknown" | `none: ${string}` | `later: ${string}` | { readonly none: string } | { readonly later: string };
type Open<Value> = Value extends readonly (infer Item)[]
  ? readonly (Open<Item> | OpenWords)[]
  : Value extends object
    ? { readonly [Key in keyof Value]: undefined extends Value[Key] ? Open<Value[Key]> | OpenWords : Open<Value[Key]> }
    : Value;

/** What a person writes: every optional value, and every item of a list, may be left open. */
export type DesignInput = Open<SettledInput>;

/** Freezes a tree of plain data, all the way down. */
export function deepFreeze<Value>(value: Value): Value {
  if (value === null || typeof value !== "object" || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}

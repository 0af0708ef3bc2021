import type { Place } from "../kit/problem.ts";
import type { DesignInput, DesignValue } from "./schema/design.ts";
import type { Path, UnsettledByPath } from "./unsettled.ts";

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
}

export type { DesignInput };

/** Freezes a tree of plain data, all the way down. */
export function deepFreeze<Value>(value: Value): Value {
  if (value === null || typeof value !== "object" || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}

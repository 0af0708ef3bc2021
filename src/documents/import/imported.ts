import type { QuantityKind } from "../../kit/quantity.ts";

/** A stretch of the Markdown text. Lines and columns count from 1, offsets in UTF-16 units from 0; the end lies outside. */
export interface SourceRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly start: number;
  readonly end: number;
}

/** A value of the design and the words that state it. */
export interface PlacedValue {
  /** Where it stands in the design: `requirements.scale.users`, `metrics.guardrails[0].target`. */
  readonly path: string;
  /** As the design says it. */
  readonly value: string;
  /** As the document says it: exactly what stands at `range`. */
  readonly text: string;
  readonly range: SourceRange;
}

export type NumberKind =
  QuantityKind | "range" | "factor" | "number" | "foreignMoney" | "points" | "uncertain" | "otherRate";

/** A number with its unit as it stands in the document. */
export interface FoundNumber {
  readonly text: string;
  readonly range: SourceRange;
  readonly line: number;
  readonly kind: NumberKind;
  /** As the format writes it; absent where unit or meaning is not certain. */
  readonly quantity?: string;
  /** Where it became a claim, marked `imported, unconfirmed`. */
  readonly path?: string;
  /** Why it did not. */
  readonly why?: string;
}

/** A block that no part of the format fits; its text is kept in the notes of the stage it stands under. */
export interface Unplaced {
  readonly text: string;
  readonly range: SourceRange;
  /** The nearest heading, as written. */
  readonly heading?: string;
  /** The part of the design whose notes hold it. */
  readonly stage: string;
}

export const setAsideKinds = [
  "prompt",
  "open",
  "struck",
  "out-of-scope",
  "deferral",
  "to-reviewer",
  "comment",
] as const;
export type SetAsideKind = (typeof setAsideKinds)[number];

/** What was recognised as no statement about the system. */
export interface SetAside {
  readonly kind: SetAsideKind;
  readonly text: string;
  readonly range: SourceRange;
}

export interface ImportedComponent {
  readonly name: string;
  readonly range: SourceRange;
}

export interface ImportedFlow {
  readonly from: string;
  readonly to: string;
  readonly carries?: string;
  readonly range: SourceRange;
}

/** What the diagrams of a document say. */
export interface ImportedArchitecture {
  readonly components: readonly ImportedComponent[];
  readonly flows: readonly ImportedFlow[];
}

/** What an existing document says, as a design; nothing in it was guessed and nothing of it was dropped. */
export interface Imported {
  /** A design that `parseDesign` accepts. */
  readonly yaml: string;
  readonly placed: readonly PlacedValue[];
  readonly numbers: readonly FoundNumber[];
  readonly unplaced: readonly Unplaced[];
  readonly setAside: readonly SetAside[];
  readonly architecture: ImportedArchitecture;
}

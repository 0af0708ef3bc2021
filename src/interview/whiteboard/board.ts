import type { SaidQuantity } from "../statement.ts";

/** What a drawn box is; decides its icon, its zone and how it is sized. */
export const boxKinds = [
  "user",
  "gateway",
  "service",
  "features",
  "retrieval",
  "ranker",
  "model",
  "rules",
  "cache",
  "store",
  "source",
  "stream",
  "batch job",
  "training",
  "registry",
  "queue",
  "human",
  "monitor",
  "note",
] as const;
export type BoxKind = (typeof boxKinds)[number];

/** A box with what is written in it. */
export interface BoardBox {
  readonly id: string;
  readonly name: string;
  readonly kind: BoxKind;
  readonly numbers: readonly SaidQuantity[];
  readonly p50Millis?: number;
  readonly p99Millis?: number;
  readonly replicas?: number;
  /** What answers when it does not. */
  readonly fallback?: string;
  /** Bullet points: a requirements box, a table of metrics. */
  readonly lines: readonly string[];
  /** Offsets in the text that was drawn. */
  readonly start: number;
  readonly end: number;
}

export interface BoardArrow {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** `fallback`: where a request goes when `from` does not answer. */
  readonly kind: "request" | "data" | "feedback" | "fallback";
  readonly numbers: readonly SaidQuantity[];
  readonly start: number;
  readonly end: number;
}

/** What stands on the whiteboard at a moment. */
export interface Board {
  /** The whole text, from which all the rest is read. */
  readonly text: string;
  /** Where in it the lines begin that were drawn last; 0 when absent. */
  readonly addedFrom?: number;
  readonly boxes: readonly BoardBox[];
  readonly arrows: readonly BoardArrow[];
  /** Lines that could not be read, with the reason. */
  readonly unread: readonly { readonly line: number; readonly text: string; readonly why: string }[];
}

export const emptyBoard: Board = Object.freeze({ text: "", boxes: [], arrows: [], unread: [] });

/** A document before it has a format: what a reader sees, one after the other. */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly spans: readonly Span[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Span[])[] }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly (readonly Span[])[])[];
    }
  | { readonly kind: "picture"; readonly title: string; readonly svg?: string; readonly mermaid?: string };

/** A stretch of text with one meaning. */
export interface Span {
  readonly text: string;
  readonly as?:
    | "strong"
    | "soft"
    | "code"
    | "unknown"
    | "none"
    | "later"
    | "holds"
    | "broken"
    | "inconclusive"
    | "untested"
    | undefined;
}

export const plainSpan = (text: string): Span => ({ text });
export const strong = (text: string): Span => ({ text, as: "strong" });
export const soft = (text: string): Span => ({ text, as: "soft" });

/** The text of spans, without their meaning. */
export const spansText = (spans: readonly Span[]): string => spans.map(({ text }) => text).join("");

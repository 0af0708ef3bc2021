import type { BoardArrow } from "./board.ts";

/** An arrow as typed, and what is written on it. */
export interface TypedArrow {
  readonly kind: BoardArrow["kind"];
  readonly points: "right" | "left" | "both";
  readonly label?: string;
}

/** What stands between two arrows of a line, with its offset in the line. */
export interface Segment {
  readonly text: string;
  readonly at: number;
}

const boxed = String.raw`\[[^\][\n]*\]|\{[^{}]*\}`;
const both = "<-{1,2}>|<=>|↔|⇔";
const feedback = String.raw`-\.{1,3}-?>|\.{2,3}>|⇢|⤏`;
const fallback = "~{1,3}>|⇝|↝|⤳";
const data = "={1,3}>|⇒|⟹|⇨";
const request = String.raw`-{1,2}\|[^|\n]{1,60}\|-{0,2}>|-{1,4}>(?:\|[^|\n]{1,60}\|)?|\s--\s[^-<>[\]\n]{1,60}\s-->|→|⟶|➔|➜|➝|➞|►|▶|—>|–>|─{1,4}>`;
const left = String.raw`<-{1,2}(?=[\s[])|←|⟵`;
const token = new RegExp(
  `(?<boxed>${boxed})|(?<both>${both})|(?<feedback>${feedback})|(?<fallback>${fallback})|(?<data>${data})|(?<request>${request})|(?<left>${left})`,
  "g",
);

/** A line as segments with arrows between them: one segment more than arrows. What is in brackets holds no arrows. */
export function splitArrows(line: string): { segments: Segment[]; arrows: TypedArrow[] } {
  const segments: Segment[] = [];
  const arrows: TypedArrow[] = [];
  let from = 0;
  for (const match of line.matchAll(token)) {
    const arrow = arrowOf(match.groups!);
    if (!arrow) continue;
    segments.push({ text: line.slice(from, match.index), at: from });
    arrows.push(arrow);
    from = match.index + match[0].length;
  }
  segments.push({ text: line.slice(from), at: from });
  return { segments, arrows };
}

function arrowOf(groups: Readonly<Record<string, string | undefined>>): TypedArrow | undefined {
  if (groups["boxed"] !== undefined) return undefined;
  if (groups["both"] !== undefined) return { kind: "request", points: "both" };
  if (groups["left"] !== undefined) return { kind: "request", points: "left" };
  const kind = (["feedback", "fallback", "data"] as const).find((name) => groups[name] !== undefined);
  if (kind) return { kind, points: "right" };
  const written = /\|([^|]+)\||--\s([^-]+)\s--/.exec(groups["request"]!);
  const label = (written?.[1] ?? written?.[2])?.trim();
  return { kind: "request", points: "right", ...(label && { label }) };
}

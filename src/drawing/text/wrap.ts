import { widestTextWidth, type Weight } from "./measure.ts";

export interface Font {
  readonly sizePx: number;
  readonly weight: Weight;
}

/**
 * A text in at most `lineCount` lines, broken at spaces where it can be; what does not fit ends in an ellipsis.
 *
 * @param widthPx  no line is longer, in any of the known fonts
 */
export function wrapText(text: string, font: Font, widthPx: number, lineCount: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== "" && lines.length < lineCount - 1 && !fits(rest, font, widthPx)) {
    const cut = breakAt(rest, font, widthPx);
    lines.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return rest === "" ? lines : [...lines, ellipsised(rest, font, widthPx)];
}

/** The longest beginning of a text that fits with an ellipsis, or the whole text when that fits. */
export function ellipsised(text: string, font: Font, widthPx: number): string {
  if (fits(text, font, widthPx)) return text;
  const parts = graphemes(text);
  return `${parts
    .slice(0, longestFit(parts, font, widthPx, "…"))
    .join("")
    .trimEnd()}…`;
}

const fits = (text: string, { sizePx, weight }: Font, widthPx: number): boolean =>
  widestTextWidth(text, sizePx, weight) <= widthPx;

/** Where a line ends: after the last space or hyphen that fits, else inside a word, never inside a character. */
function breakAt(text: string, font: Font, widthPx: number): number {
  const parts = graphemes(text);
  const head = parts.slice(0, Math.max(1, longestFit(parts, font, widthPx, ""))).join("");
  const dot = head.lastIndexOf(" · ");
  if (dot > head.length / 3) return dot + 2;
  if (text[head.length] === " ") return head.length;
  const space = Math.max(head.lastIndexOf(" "), head.lastIndexOf("-"), head.lastIndexOf("_"), head.lastIndexOf("/"));
  return space > head.length / 3 ? space + 1 : head.length;
}

function longestFit(parts: readonly string[], font: Font, widthPx: number, end: string): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(parts.slice(0, middle).join("") + end, font, widthPx)) low = middle;
    else high = middle - 1;
  }
  return low;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text.slice(0, 600)), ({ segment }) => segment);
}

import type { RawNumber } from "./numbers/find.ts";

/** The words around a number that speak of it: up to the next mark or the next number. */
export function segmentAround(
  text: string,
  number: RawNumber,
  all: readonly RawNumber[],
): { before: string; after: string } {
  const sentence = sentenceAround(text, number);
  const before = text.slice(Math.max(sentence.start, lastBoundary(text, number, all, sentence.start)), number.start);
  const after = text.slice(number.end, Math.min(sentence.end, nextBoundary(text, number, all, sentence.end)));
  return { before, after };
}

const MARK = /[;()|\n]|[,:](?=\s)|\s[–—-]\s/g;
const CONJUNCTION = /(?:,\s+)?\s(?:and|und|et|y|e|while|sowie|plus|with|mit|avec|con|com)\s/giu;

function lastBoundary(text: string, number: RawNumber, all: readonly RawNumber[], from: number): number {
  const previous = all.findLast(({ end }) => end <= number.start);
  const marks = [...text.slice(from, number.start).matchAll(MARK)].filter(
    ({ 0: mark }) => mark !== ":" && mark !== "(",
  );
  const lastMark = marks.at(-1) ? from + marks.at(-1)!.index + 1 : from;
  if (!previous || previous.end <= lastMark) return lastMark;
  const joint = [...text.slice(previous.end, number.start).matchAll(CONJUNCTION)].at(-1);
  return Math.max(lastMark, joint ? previous.end + joint.index : previous.end);
}

function nextBoundary(text: string, number: RawNumber, all: readonly RawNumber[], to: number): number {
  const next = all.find(({ start }) => start >= number.end);
  const mark = [...text.slice(number.end, to).matchAll(MARK)][0];
  const firstMark = mark ? number.end + mark.index : to;
  if (!next || next.start >= firstMark) return firstMark;
  const joint = [...text.slice(number.end, next.start).matchAll(CONJUNCTION)][0];
  return Math.min(firstMark, joint ? number.end + joint.index : next.start);
}

const ENDS =
  /(?<!\b(?:e\.g|i\.e|ca|bzw|z\.\s?B|p\.\s?ex|vs|Mio|Mrd|Tsd|approx|max|min|etc))[.!?](?=\s+["„«(]?[\p{Lu}\d]|\s*$)|\n/gu;

/** Where the sentence that holds a number begins and ends. */
export function sentenceAround(
  text: string,
  { start, end }: Pick<RawNumber, "start" | "end">,
): { start: number; end: number } {
  let [from, to] = [0, text.length];
  for (const { index, 0: mark } of text.matchAll(ENDS)) {
    if (index < start) from = index + mark.length;
    else if (index >= end) {
      to = index;
      break;
    }
  }
  return { start: from, end: to };
}

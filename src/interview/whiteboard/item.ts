import type { BoxKind } from "./board.ts";
import { kindWritten } from "./box-kinds.ts";
import { readNumbers, saysWhatItIs, type DrawnNumber } from "./numbers.ts";

/** A box as one line writes it. */
export interface Item {
  readonly name: string;
  /** In square brackets: a box of exactly this name. */
  readonly isBoxed: boolean;
  readonly kind?: BoxKind;
  readonly numbers: readonly DrawnNumber[];
  readonly lines: readonly string[];
  readonly fallback?: string;
  /** Behind ` : `, for the arrow that leads here. */
  readonly arrowLabel?: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the longest known name at the beginning of a text; its length in characters. */
export type KnownPrefix = (text: string) => number;

export const longestName = 60;

/**
 * Reads a box with what stands behind it.
 *
 * @param at  offset of the text in the board
 * @returns `undefined` where there is no name
 */
export function readItem(text: string, at: number, known: KnownPrefix): Item | undefined {
  const lead = text.length - text.trimStart().length;
  const body = text.trim();
  const start = at + lead;
  const boxed = /^\[([^\][]*)\]/.exec(body);
  const found = boxed ? boxedName(boxed[1]!, start + 1) : bareName(body, known);
  if (!found || !/[\p{L}\p{N}]/u.test(found.name) || found.name.length > longestName) return undefined;
  const from = boxed ? boxed[0].length : found.length;
  const rest = readRest(body.slice(from), start + from);
  const inside = boxed ? found : { numbers: [], lines: [] };
  const kind = rest.kind ?? found.kind;
  return {
    ...rest,
    name: found.name,
    isBoxed: boxed !== null,
    ...(kind && { kind }),
    numbers: [...inside.numbers, ...rest.numbers],
    lines: [...inside.lines, ...rest.lines],
    start,
    end: start + body.length,
  };
}

interface Found {
  readonly name: string;
  readonly length: number;
  readonly kind?: BoxKind;
  readonly numbers: readonly DrawnNumber[];
  readonly lines: readonly string[];
}

/** `features: redis p99 8 ms` inside brackets: a name, and what is written below it. */
function boxedName(inside: string, at: number): Found {
  const cut = /[:|\n]/.exec(inside)?.index ?? inside.length;
  const head = inside.slice(0, cut);
  const numbers = readNumbers(head, at).filter(saysWhatItIs);
  const end = numbers.length > 0 ? numbers[0]!.start - at : head.length;
  const { name, kind } = withoutKind(head.slice(0, end));
  const below = readRest(inside.slice(cut + 1), at + cut + 1);
  return {
    name,
    length: inside.length,
    ...((kind ?? below.kind) && { kind: (kind ?? below.kind)! }),
    numbers: [...numbers, ...below.numbers],
    lines: below.lines,
  };
}

function withoutKind(text: string): { name: string; kind?: BoxKind } {
  const match = /\(([^()]{1,30})\)\s*$/.exec(text);
  const kind = match ? kindWritten(match[1]!) : undefined;
  return kind ? { name: tidy(text.slice(0, match!.index)), kind } : { name: tidy(text) };
}

function bareName(body: string, known: KnownPrefix): Found {
  const prefix = known(body);
  if (prefix > 0) return { name: body.slice(0, prefix).trim(), length: prefix, numbers: [], lines: [] };
  const stop = /[({:]|\bfallback\b/i.exec(body)?.index ?? body.length;
  const number = readNumbers(body.slice(0, stop)).find(saysWhatItIs);
  const length = number && number.start > 0 ? number.start : stop;
  return { name: tidy(body.slice(0, length)), length, numbers: [], lines: [] };
}

export const tidy = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/^[\s"'`,;|]+/, "")
    .trimEnd()
    .replace(/[\s"'`,;|]{1,20}$/, "");

interface Rest {
  readonly kind?: BoxKind;
  readonly numbers: readonly DrawnNumber[];
  readonly lines: readonly string[];
  readonly fallback?: string;
  readonly arrowLabel?: string;
}

/** What stands behind a name: numbers, a kind, bullets, a fallback, the label of the arrow, other words. */
function readRest(text: string, at: number): Rest {
  const bullets = /\{([^{}]*)\}?/.exec(text);
  const outside = bullets ? text.slice(0, bullets.index) : text;
  const lines = bullets ? bullets[1]!.split(/[;\n]/).map((line) => tidy(line.replace(/^\s*[-*•]\s/, ""))) : [];
  const fallback = /\b(?:fallback|falls? back)(?:\s+to)?\s*[:=]?\s*([^,;]+)/i.exec(outside);
  const labelled = /^\s+:\s*(\S.*)$/s.exec(outside);
  const numbers = readNumbers(text, at);
  const plain = fallback ? outside.slice(0, fallback.index) : labelled ? "" : outside;
  const { kind, words } = wordsOf(plain, at, numbers);
  return {
    numbers,
    lines: [...words, ...lines].filter((line) => line !== ""),
    ...(kind && { kind }),
    ...(fallback && { fallback: tidy(fallback[1]!) }),
    ...(labelled && !fallback && { arrowLabel: tidy(labelled[1]!) }),
  };
}

/** Words that are no numbers: a kind in round brackets, else a line in the box. */
function wordsOf(text: string, at: number, numbers: readonly DrawnNumber[]): { kind?: BoxKind; words: string[] } {
  const written = /\(([^()]{1,30})\)/.exec(text);
  const kind = written ? kindWritten(written[1]!) : undefined;
  const shown = kind ? text.replace(written![0], " ".repeat(written![0].length)) : text;
  let left = "";
  let from = 0;
  for (const { start, end } of numbers) {
    if (end - at > shown.length) break;
    left += shown.slice(from, start - at);
    from = end - at;
  }
  left += shown.slice(from);
  const words = /\p{L}{2,}/u.test(left) ? [tidy(shown.replace(/^\s*[:,]\s*/, ""))] : [];
  return { ...(kind && { kind }), words };
}

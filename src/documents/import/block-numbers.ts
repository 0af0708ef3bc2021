import type { Block } from "./blocks.ts";
import type { Context } from "./context.ts";
import { findNumbers, type RawNumber } from "./numbers/find.ts";
import { bareNumber } from "./numbers/bare.ts";
import { placeNumber, type Around } from "./place-number.ts";
import { spanOfPlain, type Plain } from "./plain.ts";
import { segmentAround, sentenceAround } from "./segments.ts";
import type { Found, State } from "./state.ts";
import type { Statement } from "./statement.ts";
import { placeCanary } from "./place-canary.ts";
import { isBaselineColumn } from "./tables.ts";
import { folded } from "./words.ts";

/** The numbers of a block, in order. */
export interface BlockNumbers {
  readonly found: readonly Found[];
}

/** Finds the numbers of a block and keeps them; `dry` only looks. */
export function blockNumbers(block: Block, statement: Statement | undefined, state: State, dry = false): BlockNumbers {
  const { plain } = block;
  const raws = [...findNumbers(plain.text, state.language), ...bareCells(block, statement, state)].sort(
    (a, b) => a.start - b.start,
  );
  const found = raws.filter((raw, i) => i === 0 || raw.start >= raws[i - 1]!.end).map((raw) => located(raw, plain));
  if (!dry) state.numbers.push(...found);
  return { found };
}

function located(raw: RawNumber, plain: Plain): Found {
  const [start, end] = spanOfPlain({
    text: plain.text.slice(raw.start, raw.end),
    at: plain.at.slice(raw.start, raw.end + 1),
  });
  return { raw, start, end };
}

/** A cell that is only a number has its unit in the head of its column or in the first cell. */
function bareCells(block: Block, statement: Statement | undefined, state: State): RawNumber[] {
  if (!statement) return [];
  const label = statement.label?.text ?? "";
  if (!block.cells) return bareValue(block, statement, label, state);
  return (block.cells ?? []).flatMap((cell, i) => {
    const from = block.plain.at.indexOf(cell.at[0] ?? -1);
    const header = block.header?.[i]?.text ?? "";
    const raw =
      i === 0 || from < 0 || cell.text === "" ? undefined : bareNumber(cell.text, [header, label], state.language);
    return raw ? [{ ...raw, start: raw.start + from, end: raw.end + from }] : [];
  });
}

function bareValue(block: Block, { label, value }: Statement, words: string, state: State): RawNumber[] {
  const from = block.plain.at.indexOf(value.at[0] ?? -1);
  const raw = label && from >= 0 ? bareNumber(value.text, [words], state.language) : undefined;
  return raw ? [{ ...raw, start: raw.start + from, end: raw.end + from }] : [];
}

/** Finds the place of each number that has none yet. */
export function placeNumbers(
  { found }: BlockNumbers,
  block: Block,
  statement: Statement | undefined,
  context: Context,
  state: State,
): void {
  placeCanary(found, block.plain.text, state);
  for (const one of found) placeNumber(one, aroundOf(one, found, block, statement, context), state);
}

function aroundOf(
  one: Found,
  found: readonly Found[],
  block: Block,
  statement: Statement | undefined,
  context: Context,
): Around {
  const text = block.plain.text;
  const raws = found.map(({ raw }) => raw);
  const { before, after } = segmentAround(text, one.raw, raws);
  const sentence = sentenceAround(text, one.raw);
  const said = block.kind === "row" ? text : text.slice(sentence.start, sentence.end);
  const label = folded(statement?.label?.text ?? "");
  const column = folded(columnOf(one, block));
  const heading = block.kind === "heading" ? "" : folded(context.heading);
  const own = one.raw.noun ?? "";
  const near = `${label} ${column} ${folded(before)} ${own} ${folded(after)}`;
  return {
    before: folded(before),
    after: folded(after),
    near,
    wide: `${heading} ${label} ${column} ${folded(said)}`,
    since: folded(
      `${text.slice(Math.max(sentence.start, raws.findLast(({ end }) => end <= one.raw.start)?.end ?? 0), one.raw.start)} ${own}`,
    ),
    said,
    stage: context.stage,
    family: context.entry?.as === "offline" || context.entry?.as === "guardrails" ? context.entry.as : undefined,
    ofToday: isBaselineColumn(columnOf(one, block)),
    alike: raws.filter(({ kind, start }) => kind === one.raw.kind && start >= sentence.start && start < sentence.end)
      .length,
  };
}

/** The head of the column that a number stands in. */
function columnOf(one: Found, { cells, header }: Block): string {
  const at = (cells ?? []).findIndex((cell) => {
    const [start, end] = spanOfPlain(cell);
    return one.start >= start && one.end <= end;
  });
  return header?.[at]?.text ?? "";
}

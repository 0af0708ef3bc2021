import type { ComposedYaml } from "../yaml-source.ts";
import { fill } from "./fill.ts";
import { isInFlow, type Step } from "./locate.ts";
import { isJsonLike, writtenManner } from "./manner.ts";
import type { PlainValue } from "./plain-value.ts";
import { doubleQuoted, textOnLine } from "./scalar-text.ts";
import {
  columnOf,
  commentColumn,
  insertLines,
  isBlankLine,
  lineEnd,
  lineEndOf,
  lineStart,
  nextLine,
  pad,
  startsLine,
  type Splice,
} from "./text-lines.ts";
import { itemEnd, itemStart, itemsOf, isCollection, type Collection, type Item } from "./tokens.ts";
import { flowText, itemLines, pairLines, type Wanted } from "./value-text.ts";

/** What is put into a collection. */
export interface Newcomer {
  /** Absent for an item of a list. */
  readonly key?: string;
  readonly value: PlainValue;
  /** How many of those present stand before it. */
  readonly position: number;
}

/** Ways to put a key or an item into a collection, the most pleasant first. */
export function* insert(document: ComposedYaml, step: Step, newcomer: Newcomer): Generator<Splice[]> {
  const { token, bare } = step;
  if (bare) return yield braced(step, flowPart(document, step, newcomer));
  if (!isCollection(token)) return;
  const items = itemsOf(token);
  if (items.length === 0 && !isInFlow(step)) yield* fill(document, step, alone(newcomer));
  else if (token.type !== "flow-collection") yield* insertInBlock(document, step, items, newcomer);
  else yield* insertInFlow(document.text, token, items, newcomer.position, flowPart(document, step, newcomer));
}

const alone = ({ key, value }: Newcomer): PlainValue =>
  key === undefined ? [value] : Object.fromEntries([[key, value]]);

function flowPart(document: ComposedYaml, step: Step, { key, value }: Newcomer): string {
  const quoted = isJsonLike(document, step);
  if (key === undefined) return flowText(value, quoted);
  return `${quoted ? doubleQuoted(key) : textOnLine(key, { flow: true, key: true })}: ${flowText(value, quoted)}`;
}

function braced({ within }: Step, part: string): Splice[] {
  const [from, to] = [itemStart(within!.item), itemEnd(within!.item)];
  return [
    { from, to: from, text: "{" },
    { from: to, to, text: `, ${part}}` },
  ];
}

function* insertInBlock(
  document: ComposedYaml,
  step: Step,
  items: readonly Item[],
  newcomer: Newcomer,
): Generator<Splice[]> {
  const { text } = document;
  const column = columnOf(text, itemStart(items[0]!));
  const manner = writtenManner(document);
  const lines = (wanted: Wanted): string[] =>
    newcomer.key === undefined
      ? itemLines(newcomer.value, column, manner, wanted)
      : pairLines(newcomer.key, newcomer.value, column, manner, wanted);
  const pleasant = lines({ block: newcomer.key === undefined && items.at(-1)?.value?.type === "block-map" });
  const previous = items[newcomer.position - 1];
  if (!previous) {
    yield before(text, items[0]!, pleasant, column);
    return yield before(text, items[0]!, lines({ safe: true }), column);
  }
  const at = afterItem(text, previous, column);
  const eol = lineEndOf(text);
  if (!step.within && pleasant.length > 1 && spaced(text, items)) yield [insertLines(text, at, ["", ...pleasant], eol)];
  yield [insertLines(text, at, pleasant, eol)];
  yield [insertLines(text, at, lines({ safe: true }), eol)];
  yield [insertLines(text, nextLine(text, itemEnd(previous, true) - 1), lines({ safe: true }), eol)];
}

/** Whether stages are set apart by blank lines: one is, or none has lines of its own yet. */
function spaced(text: string, items: readonly Item[]): boolean {
  const long = items.filter((item) => lineEnd(text, itemStart(item)) < itemEnd(item));
  return long.length === 0 || long.some((item) => isBlankLine(text, lineStart(text, aboveComments(text, item) - 1)));
}

/** Where the comments start that stand directly above an item; its own line when there are none. */
function aboveComments(text: string, item: Item): number {
  let at = lineStart(text, itemStart(item));
  while (at > 0 && commentColumn(text, lineStart(text, at - 1)) !== undefined) at = lineStart(text, at - 1);
  return at;
}

/** Before the first item and the comments above it, save where those are the head of the document. */
function before(text: string, first: Item, lines: readonly string[], column: number): Splice[] {
  const from = itemStart(first);
  const eol = lineEndOf(text);
  if (!startsLine(text, from)) return [{ from, to: from, text: `${lines.join(eol).trimStart()}${eol}${pad(column)}` }];
  const above = aboveComments(text, first);
  return [insertLines(text, above === 0 ? lineStart(text, from) : above, lines, eol)];
}

/**
 * The line after an item. Comments directly below it count as its own where they are indented deeper than what
 * follows, and at least as deep as it is itself.
 */
function afterItem(text: string, item: Item, column: number): number {
  const end = itemEnd(item, true);
  let at = end > 0 && text[end - 1] === "\n" ? end : nextLine(text, end);
  const limit = followingColumn(text, at);
  for (
    let own = commentColumn(text, at);
    own !== undefined && own >= column && own > limit;
    own = commentColumn(text, at)
  ) {
    at = nextLine(text, at);
    if (at === text.length) break;
  }
  return at;
}

function followingColumn(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isBlankLine(text, at) || commentColumn(text, at) !== undefined)) at = nextLine(text, at);
  return /^ */.exec(text.slice(at, lineEnd(text, at)))![0].length;
}

function* insertInFlow(
  text: string,
  token: Collection,
  items: readonly Item[],
  position: number,
  part: string,
): Generator<Splice[]> {
  const previous = items[position - 1];
  if (!previous) return yield firstInFlow(text, token, items[0], part);
  const end = itemEnd(previous);
  if (ownLine(text, token, previous)) yield* onOwnLine(text, previous, part);
  yield [{ from: end, to: end, text: `, ${part}` }];
}

function firstInFlow(text: string, token: Collection, next: Item | undefined, part: string): Splice[] {
  if (!next) {
    const inner = text.slice(token.offset + 1);
    const blanks = /^[ \t]*(?=[\]}])/.exec(inner)?.[0].length ?? 0;
    return [{ from: token.offset + 1, to: token.offset + 1 + blanks, text: part }];
  }
  const from = itemStart(next);
  const gap = ownLine(text, token, next) ? lineEndOf(text) + pad(columnOf(text, from)) : " ";
  return [{ from, to: from, text: `${part},${gap}` }];
}

const ownLine = (text: string, token: Collection, item: Item): boolean =>
  startsLine(text, itemStart(item)) && lineStart(text, itemStart(item)) > token.offset;

/** In brackets over several lines, one item a line. */
function* onOwnLine(text: string, previous: Item, part: string): Generator<Splice[]> {
  const end = itemEnd(previous);
  const rest = text.slice(end, lineEnd(text, end));
  const found = /^([ \t]*,)?[ \t]*(#.*)?$/.exec(rest);
  if (!found) return;
  const at = lineEnd(text, end);
  const line = lineEndOf(text) + pad(columnOf(text, itemStart(previous))) + part;
  if (found[1] !== undefined) yield [{ from: at, to: at, text: `${line},` }];
  else if (at === end) yield [{ from: at, to: at, text: `,${line}` }];
  else
    yield [
      { from: end, to: end, text: "," },
      { from: at, to: at, text: line },
    ];
}

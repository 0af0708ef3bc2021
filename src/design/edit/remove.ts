import type { ComposedYaml } from "../yaml-source.ts";
import { fill, ownComments } from "./fill.ts";
import type { Step } from "./locate.ts";
import {
  columnOf,
  commentColumn,
  isBlankLine,
  lineEnd,
  lineEndOf,
  lineStart,
  nextLine,
  pad,
  startsLine,
  type Splice,
} from "./text-lines.ts";
import { commentsOf, isCollection, itemEnd, itemStart, itemsOf, type Collection, type Item } from "./tokens.ts";

/**
 * Ways to take a key or an item away. Comments on lines of their own stay, those above it and those inside of it; what
 * stands behind it on its lines goes with it. A collection that loses its last item stays as `{}` or `[]`.
 */
export function* remove(document: ComposedYaml, step: Step): Generator<Splice[]> {
  const { step: outer, item } = step.within!;
  const { token, bare } = outer;
  if (bare) return yield* fill(document, outer, {});
  if (!isCollection(token)) return;
  const items = itemsOf(token);
  const at = items.indexOf(item);
  if (token.type === "flow-collection") yield* removeFromFlow(document.text, token, items, at);
  else if (items.length === 1) yield* fill(document, outer, token.type === "block-map" ? {} : []);
  else yield* removeFromBlock(document.text, items, at);
}

function* removeFromBlock(text: string, items: readonly Item[], at: number): Generator<Splice[]> {
  const item = items[at]!;
  const start = itemStart(item);
  if (!startsLine(text, start)) return yield* removeFirstOnLine(text, item, items[at + 1]!);
  const from = lineStart(text, start);
  const to = nextLine(text, itemEnd(item));
  const own = ownComments(text, from, to);
  yield [cut(text, from, to, own)];
  yield [cut(text, from, to, own, true)];
  yield [withFollowing(text, from, to, own, columnOf(text, start), true)];
  yield [withFollowing(text, from, to, own, columnOf(text, start), false)];
}

/** A text that ends without a line end still does. */
function cut(text: string, from: number, to: number, own: readonly string[], keepEnd = false): Splice {
  const eol = lineEndOf(text);
  if (to < text.length || text.endsWith("\n") || keepEnd)
    return { from, to, text: own.map((line) => line + eol).join("") };
  const before = Math.max(0, from - eol.length);
  return { from: before, to, text: own.map((line) => eol + line).join("") };
}

/** Comments and blank lines below must not become part of a block scalar above. */
function withFollowing(
  text: string,
  from: number,
  to: number,
  own: readonly string[],
  column: number,
  blanks: boolean,
): Splice {
  const lines = [...own];
  let end = to;
  while (end < text.length && (isBlankLine(text, end) || commentColumn(text, end) !== undefined)) {
    if (!isBlankLine(text, end) || (blanks && lines.length > 0)) lines.push(text.slice(end, lineEnd(text, end)));
    end = nextLine(text, end);
  }
  const eol = lineEndOf(text);
  const put = lines.map((line) => (line.trim() === "" ? line : pad(column) + line.trimStart())).join(eol);
  const isOpenEnd = end === text.length && !text.endsWith("\n");
  return { from, to: end, text: put + (lines.length === 0 || isOpenEnd ? "" : eol) };
}

/** `- a: 1` above `b: 2`: what follows moves up, unless something stands between. */
function* removeFirstOnLine(text: string, item: Item, next: Item): Generator<Splice[]> {
  const start = itemStart(item);
  const end = itemEnd(item);
  const following = itemStart(next);
  const own = ownComments(text, start, following);
  const between = text.slice(lineEnd(text, end), following);
  if (own.length === 0 && /^\r?\n *$/.test(between)) yield [{ from: start, to: following, text: "" }];
  const from = text.slice(0, start).trimEnd().length;
  const inside = ownComments(text, start, lineEnd(text, end));
  yield [{ from, to: lineEnd(text, end), text: inside.map((line) => lineEndOf(text) + line).join("") }];
}

function* removeFromFlow(text: string, token: Collection, items: readonly Item[], at: number): Generator<Splice[]> {
  const [item, next, previous] = [items[at]!, items[at + 1], items[at - 1]];
  const [start, end] = [itemStart(item), itemEnd(item)];
  const comma = commaAfter(text, end);
  const lines = wholeLines(text, token, start, comma ?? end);
  if (lines && (comma !== undefined || next === undefined)) yield [{ ...lines, text: kept(text, start, end) }];
  const inner = ownComments(text, start, end).length > 0;
  if (next && !inner && !hasComment(text, end, itemStart(next))) yield [{ from: start, to: itemStart(next), text: "" }];
  if (!next && previous && !inner && !hasComment(text, itemEnd(previous), start))
    yield [{ from: itemEnd(previous), to: end, text: "" }];
  if (!next && !previous && !inner && comma === undefined) yield [{ from: start, to: end, text: "" }];
  const tail = ownComments(text, start, end)
    .map((line) => lineEndOf(text) + line)
    .join("");
  yield [
    { from: start, to: comma ?? end, text: tail === "" ? "" : tail + lineEndOf(text) + pad(columnOf(text, start)) },
  ];
}

const kept = (text: string, from: number, to: number): string =>
  ownComments(text, from, to)
    .map((line) => line + lineEndOf(text))
    .join("");

/** Where the comma after an item ends; blanks, line ends and comments may stand between. */
function commaAfter(text: string, from: number): number | undefined {
  let at = from;
  for (;;) {
    at += /^\s*/.exec(text.slice(at))![0].length;
    if (text[at] === ",") return at + 1;
    if (text[at] !== "#") return undefined;
    at = lineEnd(text, at);
  }
}

/** The lines of an item in brackets, where nothing else stands on them. */
function wholeLines(
  text: string,
  token: Collection,
  start: number,
  end: number,
): { from: number; to: number } | undefined {
  const from = lineStart(text, start);
  if (from <= token.offset || !startsLine(text, start)) return undefined;
  return /^[ \t]*(?:#.*)?$/.test(text.slice(end, lineEnd(text, end))) ? { from, to: nextLine(text, end) } : undefined;
}

const hasComment = (text: string, from: number, to: number): boolean =>
  commentsOf(text).some((comment) => comment.from >= from && comment.to <= to);

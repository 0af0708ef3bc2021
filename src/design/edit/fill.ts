import type { CST } from "yaml";
import type { ComposedYaml } from "../yaml-source.ts";
import { isInFlow, type Step } from "./locate.ts";
import { writtenManner } from "./manner.ts";
import type { PlainValue } from "./plain-value.ts";
import {
  columnOf,
  commentColumn,
  insertLines,
  lineEnd,
  lineEndOf,
  lineStart,
  pad,
  startsLine,
  type Splice,
} from "./text-lines.ts";
import { commentsOf, endOf, hasColon, headEnd, isExplicit, itemEnd, itemStart, startOf } from "./tokens.ts";
import { documentLines, flowText, valueText, type Spot, type Wanted } from "./value-text.ts";
import { isJsonLike } from "./manner.ts";
import type { BlockText } from "./block-text.ts";

/** Where a value stands, or would stand. */
interface Slot {
  readonly from: number;
  readonly to: number;
  /** What must stand before a value where there is none yet. */
  readonly lead: string;
  /** End of the `:` or the `-` before it. */
  readonly after: number;
  readonly spot: Spot;
}

/**
 * Ways to write a value in the place of another, or where none stands yet, the most pleasant first.
 * Comments on lines of their own stay; a comment at the end of the first or the last line stays there.
 */
export function* fill(document: ComposedYaml, step: Step, value: PlainValue, wanted: Wanted = {}): Generator<Splice[]> {
  if (!step.within) return yield* fillDocument(document, step, value);
  const slot = slotOf(document, step);
  const style = { ...styleOf(step), ...wanted };
  if (isInFlow(step)) {
    const text = slot.lead + flowText(value, isJsonLike(document, step), flowStyle(style));
    yield replaceInFlow(document, slot, text);
    return yield [{ from: slot.from, to: slot.to, text }];
  }
  const rendered = valueText(value, slot.spot, writtenManner(document), style);
  yield replaceInBlock(document, slot, step, rendered);
  const safe = valueText(value, slot.spot, writtenManner(document), { safe: true });
  yield replaceInBlock(document, slot, step, safe);
}

function slotOf({ text }: ComposedYaml, step: Step): Slot {
  const { item, step: outer, key } = step.within!;
  const column = columnOf(text, itemStart(item));
  const role = key ? (column === 0 && !outer.within ? "stage" : "value") : "item";
  const after = step.bare ? itemStart(item) : headEnd(item);
  const spot: Spot = { column, at: columnOf(text, after) + 1, role };
  if (step.bare) return { from: after, to: itemEnd(item), lead: "", after, spot };
  if (step.token) {
    const from = startOf(step.token);
    return { from, to: endOf(step.token), lead: "", after, spot };
  }
  return { from: after, to: after, lead: leadOf(text, step, column), after, spot };
}

function leadOf(text: string, step: Step, column: number): string {
  const { item, key } = step.within!;
  if (!key || hasColon(item)) return key || !isInFlow(step) ? " " : "";
  return isExplicit(item) && !isInFlow(step) ? `${lineEndOf(text)}${pad(column)}: ` : ": ";
}

function styleOf({ token }: Step): Wanted {
  if (token?.type === "double-quoted-scalar") return { style: "double" };
  if (token?.type === "single-quoted-scalar") return { style: "single" };
  if (token?.type !== "block-scalar") return {};
  const header = token.props.find(({ type }) => type === "block-scalar-header") as CST.SourceToken;
  return { style: header.source.startsWith("|") ? "literal" : "folded" };
}

const flowStyle = ({ style }: Wanted) => (style === "literal" || style === "folded" ? "plain" : style);

/** Inside of brackets: comments on lines of their own in what is replaced stay behind it. */
function replaceInFlow({ text }: ComposedYaml, { from, to }: Slot, put: string): Splice[] {
  const own = ownComments(text, from, to);
  const tail =
    own.length === 0
      ? ""
      : own.map((line) => lineEndOf(text) + line).join("") + lineEndOf(text) + pad(columnOf(text, from));
  return [{ from, to, text: put + tail }];
}

function replaceInBlock({ text }: ComposedYaml, slot: Slot, { token }: Step, { head, body }: BlockText): Splice[] {
  const { from, to, after, lead } = slot;
  const blockBefore = token?.type === "block-map" || token?.type === "block-seq";
  const oneLine = lineEnd(text, blockBefore ? after : from) >= to;
  if (body.length === 0 && oneLine) return [onItsLine(text, slot, lead + head)];
  const stop = lineEnd(text, to);
  const first = lineComment(text, after, stop);
  const last =
    lineEnd(text, after) === stop || blockBefore || token?.type === "block-scalar"
      ? undefined
      : lineComment(text, to, stop);
  const own = ownComments(text, after, stop);
  const between = text.slice(after, from);
  const gap = lead || (/[^ \t]/.test(between) || between === "" ? " " : between);
  return [
    {
      from: after,
      to: stop,
      text: joined(text, slot, { head, body, gap, own, trailing: [first, last].filter((one) => one !== undefined) }),
    },
  ];
}

/** A comment behind the value that was set apart by two blanks or more keeps its column, where there is room. */
function onItsLine(text: string, { from, to }: Slot, put: string): Splice {
  const gap = /^ {2,}(?=#)/.exec(text.slice(to, lineEnd(text, to)))?.[0].length;
  if (gap === undefined) return { from, to, text: put };
  return { from, to: to + gap, text: put + pad(Math.max(2, to + gap - from - put.length)) };
}

interface Pieces extends BlockText {
  readonly gap: string;
  readonly own: readonly string[];
  readonly trailing: readonly string[];
}

function joined(text: string, { spot }: Slot, { head, body, gap, own, trailing }: Pieces): string {
  const [comment = "", ...more] = trailing;
  const others = [...own, ...more.map((one) => pad(spot.column) + one.trimStart())];
  const eol = lineEndOf(text);
  if (head === "" && spot.role === "item" && comment === "" && others.length === 0)
    return ` ${body.join(eol).trimStart()}`;
  const isScalar = /^[|>]/.test(head);
  const kept = isScalar ? others.map((line) => pad(spot.column) + line.trimStart()) : others;
  const lines = isScalar ? [...body, ...kept] : [...kept, ...body];
  return `${head === "" ? gap.trimEnd() : gap + head}${comment}${lines.map((line) => eol + line).join("")}`;
}

/** The comment at the end of the line of an offset, with the blanks before it. */
function lineComment(text: string, at: number, stop: number): string | undefined {
  const comment = commentsOf(text).find(({ from, to }) => from >= at && to <= stop && from <= lineEnd(text, at));
  return comment && /[ \t]*$/.exec(text.slice(at, comment.from))![0] + text.slice(comment.from, comment.to);
}

/** The lines between two offsets that hold a comment and nothing else. */
export function ownComments(text: string, from: number, to: number): string[] {
  return commentsOf(text)
    .filter(
      (comment) =>
        comment.from >= from &&
        comment.to <= to &&
        lineStart(text, comment.from) >= from &&
        startsLine(text, comment.from),
    )
    .map((comment) => text.slice(lineStart(text, comment.from), comment.to));
}

/** The whole document, while it holds nothing, or `unknown`, or has lost everything. */
function* fillDocument(document: ComposedYaml, { token }: Step, value: PlainValue): Generator<Splice[]> {
  const { text } = document;
  const lines = documentLines(value, writtenManner(document));
  if (!token) {
    yield [insertLines(text, endOfContent(text), lines, lineEndOf(text))];
    return yield [insertLines(text, endOfContent(text), [flowText(value)], lineEndOf(text))];
  }
  const from = startOf(token);
  const stop = lineEnd(text, endOf(token));
  const isBlock = token.type === "block-map" || token.type === "block-seq";
  const comment = isBlock ? "" : (lineComment(text, endOf(token), stop) ?? "");
  const [first = "", ...rest] = lines;
  yield [{ from, to: stop, text: [first + comment, ...rest, ...ownComments(text, from, stop)].join(lineEndOf(text)) }];
  yield [{ from, to: endOf(token), text: flowText(value) }];
}

/** Before a `...` that ends the document; after all comments. */
function endOfContent(text: string): number {
  const mark = /^\.\.\.(?=\s|$)/m.exec(text);
  return mark && commentColumn(text, mark.index) === undefined ? mark.index : text.length;
}

import { folded, literal, type BlockText } from "./block-text.ts";
import { isEmpty, isList, isMapping, type PlainMap, type PlainValue } from "./plain-value.ts";
import { doubleQuoted, scalarOnLine, textOnLine, type ScalarStyle } from "./scalar-text.ts";
import { pad } from "./text-lines.ts";

/** Longest line that is written where a value can be written on several. */
const width = 120;

/** How a document is written, so that what is added looks like the rest. */
export interface Manner {
  /** Blanks for each level. */
  readonly step: number;
  /** Blanks before the `-` of a list, counted from its key. */
  readonly listStep: number;
}

export interface Wanted {
  /** Of the text that is replaced. */
  readonly style?: ScalarStyle | "literal" | "folded" | undefined;
  /** Write groups of keys on lines of their own, as their neighbours are. */
  readonly block?: boolean;
  /** Keep to one line and to quotes, whatever that looks like. */
  readonly safe?: boolean;
}

export interface Spot {
  /** Where the key or the `-` stands. */
  readonly column: number;
  /** Where the value would start on that line. */
  readonly at: number;
  readonly role: "stage" | "value" | "item";
}

/** On one line, in brackets; with `quoted`, as JSON writes it. */
export function flowText(value: PlainValue, quoted = false, style?: ScalarStyle): string {
  const text = (one: string, key = false): string =>
    quoted ? doubleQuoted(one) : textOnLine(one, { flow: true, key, style: key ? "plain" : style });
  if (isList(value)) return `[${value.map((item) => flowText(item, quoted)).join(", ")}]`;
  if (isMapping(value))
    return `{${Object.entries(value)
      .map(([key, inner]) => `${text(key, true)}: ${flowText(inner, quoted)}`)
      .join(", ")}}`;
  return typeof value === "string" ? text(value) : scalarOnLine(value, { flow: true });
}

export const keyText = (key: string): string => textOnLine(key, { flow: false, key: true });

/** A value as a person would write it in a block: what stands on the line of its key or `-`, and the lines below. */
export function valueText(value: PlainValue, spot: Spot, manner: Manner, wanted: Wanted = {}): BlockText {
  if (wanted.safe) return { head: safeLine(value), body: [] };
  if (typeof value === "string") return stringText(value, spot, manner, wanted.style);
  if (!isList(value) && !isMapping(value)) return { head: scalarOnLine(value, { flow: false }), body: [] };
  const line = flowText(value);
  if (isEmpty(value) || (fitsOnLine(value, spot, wanted) && spot.at + line.length <= width))
    return { head: line, body: [] };
  const { column, role } = spot;
  if (isList(value))
    return { head: "", body: listLines(value, column + (role === "item" ? 2 : manner.listStep), manner) };
  return { head: "", body: mapLines(value, column + (role === "item" ? 2 : manner.step), manner) };
}

const safeLine = (value: PlainValue): string => (typeof value === "string" ? doubleQuoted(value) : flowText(value));

function stringText(value: string, { column, at, role }: Spot, manner: Manner, style: Wanted["style"]): BlockText {
  const inner = column + (role === "item" ? 2 : manner.step);
  const asLiteral = () => literal(value, inner);
  const asFolded = () => folded(value, inner, width);
  const line = textOnLine(value, { flow: false, style: style === "literal" || style === "folded" ? "plain" : style });
  const onLine: BlockText = { head: line, body: [] };
  if (style === "literal") return asLiteral() ?? onLine;
  if (style === "folded") return asFolded() ?? asLiteral() ?? onLine;
  if (style === "double" || (style === "single" && line.startsWith("'"))) return onLine;
  if (value.includes("\n")) return asLiteral() ?? onLine;
  return at + line.length > width && value.includes(" ") ? (asFolded() ?? onLine) : onLine;
}

/** Short groups of keys, and lists without groups of keys, stand on one line. */
function fitsOnLine(value: readonly PlainValue[] | PlainMap, { role }: Spot, { block }: Wanted): boolean {
  if (Object.values(value).some(hasLines)) return false;
  if (isList(value)) return value.every((item) => !isMapping(item) && depth(item) < 2);
  return role !== "stage" && !block && depth(value) < 3;
}

const hasLines = (value: PlainValue): boolean =>
  typeof value === "string"
    ? value.includes("\n")
    : value !== null && typeof value === "object" && Object.values(value).some(hasLines);

function depth(value: PlainValue): number {
  return value !== null && typeof value === "object" ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;
}

/** A whole document. */
export function documentLines(value: PlainValue, manner: Manner): string[] {
  if (isList(value) && !isEmpty(value)) return listLines(value, 0, manner);
  if (isMapping(value) && !isEmpty(value)) return mapLines(value, 0, manner);
  return [safeLine(value)];
}

/** A key and its value, with indent. */
export function pairLines(
  key: string,
  value: PlainValue,
  column: number,
  manner: Manner,
  wanted: Wanted = {},
): string[] {
  const name = `${pad(column)}${keyText(key)}:`;
  const role = column === 0 ? "stage" : "value";
  const { head, body } = valueText(value, { column, at: name.length + 1, role }, manner, wanted);
  return [head === "" ? name : `${name} ${head}`, ...body];
}

/** An item of a list, with indent and `-`. */
export function itemLines(value: PlainValue, column: number, manner: Manner, wanted: Wanted = {}): string[] {
  const { head, body } = valueText(value, { column, at: column + 2, role: "item" }, manner, wanted);
  if (head !== "") return [`${pad(column)}- ${head}`, ...body];
  const [first = "", ...rest] = body;
  return [`${pad(column)}- ${first.trimStart()}`, ...rest];
}

const mapLines = (map: PlainMap, column: number, manner: Manner): string[] =>
  Object.entries(map).flatMap(([key, value]) => pairLines(key, value, column, manner));
const listLines = (list: readonly PlainValue[], column: number, manner: Manner): string[] =>
  list.flatMap((item) => itemLines(item, column, manner));

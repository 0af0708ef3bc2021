import { CST, Lexer } from "yaml";

export type Token = CST.Token;
export type Item = CST.CollectionItem;
export type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

const trivia = new Set(["space", "comment", "newline"]);

/** A comment, from its `#` to the end of its line. */
export interface Comment {
  readonly from: number;
  readonly to: number;
}

/** All comments of a text, in order; told apart by the reader of YAML, not by looking for `#`. */
export function commentsOf(text: string): Comment[] {
  const found: Comment[] = [];
  let at = 0;
  let scalar = false;
  for (const piece of new Lexer().lex(text)) {
    if (!scalar && (piece === CST.DOCUMENT || piece === CST.FLOW_END)) continue;
    if (!scalar && piece === CST.SCALAR) {
      scalar = true;
      continue;
    }
    if (!scalar && piece.startsWith("#")) found.push({ from: at, to: at + piece.length });
    at += piece.length;
    scalar = false;
  }
  return found;
}

export const isCollection = (token: Token | undefined | null): token is Collection => CST.isCollection(token);

/** Items that hold something, in the order of the nodes that are made of them. */
export function itemsOf(collection: Collection): Item[] {
  return (collection.items as Item[]).filter(
    ({ start, key, sep, value }) =>
      key || value || sep || start.some(({ type }) => !trivia.has(type) && type !== "comma"),
  );
}

/** Where a token starts that is part of a document. */
export function startOf(token: Token): number {
  if (token.type !== "block-map" && token.type !== "block-seq") return token.offset;
  return Math.min(...itemsOf(token).map(itemStart));
}

/**
 * Where what a token says ends: before blanks, comments and line ends. Blank lines after a block scalar count as part
 * of it only where it keeps them (`|+`) and `kept` asks for them.
 */
export function endOf(token: Token, kept = false): number {
  if (token.type === "block-scalar") return endOfBlockScalar(token, kept);
  if (token.type === "flow-collection") {
    const close = token.end.find(({ type }) => type === "flow-map-end" || type === "flow-seq-end");
    return close ? close.offset + close.source.length : token.offset;
  }
  if (isCollection(token)) return Math.max(...itemsOf(token).map((item) => itemEnd(item, kept)));
  return token.offset + ("source" in token ? token.source.length : 0);
}

function endOfBlockScalar({ props, source }: CST.BlockScalar, kept: boolean): number {
  const header = props.find(({ type }) => type === "block-scalar-header") as CST.SourceToken;
  const last = props.at(-1) as CST.SourceToken;
  const body = last.offset + last.source.length;
  if (kept && header.source.includes("+")) return body + source.length;
  const full = source.trimEnd().length;
  if (full === 0) return header.offset + header.source.length;
  return body + full + blanksSaid(source.slice(full), /^(?:[ \t]*\r?\n)*( *)/.exec(source)![1]!.length);
}

/** How much of the blank lines behind a block scalar is still part of it: lines of more blanks than its indent. */
function blanksSaid(rest: string, indent: number): number {
  const said = [...rest.matchAll(/\n([ \t]+)(?=\r?\n|$)/g)].filter(([, blanks]) => blanks!.length > indent).at(-1);
  return said === undefined ? 0 : said.index + said[0].length;
}

const marks = (item: Item): CST.SourceToken[] =>
  [...item.start, ...(item.sep ?? [])].filter(({ type }) => !trivia.has(type) && type !== "comma");

export function itemStart(item: Item): number {
  const offsets = marks(item).map(({ offset }) => offset);
  if (item.key) offsets.push(startOf(item.key));
  if (item.value) offsets.push(startOf(item.value));
  return Math.min(...offsets);
}

export function itemEnd(item: Item, kept = false): number {
  const ends = [headEnd(item)];
  if (item.value) ends.push(endOf(item.value, kept));
  return Math.max(...ends);
}

/** Where the last mark or key of an item ends: before its value, or where one would stand. */
export function headEnd(item: Item): number {
  const ends = marks(item).map(({ offset, source }) => offset + source.length);
  if (item.key) ends.push(endOf(item.key));
  return Math.max(-1, ...ends);
}

export const hasColon = (item: Item): boolean => (item.sep ?? []).some(({ type }) => type === "map-value-ind");
export const isExplicit = (item: Item): boolean => item.start.some(({ type }) => type === "explicit-key-ind");

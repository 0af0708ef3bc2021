import type { MarkdownNode } from "./sections.ts";

/** Text without its marks; `at[i]` is the offset in the document of its character `i`, and `at[length]` its end. */
export interface Plain {
  readonly text: string;
  readonly at: readonly number[];
}

/** Text that is in the document and states nothing. */
export interface Silent {
  readonly kind: "struck" | "comment";
  readonly start: number;
  readonly end: number;
}

export interface Read {
  readonly plain: Plain;
  readonly silent: readonly Silent[];
}

interface Gathering {
  readonly source: string;
  readonly shift: number;
  text: string;
  readonly at: number[];
  readonly silent: Silent[];
  struckFrom: number | undefined;
  end: number;
}

/** Stands for a line end of the source that ends no line of the text. */
export const softEnd = "\r";

/** The text with each soft line end as a blank, or as what `as` says. */
export const withoutSoftEnds = (plain: Plain, as = " "): Plain => ({
  ...plain,
  text: plain.text.replaceAll(softEnd, as),
});

/** Reads the text of one node, such as a paragraph; struck text and comments are told apart. */
export function readPlain(node: MarkdownNode, source: string, shift: number): Read {
  const end = shift + (node.position?.end.offset ?? 0);
  const gathering: Gathering = { source, shift, text: "", at: [], silent: [], struckFrom: undefined, end };
  gather(node, gathering);
  if (gathering.struckFrom !== undefined) gathering.silent.push({ kind: "struck", start: gathering.struckFrom, end });
  const last = gathering.at.at(-1);
  return {
    plain: { text: gathering.text, at: [...gathering.at, last === undefined ? end : gathering.end] },
    silent: gathering.silent,
  };
}

function gather(node: MarkdownNode, gathering: Gathering): void {
  const [start, end] = spanOf(node, gathering.shift);
  if (node.type === "delete") gathering.silent.push({ kind: "struck", start, end });
  else if (node.type === "html") html(node, start, end, gathering);
  else if (node.type === "text" || node.type === "inlineCode") append(node, start, end, gathering);
  else if (node.type === "break") put("\n", start, end, gathering);
  else if (node.type !== "list") for (const child of node.children ?? []) gather(child, gathering);
}

export function spanOf(node: MarkdownNode, shift: number): [number, number] {
  return [shift + (node.position?.start.offset ?? 0), shift + (node.position?.end.offset ?? 0)];
}

function html(node: MarkdownNode, start: number, end: number, gathering: Gathering): void {
  const tag = node.value ?? "";
  if (tag.startsWith("<!--")) gathering.silent.push({ kind: "comment", start, end });
  else if (/^<br\s*\/?>/i.test(tag)) put("\n", start, end, gathering);
  else if (/^<(del|s|strike)>/i.test(tag)) gathering.struckFrom ??= start;
  else if (/^<\/(del|s|strike)>/i.test(tag) && gathering.struckFrom !== undefined) {
    gathering.silent.push({ kind: "struck", start: gathering.struckFrom, end });
    gathering.struckFrom = undefined;
  }
}

function put(character: string, start: number, end: number, gathering: Gathering): void {
  if (gathering.struckFrom !== undefined) return;
  gathering.text += character;
  gathering.at.push(start);
  gathering.end = end;
}

/** Characters of a text and where each stands; entities, escapes and the marks of quotes make the source longer. */
function append(node: MarkdownNode, start: number, end: number, gathering: Gathering): void {
  const value = node.value ?? "";
  let from = start;
  if (node.type === "inlineCode") from += /^`*\s?/.exec(gathering.source.slice(start, end))![0].length;
  for (let i = 0; i < value.length; i++) {
    if (value[i] === "\r" && value[i + 1] === "\n") continue;
    const found = placeOf(value, i, from, end, gathering.source);
    put(value[i] === "\n" ? softEnd : value[i]!, found.start, found.end, gathering);
    from = found.end;
  }
}

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;

function placeOf(value: string, i: number, from: number, end: number, source: string): { start: number; end: number } {
  if (source[from] === value[i] && source[from] !== "&") return { start: from, end: from + 1 };
  ENTITY.lastIndex = from;
  const entity = ENTITY.exec(source)?.[0];
  if (entity && entity !== value.slice(i, i + entity.length)) return { start: from, end: from + entity.length };
  if (source[from] === value[i]) return { start: from, end: from + 1 };
  const next = source.indexOf(value[i]!, from);
  const reachable = next >= 0 && next < end && next - from < 200;
  return reachable ? { start: next, end: next + 1 } : { start: Math.min(from, end), end: Math.min(from, end) };
}

/** A part of a text, without blanks around it. */
export function part(plain: Plain, start: number, end = plain.text.length): Plain {
  const raw = plain.text.slice(start, end);
  const from = start + (raw.length - raw.trimStart().length);
  const to = Math.max(from, start + raw.trimEnd().length);
  return { text: plain.text.slice(from, to), at: plain.at.slice(from, to + 1) };
}

/** Where a text begins and ends in the document. */
export function spanOfPlain({ text, at }: Plain): [number, number] {
  const start = at[0] ?? 0;
  if (text.length === 0) return [start, start];
  // The next character may stand behind a mark, so the end is not where that begins.
  return [start, Math.max(start, Math.min(at[text.length] ?? Infinity, at[text.length - 1]! + 1))];
}

import type { SyntaxNode } from "@lezer/common";
import { GFM, parser } from "@lezer/markdown";
import { decodeNamedCharacterReference } from "decode-named-character-reference";

/** What is read of a node of the Markdown tree. Offsets are those of the section. */
export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly lang?: string | null;
  readonly children?: readonly MarkdownNode[];
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

const reader = parser.configure(GFM);

const FRONT = /^---[ \t]*\r?\n(?:([^]*?)\r?\n)?---[ \t]*(?=\r?\n|$)/;

/** The nodes at the top of a text in the Markdown of GitHub, YAML between lines at its very start told apart. */
export function markdownTree(text: string): MarkdownNode[] {
  const front = FRONT.exec(text);
  const from = front?.[0].length ?? 0;
  const body = " ".repeat(from) + withLineFeeds(text.slice(from));
  const top = reader.parse(body).topNode;
  const source: Source = { text: body, defined: definedIn(top, body) };
  const blocks = childrenOf(top).flatMap((node) => blockOf(node, source));
  return front ? [{ type: "yaml", value: front[1] ?? "", ...place(0, from) }, ...blocks] : blocks;
}

/**
 * Line ends of one character in as many characters: what was a hard break stays one, and nothing else becomes one. The
 * reader takes a line under the head of a table only when nothing stands behind its last bar.
 */
function withLineFeeds(text: string): string {
  const fed = text.includes("\r") ? text.replace(/(?<= {2})\r(?=\n)/g, " ").replace(/\r(?=\n)/g, "\t") : text;
  return fed.replace(/^([ \t:|-]+)\|([ \t]+)$/gm, "$1$2|");
}

interface Source {
  readonly text: string;
  /** Labels that links without an address may name. */
  readonly defined: ReadonlySet<string>;
}

const place = (from: number, to: number): Required<Pick<MarkdownNode, "position">> => ({
  position: { start: { offset: from }, end: { offset: to } },
});

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

const labelOf = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();

function definedIn(top: SyntaxNode, text: string): Set<string> {
  const defined = new Set<string>();
  if (!text.includes("]:")) return defined;
  top.cursor().iterate(({ name, from, to }) => {
    if (name === "LinkReference") defined.add(labelOf(/^\[([^\]]*)\]/.exec(text.slice(from, to))?.[1] ?? ""));
  });
  return defined;
}

const containers: Readonly<Record<string, string>> = {
  Blockquote: "blockquote",
  BulletList: "list",
  OrderedList: "list",
  ListItem: "listItem",
};

function blockOf(node: SyntaxNode, source: Source): MarkdownNode[] {
  const { name, from, to } = node;
  const container = containers[name];
  if (container)
    return [
      { type: container, ...place(from, to), children: childrenOf(node).flatMap((child) => blockOf(child, source)) },
    ];
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(name);
  if (heading)
    return [{ type: "heading", depth: Number(heading[1]), ...place(from, to), children: inlines(node, source) }];
  if (name === "Paragraph" || name === "Task")
    return [{ type: "paragraph", ...place(from, to), children: inlines(node, source) }];
  if (name === "Table") return [tableOf(node, source)];
  if (name === "FencedCode" || name === "CodeBlock") return [codeOf(node, source)];
  if (/^(?:HTML|Comment|ProcessingInstruction)Block$/.test(name))
    return [{ type: "html", value: source.text.slice(from, to), ...place(from, to) }];
  return [];
}

function codeOf(node: SyntaxNode, { text }: Source): MarkdownNode {
  const parts = childrenOf(node).filter(({ name }) => name === "CodeText");
  const info = node.getChild("CodeInfo");
  const value = parts.map(({ from, to }) => text.slice(from, to).replace(/[ \t]+$/gm, "")).join("");
  return {
    type: "code",
    value,
    lang: info ? (/^\S+/.exec(text.slice(info.from, info.to))?.[0] ?? null) : null,
    ...place(node.from, node.to),
  };
}

function tableOf(node: SyntaxNode, source: Source): MarkdownNode {
  const rows = childrenOf(node).filter(({ name }) => name === "TableHeader" || name === "TableRow");
  return { type: "table", ...place(node.from, node.to), children: rows.map((row) => rowOf(row, source)) };
}

/** Empty cells have no node: they are what stands between two bars. */
function rowOf(row: SyntaxNode, source: Source): MarkdownNode {
  const cells: MarkdownNode[] = [];
  let open = row.from;
  let cell: SyntaxNode | undefined;
  const close = (to: number): void => {
    cells.push({
      type: "tableCell",
      ...place(cell?.from ?? open, cell?.to ?? to),
      children: cell ? inlines(cell, source) : [],
    });
  };
  for (const child of childrenOf(row)) {
    if (child.name === "TableCell") cell = child;
    if (child.name !== "TableDelimiter") continue;
    if (cell || child.from > row.from) close(child.from);
    [open, cell] = [child.to, undefined];
  }
  if (cell) close(row.to);
  return { type: "tableRow", ...place(row.from, row.to), children: cells };
}

/** Marks, and what is between them, of which no text is read. */
const unread = new Set([
  "HeaderMark",
  "ListMark",
  "TaskMarker",
  "LinkMark",
  "URL",
  "LinkTitle",
  "LinkLabel",
  "EmphasisMark",
  "StrikethroughMark",
]);
const spans: Readonly<Record<string, string>> = {
  Emphasis: "emphasis",
  StrongEmphasis: "strong",
  Strikethrough: "delete",
  Link: "link",
};

/** The inline nodes of a block or span; `from` and `to` where only a part of it is text. */
function inlines(node: SyntaxNode, source: Source, from = node.from, to = node.to): MarkdownNode[] {
  const found: MarkdownNode[] = [];
  let [at, lineStart] = [from, node.type.name !== "Emphasis"];
  const text = (end: number, before: SyntaxNode | undefined): void => {
    const piece = textOf(source.text, {
      from: at,
      to: end,
      lineStart,
      lineEnd: before === undefined || /^(?:HardBreak|HeaderMark)$/.test(before.name),
    });
    if (piece) found.push(piece);
  };
  for (const child of childrenOf(node)) {
    if (child.from < from || child.to > to) continue;
    text(child.from, child);
    found.push(...inlineOf(child, source));
    at = child.to;
    lineStart = /^(?:HardBreak|QuoteMark|HeaderMark|TaskMarker|ListMark)$/.test(child.name);
  }
  text(to, undefined);
  return found;
}

function inlineOf(node: SyntaxNode, source: Source): MarkdownNode[] {
  const { name, from, to } = node;
  const own = source.text.slice(from, to);
  if (name === "Link") return linkOf(node, source);
  if (spans[name]) return [{ type: spans[name], ...place(from, to), children: inlines(node, source) }];
  if (name === "InlineCode") return [{ type: "inlineCode", value: codeText(own), ...place(from, to) }];
  if (name === "HTMLTag" || name === "Comment" || name === "ProcessingInstruction")
    return [{ type: "html", value: own, ...place(from, to) }];
  if (name === "HardBreak") return [{ type: "break", ...place(from, to) }];
  if (name === "Escape") return [{ type: "text", value: own.slice(1), ...place(from, to) }];
  if (name === "Entity") return [{ type: "text", value: decoded(own), ...place(from, to) }];
  if (name === "Autolink") return [{ type: "text", value: own.slice(1, -1), ...place(from + 1, to - 1) }];
  if (name === "URL" && node.parent?.name !== "Link" && node.parent?.name !== "Image")
    return [{ type: "text", value: own, ...place(from, to) }];
  return unread.has(name) || name === "QuoteMark" || name === "Image" ? [] : inlines(node, source);
}

/** The words of a link; brackets that lead nowhere are text. */
function linkOf(node: SyntaxNode, source: Source): MarkdownNode[] {
  const marks = node.getChildren("LinkMark");
  const [open, close] = marks;
  const label = node.getChild("LinkLabel");
  const words = open && close ? source.text.slice(open.to, close.from) : "";
  const names = label ? source.text.slice(label.from + 1, label.to - 1) || words : words;
  const leads = marks.length > 2 || source.defined.has(labelOf(names));
  if (!open || !close) return [];
  const inner = inlines(node, source, open.to, close.from);
  if (leads) return [{ type: "link", ...place(node.from, node.to), children: inner }];
  const text = (from: number, to: number): MarkdownNode[] =>
    from < to ? [{ type: "text", value: source.text.slice(from, to), ...place(from, to) }] : [];
  return [...text(open.from, open.to), ...inner, ...text(close.from, node.to)];
}

function codeText(own: string): string {
  const ticks = /^`+/.exec(own)![0].length;
  const inner = own.slice(ticks, -ticks).replace(/\r?\n/g, " ");
  return /^ .*\S.* $/s.test(inner) ? inner.slice(1, -1) : inner;
}

function decoded(entity: string): string {
  const number = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(entity);
  if (!number) return decodeNamedCharacterReference(entity.slice(1, -1)) || entity;
  const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : "\uFFFD";
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Blanks before the first word belong to the line's start, not to the text. */
  readonly lineStart: boolean;
  readonly lineEnd: boolean;
}

/** Text between marks, each line without the blanks around it. */
function textOf(source: string, { from, to, lineStart, lineEnd }: Stretch): MarkdownNode | undefined {
  let raw = source.slice(from, to);
  const lead = lineStart ? /^[ \t]*/.exec(raw)![0].length : 0;
  raw = raw.slice(lead);
  if (lineEnd) raw = raw.replace(/[ \t]+$/, "");
  const value = raw.replace(/[ \t]*(\r?\n)[ \t]*/g, "$1");
  if (value === "") return undefined;
  return { type: "text", value, ...place(from + lead, from + lead + raw.length) };
}

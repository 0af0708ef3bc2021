import { part, readPlain, spanOf, withoutSoftEnds, type Plain, type Silent } from "./plain.ts";
import { readSection, type MarkdownNode, type Section } from "./sections.ts";

/** A heading, a bold line that serves as one, or the words before a list, and the text it stands over. */
export interface Heading {
  readonly depth: number;
  readonly plain: Plain;
}

export interface Block {
  readonly kind: "paragraph" | "item" | "row" | "code" | "heading";
  readonly plain: Plain;
  readonly start: number;
  readonly end: number;
  /** Outermost first. */
  readonly trail: readonly Heading[];
  /** The words in bold at the start. */
  readonly bold?: string;
  /** Set in italics from end to end. */
  readonly italic?: boolean;
  /** Of a row. */
  readonly cells?: readonly Plain[];
  readonly header?: readonly Plain[];
  /** Of code. */
  readonly language?: string;
}

export interface Reading {
  readonly blocks: readonly Block[];
  readonly silent: readonly Silent[];
  /** The YAML between the lines at the top. */
  readonly front?: { readonly text: string; readonly start: number; readonly end: number };
}

interface Walk {
  readonly source: string;
  readonly shift: number;
  readonly blocks: Block[];
  readonly silent: Silent[];
  trail: readonly Heading[];
  front?: Reading["front"];
  /** A short line that ends with a colon and is followed by a list. */
  lead: Heading | undefined;
}

/** Turns sections into blocks, each with the headings that it stands under. */
export function readBlocks(sections: readonly Section[], source: string): Reading {
  const [blocks, silent]: [Block[], Silent[]] = [[], []];
  let trail: readonly Heading[] = [];
  let front: Reading["front"];
  for (const section of sections) {
    const walk: Walk = { source, shift: section.offset, blocks, silent, trail, lead: undefined };
    for (const node of readSection(section)) visit(node, walk);
    trail = walk.trail;
    front ??= walk.front;
  }
  return { blocks: blocks.flatMap(pieces), silent, ...(front && { front }) };
}

const longestBlock = 1000;

/** A block that is longer than a page of prose, cut at ends of sentences, because its numbers are read in its light. */
function pieces(block: Block): Block[] {
  const { text } = block.plain;
  if (text.length <= longestBlock || block.kind === "row" || block.kind === "code") return [block];
  const cuts = [0];
  for (const { index } of text.matchAll(/\s/g))
    if (index - cuts.at(-1)! > (/[.!?]/.test(text.charAt(index - 1)) ? longestBlock / 2 : longestBlock))
      cuts.push(index);
  return cuts.map((from, i) => pieceOf(block, from, cuts[i + 1] ?? text.length));
}

function pieceOf({ kind, trail, plain }: Block, from: number, to: number): Block {
  const own = part(plain, from, to);
  return { kind, trail, plain: own, start: own.at[0] ?? 0, end: own.at.at(-1) ?? 0 };
}

function visit(node: MarkdownNode, walk: Walk): void {
  const lead = walk.lead;
  walk.lead = undefined;
  if (node.type === "heading") heading(node, walk);
  else if (node.type === "paragraph") paragraph(node, walk);
  else if (node.type === "list") list(node, walk, lead);
  else if (node.type === "table") table(node, walk);
  else if (node.type === "code") code(node, walk);
  else if (node.type === "yaml") front(node, walk);
  else if (node.type === "html") htmlBlock(node, walk);
  else for (const child of node.children ?? []) visit(child, walk);
}

const deepest = 7;

function heading(node: MarkdownNode, walk: Walk): void {
  const [plain, [start, end]] = [take(node, walk), spanOf(node, walk.shift)];
  open({ depth: node.depth ?? 1, plain }, walk);
  walk.blocks.push({ kind: "heading", plain, start, end, trail: walk.trail });
}

function open(heading: Heading, walk: Walk): void {
  walk.trail = [...walk.trail.filter(({ depth }) => depth < heading.depth), heading];
}

function take(node: MarkdownNode, walk: Walk, softEnd = " "): Plain {
  const { plain, silent } = readPlain(node, walk.source, walk.shift);
  walk.silent.push(...silent);
  return withoutSoftEnds(plain, softEnd);
}

function paragraph(node: MarkdownNode, walk: Walk): void {
  const [plain, [start, end]] = [take(node, walk, "\n"), spanOf(node, walk.shift)];
  if (plain.text.trim() === "") return;
  const bold = boldStart(node);
  if (bold && isWhole(node, "strong") && bold.length < 80 && !/[.?!]$/.test(bold)) {
    open({ depth: deepest, plain: part(plain, 0, plain.text.replace(/[\s:]+$/, "").length) }, walk);
    walk.blocks.push({ kind: "heading", plain, start, end, trail: walk.trail });
    return;
  }
  if (/[::]$/.test(plain.text) && plain.text.length < 80)
    walk.lead = { depth: deepest + 1, plain: part(plain, 0, plain.text.length - 1) };
  pushLines({ kind: "paragraph", plain, start, end, trail: walk.trail, ...marks(node, bold) }, node, walk);
}

const marks = (node: MarkdownNode, bold: string | undefined): { bold?: string; italic?: boolean } => ({
  ...(bold && { bold }),
  ...(isWhole(node, "emphasis") && { italic: true }),
});

/** Lines of a paragraph that each start with a label are blocks of their own, as word processors export them. */
function pushLines(block: Block, node: MarkdownNode, walk: Walk): void {
  const labels = new Set(
    (node.children ?? []).filter(({ type }) => type === "strong").map((strong) => spanOf(strong, walk.shift)[0]),
  );
  const starts = [0];
  for (const { index } of block.plain.text.matchAll(/\n/g)) {
    const line = block.plain.text.slice(index + 1);
    const at = block.plain.at[index + 1] ?? 0;
    const bold = [...labels].some((start) => at - start >= 0 && at - start <= 3);
    if (bold || /^[\p{Lu}][^\n:.]{1,40}:[ \t]/u.test(line)) starts.push(index + 1);
  }
  const firstIsLabel = block.bold !== undefined || /^[\p{Lu}][^\n:.]{1,40}:[ \t]/u.test(block.plain.text);
  const hard = (node.children ?? []).some(({ type }) => type === "break");
  if (starts.length < 2 || !firstIsLabel) walk.blocks.push(hard ? block : { ...block, plain: oneLine(block.plain) });
  else for (const [i, start] of starts.entries()) walk.blocks.push(lineBlock(block, start, starts[i + 1]));
}

const oneLine = (plain: Plain): Plain => ({ ...plain, text: plain.text.replaceAll("\n", " ") });

function lineBlock(block: Block, from: number, to: number | undefined): Block {
  const plain = part(block.plain, from, to);
  const { kind, trail } = block;
  return { kind, trail, plain, start: plain.at[0]!, end: plain.at.at(-1)! };
}

function boldStart(node: MarkdownNode): string | undefined {
  const first = node.children?.[0];
  return first?.type === "strong" ? wordsOf(first) : undefined;
}

function isWhole(node: MarkdownNode, type: string): boolean {
  const children = (node.children ?? []).filter(
    (child) => child.type !== "text" || !/^[\s:]*$/.test(child.value ?? ""),
  );
  return children.length === 1 && children[0]!.type === type;
}

function wordsOf(node: MarkdownNode): string {
  return node.value ?? (node.children ?? []).map(wordsOf).join("");
}

function list(node: MarkdownNode, walk: Walk, lead: Heading | undefined): void {
  const outside = walk.trail;
  if (lead) walk.trail = [...outside, lead];
  for (const each of node.children ?? []) item(each, walk);
  walk.trail = outside;
}

/** The first paragraph of an item is a block; what is nested in it stands under its words. */
function item(node: MarkdownNode, walk: Walk): void {
  const outside = walk.trail;
  const [first, ...rest] = node.children ?? [];
  if (first?.type === "paragraph") {
    const plain = take(first, walk);
    const [start, end] = spanOf(first, walk.shift);
    const nests = rest.some(({ type }) => type === "list");
    if (plain.text.trim() !== "")
      walk.blocks.push({ kind: "item", plain, start, end, trail: outside, ...marks(first, boldStart(first)) });
    if (nests) walk.trail = [...outside, { depth: deepest + 2, plain: leadWords(plain) }];
    for (const child of rest) visit(child, walk);
  } else for (const child of node.children ?? []) visit(child, walk);
  walk.trail = outside;
}

function leadWords(plain: Plain): Plain {
  const colon = /[::](\s|$)/.exec(plain.text);
  return part(plain, 0, colon ? colon.index : plain.text.length);
}

function table(node: MarkdownNode, walk: Walk): void {
  const [head, ...rows] = node.children ?? [];
  const header = (head?.children ?? []).map((cell) => take(cell, walk));
  for (const row of rows) {
    const cells = (row.children ?? []).map((cell) => take(cell, walk));
    const [start, end] = spanOf(row, walk.shift);
    const plain = joined(cells);
    if (plain.text !== "") walk.blocks.push({ kind: "row", plain, start, end, trail: walk.trail, cells, header });
  }
}

/** Cells in one text, parted by ` | `. */
function joined(cells: readonly Plain[]): Plain {
  const text: string[] = [];
  const at: number[] = [];
  for (const cell of cells.filter((one) => one.text.trim() !== "")) {
    if (text.length > 0) {
      text.push(" | ");
      at.push(...[0, 1, 2].map(() => at.at(-1)! + 1));
    }
    text.push(cell.text);
    at.push(...cell.at.slice(0, cell.text.length));
  }
  return { text: text.join(""), at: [...at, (at.at(-1) ?? 0) + 1] };
}

function code(node: MarkdownNode, walk: Walk): void {
  const [start, end] = spanOf(node, walk.shift);
  const { plain } = readPlain({ ...node, type: "text" }, walk.source, walk.shift);
  walk.blocks.push({
    kind: "code",
    plain: withoutSoftEnds(plain, "\n"),
    start,
    end,
    trail: walk.trail,
    language: node.lang ?? "",
  });
}

function front(node: MarkdownNode, walk: Walk): void {
  const [start, end] = spanOf(node, walk.shift);
  walk.front ??= { text: node.value ?? "", start, end };
}

function htmlBlock(node: MarkdownNode, walk: Walk): void {
  const [start, end] = spanOf(node, walk.shift);
  const raw = walk.source.slice(start, end);
  if (/^\s*<!--/.test(raw) && !/-->\s*\S/.test(raw)) {
    walk.silent.push({ kind: "comment", start, end });
    return;
  }
  const text = withoutTags(raw, start);
  if (text.text.trim() !== "")
    walk.blocks.push({ kind: "paragraph", plain: part(text, 0), start, end, trail: walk.trail });
}

/** The text between the tags of a block of HTML; comments and struck parts left out. */
function withoutTags(raw: string, start: number): Plain {
  const gaps = /<!--[^]*?(?:-->|$)|<(del|s|strike)>[^]*?<\/\1>|<\/?[a-z][^<>]*>/gi;
  let [text, from] = ["", 0];
  const at: number[] = [];
  const keep = (to: number): void => {
    for (let i = from; i < to; i++) at.push(start + i);
    text += raw.slice(from, to);
  };
  for (const gap of raw.matchAll(gaps)) {
    keep(gap.index);
    from = gap.index + gap[0].length;
  }
  keep(raw.length);
  return { text, at: [...at, start + raw.length] };
}

import { markdownTree, type MarkdownNode } from "./markdown-tree.ts";

export type { MarkdownNode };

/** A part of the text that is read by itself, because reading time grows faster than the text. */
export interface Section {
  readonly offset: number;
  readonly text: string;
}

/** Sections that were read, so that a document is read again in the parts that changed. */
const known = new Map<string, readonly MarkdownNode[]>();
let knownCharacters = 0;
const mostCharacters = 1_000_000;

/** The nodes at the top of a section; their offsets count from its start. */
export function readSection({ text }: Section): readonly MarkdownNode[] {
  const before = known.get(text);
  if (before) return before;
  if (knownCharacters > mostCharacters) {
    known.clear();
    knownCharacters = 0;
  }
  const nodes = markdownTree(text);
  known.set(text, nodes);
  knownCharacters += text.length;
  return nodes;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const longEnough = 4000;

/**
 * Cuts a text before headings, and in long stretches without one before any line that can start a paragraph: after a
 * blank line, at the margin, outside of fenced code, comments and front matter.
 */
export function cutSections(text: string): Section[] {
  const cuts = [text.startsWith("\uFEFF") ? 1 : 0];
  const state: CutState = { fence: undefined, comment: false, front: /^---\s*$/m.exec(text)?.index === 0, blank: true };
  for (const { line, offset } of linesOf(text)) {
    const cut = offset > 0 && mayCut(line, state, offset - cuts.at(-1)!);
    if (cut) cuts.push(offset);
    advance(state, line, offset);
  }
  return cuts.map((offset, i) => ({ offset, text: text.slice(offset, cuts[i + 1] ?? text.length) }));
}

interface CutState {
  fence: string | undefined;
  comment: boolean;
  front: boolean;
  blank: boolean;
}

function mayCut(line: string, { fence, comment, front, blank }: CutState, length: number): boolean {
  if (fence !== undefined || comment || front || !blank) return false;
  return /^#{1,6}[ \t]/.test(line) || (length > longEnough && /^[\p{L}*|>]/u.test(line) && !/^\*[ \t]/.test(line));
}

function advance(state: CutState, line: string, offset: number): void {
  if (state.front) state.front = offset === 0 || !/^(---|\.\.\.)\s*$/.test(line);
  else if (state.comment) state.comment = !line.includes("-->");
  else if (state.fence !== undefined) closeFence(state, line);
  else {
    state.fence = openedFence(line);
    const opened = line.lastIndexOf("<!--");
    state.comment = state.fence === undefined && opened >= 0 && !line.includes("-->", opened);
  }
  state.blank = line.trim() === "" || (state.blank && offset === 0);
}

function openedFence(line: string): string | undefined {
  const match = FENCE.exec(line);
  return match && !(match[1]!.startsWith("`") && match[2]!.includes("`")) ? match[1] : undefined;
}

function closeFence(state: CutState, line: string): void {
  const match = FENCE.exec(line);
  if (match?.[1]!.startsWith(state.fence!) && match[2]!.trim() === "") state.fence = undefined;
}

function* linesOf(text: string): Generator<{ line: string; offset: number }> {
  let offset = 0;
  while (offset < text.length) {
    const end = text.indexOf("\n", offset);
    const next = end < 0 ? text.length : end + 1;
    yield { line: text.slice(offset, end < 0 ? next : end).replace(/\r$/, ""), offset };
    offset = next;
  }
}

import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** What is read of a node of the Markdown tree. Offsets are those of the whole text. */
export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly lang?: string | null;
  readonly children?: readonly MarkdownNode[];
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

/** A part of the text that is read by itself, because reading time grows faster than the text. */
export interface Section {
  readonly offset: number;
  readonly text: string;
}

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml"]).freeze();

/** The nodes at the top of a section; their offsets count from its start. */
export const readSection = (section: Section): readonly MarkdownNode[] =>
  reader.parse(section.text).children as unknown as readonly MarkdownNode[];

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

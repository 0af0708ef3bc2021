import { systemWords } from "./lexicon/names.ts";
import { lookUp } from "./lexicon/index.ts";
import type { Reading, Heading } from "./blocks.ts";
import { folded } from "./words.ts";

/** The heading that names the document: the first one, if it is the largest and asks for nothing. */
export function titleOf({ blocks }: Reading): Heading | undefined {
  const headings = blocks.filter(({ kind, trail }) => kind === "heading" && trail.at(-1)!.depth < 7);
  const first = headings[0]?.trail.at(-1);
  if (!first) return boldTitle(blocks);
  const same = headings.filter(({ trail }) => trail.at(-1)!.depth <= first.depth);
  const alone = same.length === 1;
  return alone
    ? headings.length > 1 || first.depth === 1
      ? first
      : undefined
    : lookUp(first.plain.text, "")
      ? undefined
      : first.depth === 1
        ? first
        : undefined;
}

/** Where nothing but bold lines serve as headings, the first of them. */
function boldTitle(blocks: Reading["blocks"]): Heading | undefined {
  const first = blocks[0]?.kind === "heading" ? blocks[0].trail.at(-1) : undefined;
  return first && !lookUp(first.plain.text, "") ? first : undefined;
}

/** `title:` of the front matter. */
export function frontTitle({ front }: Reading): { text: string; start: number; end: number } | undefined {
  const match = front && /^title:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\n#]*))/m.exec(front.text);
  const text = (match?.[1] ?? match?.[2] ?? match?.[3])?.trim();
  if (!text) return undefined;
  return { text, start: front!.start, end: front!.end };
}

/** A name for folders: `Empfehlungen für Bücher` → `empfehlungen-fur-bucher`; that of the file where the title gives none. */
export function slugOf(title: string | undefined, file: string): string {
  const slug = (text: string): string =>
    folded(text.replace(/^(?:rfc|design doc(?:ument)?|konzept|document|adr)\s*[-:#\d]*\s*[:–—-]\s*/iu, ""))
      .replace(/[^a-z\d]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60)
      .replace(/-+$/, "");
  const base = file
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.[^.]*$/, "");
  return (title && slug(title)) || slug(base) || "imported";
}

/** The kind of system, if the words name exactly one. */
export function systemOf(text: string): string | undefined {
  const words = folded(text);
  const fitting = systemWords.filter(([, says]) => says.test(words)).map(([system]) => system);
  return fitting.length === 1 ? fitting[0] : undefined;
}

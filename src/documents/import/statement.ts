import type { Block } from "./blocks.ts";
import { part, type Plain } from "./plain.ts";

/** A block taken apart: what it speaks of, and what it says about that. */
export interface Statement {
  /** Words before the colon, in bold, or in the first cell. */
  readonly label: Plain | undefined;
  readonly value: Plain;
  /** Of a row: every cell behind the first. */
  readonly cells: readonly Plain[];
}

const LABEL = /^([^:\n|]{1,70}?)\s*[::](?=\s|$)\s*/;
const DASH = /^\s*(?:[:–—-]|\.(?=\s))\s*/;

/** Splits a label from what follows it. */
export function statementOf(block: Block): Statement {
  const { plain } = block;
  if (block.cells) return rowStatement(block.cells);
  const bold = block.bold?.trim();
  if (bold && bold.length < 80 && plain.text.startsWith(bold)) {
    const rest = plain.text.slice(bold.length);
    const gap = DASH.exec(rest);
    if (gap || bold.endsWith(":"))
      return split(plain, bold.replace(/\s*:$/, "").length, bold.length + (gap?.[0].length ?? 0));
  }
  const match = LABEL.exec(plain.text);
  if (!match || /[.!?]\s/.test(match[1]!) || /^https?$/i.test(match[1]!))
    return { label: undefined, value: plain, cells: [] };
  return split(plain, match[1]!.length, match[0].length);
}

const split = (plain: Plain, label: number, value: number): Statement => ({
  label: part(plain, 0, label),
  value: part(plain, value),
  cells: [],
});

function rowStatement(cells: readonly Plain[]): Statement {
  const [label, ...rest] = cells.map((cell) => part(cell, 0));
  const filled = rest.filter((cell) => cell.text !== "");
  return { label, value: filled[0] ?? { text: "", at: [label?.at.at(-1) ?? 0] }, cells: rest };
}

/** Sentences put together again, parted by blanks. */
export function together(parts: readonly Plain[]): Plain {
  if (parts.length === 1) return parts[0]!;
  const text: string[] = [];
  const at: number[] = [];
  for (const one of parts) {
    if (text.length > 0) {
      text.push(" ");
      at.push(at.at(-1)! + 1);
    }
    text.push(one.text);
    at.push(...one.at.slice(0, one.text.length));
  }
  const end = parts.at(-1)?.at.at(-1) ?? 0;
  return { text: text.join(""), at: [...at, end] };
}

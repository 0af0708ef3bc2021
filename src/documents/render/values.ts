import type { Plain } from "../../design/plain.ts";
import { readUnsettled } from "../../design/unsettled.ts";
import { keyWords } from "./words.ts";
import type { Span } from "./block.ts";

export type Group = { readonly [key: string]: Plain };

export const isGroup = (value: Plain | undefined): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isList = (value: Plain | undefined): value is readonly Plain[] => Array.isArray(value);

/** A value that fits on a line, with what is open marked as such. */
export function valueSpans(value: Plain | undefined): Span[] {
  if (value === undefined) return [];
  const open = readUnsettled(value);
  if (open?.kind === "unknown") return [{ text: "unknown", as: "unknown" }];
  if (open?.kind === "none") return [{ text: "none: ", as: "none" }, { text: open.because }];
  if (open?.kind === "later") return [{ text: "later: ", as: "later" }, { text: open.when }];
  if (isList(value)) return joined(value.map(valueSpans), value.some(isGroup) ? "; " : ", ");
  if (isGroup(value)) return groupSpans(value);
  if (typeof value === "boolean") return [{ text: value ? "yes" : "no" }];
  return [{ text: String(value).replace(/^(>=|<=)\s*/, (_, sign: string) => (sign === ">=" ? "≥\u00a0" : "≤\u00a0")) }];
}

/** `kind als, take 300`: the keys in words, the values behind them; a lone value stands for itself. */
function groupSpans(group: Group): Span[] {
  const entries = Object.entries(group);
  const spans = entries.map(([key, value]) => [
    { text: `${keyWords(key).toLowerCase()} `, as: "soft" } as const,
    ...valueSpans(value),
  ]);
  return entries.length === 1 ? valueSpans(entries[0]![1]) : joined(spans, ", ");
}

function joined(parts: readonly (readonly Span[])[], separator: string): Span[] {
  return parts.flatMap((spans, i) => (i === 0 ? [...spans] : [{ text: separator }, ...spans]));
}

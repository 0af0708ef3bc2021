import type { Block } from "./blocks.ts";
import { columns } from "./lexicon/names.ts";
import { part, type Plain } from "./plain.ts";
import { labelWords } from "./words.ts";

const byName = new Map<string, string[]>();
for (const [column, names] of Object.entries(columns))
  for (const name of names.split(" | ")) byName.set(name, [...(byName.get(name) ?? []), column]);

/** Whether a column holds values as they are now. */
export const isBaselineColumn = (header: string): boolean =>
  byName.get(labelWords(header))?.includes("baseline") ?? false;

/** The cells of a row by what their columns hold; a column that is not known has no place. */
export type Row = ReadonlyMap<string, Plain>;

export function rowOf(block: Block): Row {
  const row = new Map<string, Plain>();
  for (const [i, cell] of (block.cells ?? []).entries())
    for (const column of byName.get(labelWords(block.header?.[i]?.text ?? "")) ?? [])
      if (!row.has(column) && cell.text.trim() !== "") row.set(column, part(cell, 0));
  return row;
}

/** What a table is about, where its columns say so. */
export function tableKind(row: Row): "metrics" | "risks" | "decisions" | "steps" | "sources" | undefined {
  if (row.has("risk") && (row.has("mitigation") || row.has("likelihood") || row.has("impact"))) return "risks";
  if (row.has("decision") && (row.has("because") || row.has("over"))) return "decisions";
  if (row.has("source") && !row.has("target") && (row.has("volume") || row.has("freshness"))) return "sources";
  if (row.has("step") && (row.has("p99") || row.has("p50"))) return "steps";
  return row.has("metric") && (row.has("target") || row.has("baseline")) ? "metrics" : undefined;
}

import type { Entry, MoveKind } from "../record.ts";
import type { Statement } from "../statement.ts";
import type { LedgerEntry } from "./ledger.ts";

/** Moves that lead a candidate to a topic. */
const asking: ReadonlySet<MoveKind> = new Set(["probe", "number", "trade-off", "guide"]);

/** Whether the first thing said about a topic came after a question or a hint about it. */
export function promptedBy(
  entries: readonly Entry[],
  topic: string,
  statements: readonly Statement[],
): LedgerEntry["prompted"] {
  const first = Math.min(...statements.map(({ quote }) => quote.entry));
  const before = entries.slice(0, Number.isFinite(first) ? first : entries.length);
  const kinds = before.flatMap((entry) =>
    entry.who === "interviewer" && entry.move.topic === topic ? [entry.move.kind] : [],
  );
  if (kinds.includes("hint")) return "hinted";
  return kinds.some((kind) => asking.has(kind)) ? "asked" : "no";
}

import type { Depth, Statement } from "../statement.ts";
import type { RoundRecord } from "../record.ts";
import type { TopicState } from "./ledger.ts";

/** How far one topic got, with the statements that still stand. */
export interface TopicCoverage {
  readonly state: TopicState;
  /** In the order in which they were made; none that was taken back. */
  readonly statements: readonly Statement[];
  /** What was said about it beyond its name, over all of them. */
  readonly depths: ReadonlySet<Depth>;
}

type Said = Pick<RoundRecord, "entries" | "statements">;

/**
 * How far each topic got that was touched at all, by its id. What was said after the round, in an answer that was given
 * again, does not count.
 */
export function coverage(record: Said): ReadonlyMap<string, TopicCoverage> {
  const byTopic = new Map<string, Statement[]>();
  for (const statement of standing(record)) {
    const earlier = byTopic.get(statement.topic);
    if (earlier) earlier.push(statement);
    else byTopic.set(statement.topic, [statement]);
  }
  return new Map([...byTopic].map(([topic, statements]) => [topic, covered(statements)]));
}

/** Statements of the round itself that were not taken back or corrected later. */
export function standing({ entries, statements }: Said): Statement[] {
  return statements.filter(({ supersededBy, quote }) => {
    const entry = entries[quote.entry];
    const again = entry?.who === "candidate" && entry.input.kind === "redo";
    return supersededBy === undefined && !again;
  });
}

/** Whether a statement is evidence by itself: asserted, with more in it than a name. */
export function shows({ manner, depth }: Statement): boolean {
  return manner === "said" && depth.length > 0;
}

function covered(statements: readonly Statement[]): TopicCoverage {
  const depths = new Set(statements.filter(shows).flatMap(({ depth }) => depth));
  return { state: stateOf(statements), statements, depths };
}

/**
 * Ruled out, or said both ways with neither taken back, is contradicted: then there is no last word. What is ruled out
 * in the same breath in which it is explained ("not all of it has to be fresh: the counters do, within a minute") is not.
 */
function stateOf(statements: readonly Statement[]): TopicState {
  const explained = new Set(statements.filter(shows).map(({ quote }) => quote.entry));
  if (statements.some(({ manner, quote }) => manner === "denied" && !explained.has(quote.entry))) return "contradicted";
  return explained.size > 0 ? "shown" : "mentioned";
}

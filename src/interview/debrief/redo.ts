import { coverage } from "../ledger/coverage.ts";
import type { RoundRecord } from "../record.ts";
import type { Depth, Statement } from "../statement.ts";
import type { Topic } from "../topic.ts";
import type { Redo } from "./debrief.ts";

/** The answer that was given again, beside what was said before; `undefined` where none was. */
export function redoOf(record: RoundRecord, byId: ReadonlyMap<string, Topic>): Redo | undefined {
  const at = record.entries.findIndex((entry) => entry.who === "candidate" && entry.input.kind === "redo");
  const question = record.entries
    .slice(0, Math.max(0, at))
    .findLast((entry) => entry.who === "interviewer" && entry.move.kind === "close" && entry.move.topic !== undefined);
  if (at < 0 || question?.who !== "interviewer") return undefined;
  const topic = question.move.topic!;
  const again = record.statements.filter((one) => one.topic === topic && one.quote.entry === at);
  const before = coverage(record).get(topic);
  return {
    topic,
    name: byId.get(topic)?.name ?? topic,
    asked: question.move.text,
    before: quotesOf(before?.statements ?? []).slice(0, 2),
    after: quotesOf(again),
    adds: [...new Set(again.flatMap(({ depth }) => depth))].filter((one: Depth) => !before?.depths.has(one)),
  };
}

const quotesOf = (statements: readonly Statement[]) => statements.map(({ quote }) => quote);

import type { RoundRecord } from "../record.ts";
import type { Signal } from "../signal.ts";
import type { Depth, Quote, Statement } from "../statement.ts";
import type { Topic } from "../topic.ts";
import type { Board } from "../whiteboard/board.ts";
import { coverage, standing, type TopicCoverage } from "./coverage.ts";
import type { FoundSignal, Ledger, LedgerEntry } from "./ledger.ts";
import { fewestTopics, fewestWords, ownWords, sparseWords } from "./own-words.ts";
import { promptedBy } from "./prompted.ts";

/**
 * What a round showed, topic by topic, each with what it rests on.
 *
 * @param topics       one entry comes back for each, in their order
 * @param mustDiscuss  ids of topics that this round had to reach; see `mustDiscussOf`
 */
export function ledgerOf(
  record: RoundRecord,
  topics: readonly Topic[],
  signals: readonly Signal[],
  mustDiscuss: readonly string[],
): Ledger {
  const covered = coverage(record);
  const entries = topics.map((topic) => ({
    ...entryOf(record, topic, covered.get(topic.id)),
    mustDiscuss: mustDiscuss.includes(topic.id),
  }));
  return { entries, signals: signals.flatMap((signal) => foundSignal(signal, record)), tooLittle: tooLittle(record) };
}

/** Whether too few own words were said to tell anything, or words about too few topics, or hardly any about a topic. */
export function tooLittle(record: RoundRecord): boolean {
  const words = ownWords(record);
  const isSparse = standing(record).length * sparseWords < words;
  return words < fewestWords || coverage(record).size < fewestTopics || isSparse;
}

function foundSignal(signal: Signal, record: RoundRecord): FoundSignal[] {
  const evidence = signal.detect(record);
  return evidence ? [{ id: signal.id, evidence }] : [];
}

type WithoutMust = Omit<LedgerEntry, "mustDiscuss">;

function entryOf(record: RoundRecord, { id, name, group }: Topic, covered: TopicCoverage | undefined): WithoutMust {
  const statements = covered?.statements ?? [];
  const prompted = promptedBy(record.entries, id, statements);
  const [quotes, drawn] = [bestQuotes(statements), drawnIn(record, statements)];
  return { topic: id, name, group, state: covered?.state ?? "missing", quotes, drawn, prompted };
}

/** Those with most in them first; of equal ones the earlier first. What was said comes before what was drawn. */
function bestQuotes(statements: readonly Statement[]): Quote[] {
  const ranked = [...statements].sort((a, b) => weightOf(b) - weightOf(a));
  const distinct = new Map(ranked.map(({ quote }) => [`${quote.entry}:${quote.start}:${quote.end}`, quote]));
  return [...distinct.values()];
}

const depthWeights: Readonly<Record<Depth, number>> = { mechanism: 4, number: 4, "trade-off": 3, consequence: 2 };

/** Doubled, so that being said and not drawn only parts statements that weigh the same. A denial is told first. */
function weightOf({ manner, depth, from }: Statement): number {
  const spoken = from === "words" ? 1 : 0;
  if (manner === "denied") return 100 + spoken;
  if (manner !== "said") return spoken - 2;
  return 2 * depth.reduce((sum, one) => sum + depthWeights[one], 0) + spoken;
}

/** Names of the boxes that statements from the drawing stand in, on the board that they were read from. */
function drawnIn(record: RoundRecord, statements: readonly Statement[]): string[] {
  const names = statements
    .filter(({ from }) => from === "drawing")
    .flatMap(({ quote }) => {
      const board = record.boards.find(({ entry }) => entry === quote.entry)?.board;
      return board ? boxesAt(board, quote) : [];
    });
  return [...new Set(names)];
}

/** A quote counts from the lines that were drawn last, and a board from its beginning. */
function boxesAt({ boxes, arrows, addedFrom = 0 }: Board, quote: Quote): string[] {
  const [start, end] = [quote.start + addedFrom, quote.end + addedFrom];
  const meets = (part: { readonly start: number; readonly end: number }) => part.start < end && part.end > start;
  const inBoxes = boxes.filter(meets);
  if (inBoxes.length > 0) return inBoxes.map(({ name }) => name);
  const ends = arrows.filter(meets).flatMap(({ from, to }) => [from, to]);
  return boxes.filter(({ id }) => ends.includes(id)).map(({ name }) => name);
}

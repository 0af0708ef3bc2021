import { shows, standing } from "../ledger/coverage.ts";
import { fewestWords, ownWords } from "../ledger/own-words.ts";
import type { RoundRecord } from "../record.ts";
import type { SignalEvidence } from "../signal.ts";
import type { Quote, Statement } from "../statement.ts";
import { areas, type Area } from "./areas.ts";

/** Statements that stand about any of the topics, as they were made; what was ruled out or told of others is left out. */
export function about(record: RoundRecord, topics: readonly string[]): Statement[] {
  return standing(record).filter(
    ({ topic, manner }) => topics.includes(topic) && manner !== "denied" && manner !== "reported",
  );
}

export const explained = (record: RoundRecord, topics: readonly string[]): Statement[] =>
  about(record, topics).filter(shows);

export const touches = (record: RoundRecord, area: Area): boolean => about(record, areas[area]).length > 0;

/** The earliest; `undefined` for none. */
export const earliest = (statements: readonly Statement[]): Statement | undefined =>
  statements.reduce<Statement | undefined>(
    (first, one) => (first && before(first.quote, one.quote) ? first : one),
    undefined,
  );

const before = (a: Quote, b: Quote): boolean => a.entry < b.entry || (a.entry === b.entry && a.start <= b.start);

/** Whether enough was said, and enough of the round was played, that a missing thing is missed. */
export function isPlayed(record: RoundRecord, share: number): boolean {
  const { endedSeconds = 0, setup } = record;
  return endedSeconds >= share * 60 * setup.minutes && ownWords(record) >= fewestWords;
}

/** How much there was to find something in: `in 830 words and 41 minutes`. */
export const lookedIn = (record: RoundRecord): string =>
  `in ${ownWords(record)} words and ${Math.round((record.endedSeconds ?? 0) / 60)} minutes`;

/** Evidence by absence: what was looked for, and in how much. */
export const absent = (record: RoundRecord, what: string): SignalEvidence => ({
  quotes: [],
  says: `${what} ${lookedIn(record)}.`,
});

/** Evidence of distinct quotes, the earliest first. */
export function quoted(statements: readonly Statement[], says: string, most = 3): SignalEvidence {
  const quotes = new Map(statements.map(({ quote }) => [`${quote.entry}:${quote.start}`, quote]));
  return { quotes: [...quotes.values()].slice(0, most), says };
}

/** What the candidate said in words, turn by turn. */
export function turnsOf({
  entries,
}: RoundRecord): { readonly entry: number; readonly atSeconds: number; readonly text: string }[] {
  return entries.flatMap((one, entry) =>
    one.who === "candidate" && one.input.kind === "say"
      ? [{ entry, atSeconds: one.input.atSeconds, text: one.input.text }]
      : [],
  );
}

/** A stretch of a turn as a quote. */
export function quoteAt(
  turn: { readonly entry: number; readonly atSeconds: number; readonly text: string },
  start: number,
  end: number,
): Quote {
  return { entry: turn.entry, start, end, text: turn.text.slice(start, end), atSeconds: turn.atSeconds };
}

/** Sentences that ask, with their places. */
export function questionsOf(record: RoundRecord): Quote[] {
  return turnsOf(record).flatMap((turn) =>
    [...turn.text.matchAll(/[^.!?\n]+[.!?\n]?/gu)]
      .filter(([text]) => text.endsWith("?"))
      .map(({ index, 0: text }) => {
        const lead = text.length - text.trimStart().length;
        return quoteAt(turn, index + lead, index + text.length);
      }),
  );
}

export const minuteOf = (seconds: number): string => `minute ${Math.floor(seconds / 60) + 1}`;

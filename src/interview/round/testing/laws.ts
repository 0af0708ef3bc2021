import type { InterviewProblem } from "../../problem.ts";
import type { Entry, Move, MoveKind, RoundRecord } from "../../record.ts";
import { wordsIn } from "../../ledger/own-words.ts";
import { holdsWords } from "../secrets.ts";
import { allowedWords, isUnasked, wordsOfCandidate } from "../speech.ts";

/** What a round broke of the laws that hold for every round, in sentences; none when it kept them. */
export function brokenLaws(record: RoundRecord, problem: InterviewProblem | undefined): string[] {
  return [
    ...repeatedQuestions(record),
    ...repeatedWords(record),
    ...(problem ? leaks(record, problem) : []),
    ...lateEnd(record),
    ...timesGoingBack(record),
    ...tooMuchSaid(record),
    ...praiseWithoutNaming(record),
    ...severalQuestions(record),
    ...wrongQuotes(record),
  ];
}

const questions: ReadonlySet<MoveKind> = new Set(["probe", "number", "trade-off", "guide"]);
const turnTaking: ReadonlySet<MoveKind> = new Set([...questions, "change", "drill"]);

function movesOf({ entries }: Pick<RoundRecord, "entries">): Move[] {
  return entries.flatMap((entry) => (entry.who === "interviewer" ? [entry.move] : []));
}

function repeatedQuestions(record: RoundRecord): string[] {
  const asked = movesOf(record).filter(({ kind }) => questions.has(kind));
  const keys = asked.flatMap(({ kind, topic }) => (topic === undefined ? [] : [`${topic} ${kind}`]));
  return duplicates(keys).map((key) => `asked twice about ${key}`);
}

/** What nobody asked for is never said twice. */
function repeatedWords({ entries }: RoundRecord): string[] {
  const unasked = eachMove(entries).filter(({ move, after }) => isUnasked(move, after));
  return duplicates(unasked.map(({ move }) => move.text.toLowerCase().trim())).map((text) => `said twice: ${text}`);
}

function duplicates(list: readonly string[]): string[] {
  return [...new Set(list.filter((one, at) => list.indexOf(one) !== at))];
}

function eachMove(entries: readonly Entry[]): { readonly move: Move; readonly after: Entry | undefined; at: number }[] {
  let after: Entry | undefined;
  return entries.flatMap((entry, at) => {
    if (entry.who === "interviewer") return [{ move: entry.move, after, at }];
    after = entry;
    return [];
  });
}

/** Whatever would give a fact away is not said before it is asked for, unless the candidate said it first. */
function leaks({ entries }: RoundRecord, { facts }: InterviewProblem): string[] {
  const told = new Set<string>();
  let heard = "";
  const broken: string[] = [];
  for (const entry of entries) {
    if (entry.who === "candidate") {
      heard += "text" in entry.input ? ` ${entry.input.text.toLowerCase()}` : "";
      continue;
    }
    for (const id of entry.move.facts ?? []) told.add(id);
    const text = entry.move.text.replaceAll(/"[^"]*"/gu, " ").toLowerCase();
    const givenAway = facts
      .filter(({ id }) => !told.has(id))
      .flatMap(({ id, secret }) => secret.map((words) => ({ id, words: words.toLowerCase() })))
      .filter(({ words }) => holdsWords(text, words) && !heard.includes(words));
    broken.push(...givenAway.map(({ id, words }) => `gave away ${id} with "${words}": ${entry.move.text}`));
  }
  return broken;
}

function lateEnd({ setup, endedSeconds }: RoundRecord): string[] {
  if (endedSeconds === undefined) return ["never ended"];
  return endedSeconds > 60 * setup.minutes + 60 ? [`ended after ${endedSeconds} s`] : [];
}

function timesGoingBack({ entries }: RoundRecord): string[] {
  const times = entries.map((entry) => (entry.who === "candidate" ? entry.input.atSeconds : entry.move.atSeconds));
  return times.some((time, at) => !(time >= (times[at - 1] ?? 0))) ? ["times went back"] : [];
}

/** At every moment, not only at the end. */
function tooMuchSaid({ entries }: RoundRecord): string[] {
  let [left, last] = [allowedWords, undefined as Entry | undefined];
  for (const entry of entries) {
    if (entry.who === "candidate") {
      last = entry;
      left += wordsOfCandidate(entry);
    } else if (isUnasked(entry.move, last)) left -= wordsIn(entry.move.text);
    if (left < 0) return [`the interviewer said ${-left} words too many`];
  }
  return [];
}

function praiseWithoutNaming({ entries }: RoundRecord): string[] {
  return eachMove(entries).flatMap(({ move, at }) => {
    if (move.kind !== "acknowledge") return [];
    const named = /"([^"]+)"/u.exec(move.text)?.[1];
    return named !== undefined && saidBefore(entries, at, named) ? [] : [`named nothing: ${move.text}`];
  });
}

function saidBefore(entries: readonly Entry[], at: number, words: string): boolean {
  return entries
    .slice(0, at)
    .some((entry) => entry.who === "candidate" && "text" in entry.input && entry.input.text.includes(words));
}

function severalQuestions({ entries }: RoundRecord): string[] {
  const perTurn = new Map<Entry | undefined, number>();
  for (const { move, after } of eachMove(entries)) {
    if (turnTaking.has(move.kind)) perTurn.set(after, (perTurn.get(after) ?? 0) + 1);
  }
  return [...perTurn.values()].some((count) => count > 1) ? ["asked several questions in one turn"] : [];
}

/** A quote is what stands in its entry, word for word. */
function wrongQuotes({ entries, statements }: RoundRecord): string[] {
  return statements.flatMap(({ quote }) => {
    const entry = entries[quote.entry];
    const text = entry?.who === "candidate" && "text" in entry.input ? entry.input.text : "";
    return text.slice(quote.start, quote.end) === quote.text ? [] : [`no such words: ${quote.text}`];
  });
}

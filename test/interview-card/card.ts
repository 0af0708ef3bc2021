import type { Statement } from "../../src/interview/statement.ts";
import { standardParts } from "../../src/interview/round/standard-parts.ts";
import type { Answer, Spoken, TopicId, Voice } from "./answer.ts";
import { voices } from "./answer.ts";
import { labelledAnswers } from "./answers/index.ts";

/** What the engine made of one answer, beside its labels. */
export interface Heard<Said extends Spoken = Answer> {
  readonly answer: Said;
  readonly found: readonly TopicId[];
  readonly missed: readonly TopicId[];
  /** Heard as said, though it is not labelled so; with the words that did it. */
  readonly invented: readonly { readonly topic: TopicId; readonly words: string }[];
  /** Labelled as ruled out or put off, and heard so. */
  readonly deniedHeard: readonly TopicId[];
}

export interface Tally {
  readonly name: string;
  readonly answers: number;
  readonly labelled: number;
  readonly found: number;
  readonly invented: number;
  readonly denied: number;
  readonly deniedHeard: number;
}

export const answers: readonly Answer[] = labelledAnswers;

/** Hears an answer as one entry of a round. */
export function heard<Said extends Spoken>(answer: Said): Heard<Said> {
  const { all } = standardParts().hear(answer.text, { entry: 0, atSeconds: 0 }, []);
  const standing = all.filter(({ supersededBy }) => supersededBy === undefined);
  const said = new Map(
    standing.filter(({ manner }) => manner === "said").map((one) => [one.topic as TopicId, one] as const),
  );
  const ruledOut = (topic: string) =>
    standing.some((one) => one.topic === topic && (one.manner === "denied" || one.manner === "deferred"));
  return {
    answer,
    found: answer.says.filter((topic) => said.has(topic)),
    missed: answer.says.filter((topic) => !said.has(topic)),
    invented: [...said].flatMap(([topic, one]) =>
      answer.says.includes(topic) || answer.fair?.includes(topic) ? [] : [{ topic, words: wordsOf(one) }],
    ),
    deniedHeard: answer.denies.filter(ruledOut),
  };
}

const wordsOf = ({ quote }: Statement): string => quote.text.replaceAll(/\s+/g, " ").trim();

export function tally(name: string, all: readonly Heard<Spoken>[]): Tally {
  const sum = (count: (one: Heard<Spoken>) => number) => all.reduce((total, one) => total + count(one), 0);
  return {
    name,
    answers: all.length,
    labelled: sum(({ answer }) => answer.says.length),
    found: sum(({ found }) => found.length),
    invented: sum(({ invented }) => invented.length),
    denied: sum(({ answer }) => answer.denies.length),
    deniedHeard: sum(({ deniedHeard }) => deniedHeard.length),
  };
}

export function byVoice(all: readonly Heard[]): Tally[] {
  return voices.map((voice: Voice) =>
    tally(
      voice,
      all.filter(({ answer }) => answer.voice === voice),
    ),
  );
}

export const recallOf = ({ found, labelled }: Tally): number => found / labelled;
export const precisionOf = ({ found, invented }: Tally): number => found / (found + invented);

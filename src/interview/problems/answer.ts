import type { Random } from "../../kit/random.ts";
import type { HiddenFact, InterviewProblem } from "../problem.ts";
import { compilePhrases, matchesAny, topicsAsked, type CompiledPhrases, type Lexicon } from "../understand/lexicon.ts";

/** What an interviewer says to a question that no fact of the problem answers. */
export const noFactAnswers = [
  "I have no number for that; assume something sensible and say so.",
  "That is not settled. Take what seems reasonable to you and tell me what you took.",
  "I do not know. Make an assumption, say it aloud, and go on with it.",
  "Nobody has decided that yet. Choose a value that you can defend.",
  "I cannot tell you that one. State what you assume, and we will see what depends on it.",
] as const;

export const noFactAnswer = (random: Random): string => noFactAnswers[random.int(noFactAnswers.length)]!;

/**
 * Hidden facts that a text asks for, in the order of the problem. Every sentence is looked at by itself: facts whose
 * wordings it holds are meant; where it holds none and is a question, facts of the topics that it names are. Whether a
 * text asks at all is for the caller to say, since `how much traffic` is a wording wherever it stands.
 */
export function factsFor(question: string, problem: InterviewProblem, lexicon: Lexicon): readonly HiddenFact[] {
  const meant = new Set(sentencesIn(question).flatMap((sentence) => factsOfSentence(sentence, problem, lexicon)));
  return problem.facts.filter((fact) => meant.has(fact));
}

function factsOfSentence(sentence: string, { facts }: InterviewProblem, lexicon: Lexicon): readonly HiddenFact[] {
  const worded = facts.filter((fact) => matchesAny(sentence, wordingsOf(fact)));
  if (worded.length > 0 || !asks(sentence)) return worded;
  const topics = new Set(topicsAsked(sentence, lexicon));
  return facts.filter(({ topic }) => topics.has(topic));
}

const compiled = new WeakMap<HiddenFact, CompiledPhrases>();

function wordingsOf(fact: HiddenFact): CompiledPhrases {
  const known = compiled.get(fact);
  if (known) return known;
  const phrases = compilePhrases(fact.asked);
  compiled.set(fact, phrases);
  return phrases;
}

const sentencesIn = (text: string): readonly string[] =>
  text.split(/(?<=[?!;\n])|(?<=\.)(?=\s)/).filter((part) => part.trim() !== "");

const openings =
  /^\W*(?:and |so |ok(?:ay)?,? |also,? )*(?:what|how|who|which|where|when|why|is|are|do|does|did|can|could|should|would|will|may|have|has|tell me|any)\b/i;

/** `Should I take Flink?` names a topic and asks for leave, not for a fact. */
const ownChoices =
  /^\W*(?:and |so |ok(?:ay)?,? |also,? )*(?:(?:should|shall|can|could|may) (?:i|we)|do you (?:want|mind)|would you)\b/i;

function asks(sentence: string): boolean {
  if (ownChoices.test(sentence)) return false;
  return sentence.trimEnd().endsWith("?") || openings.test(sentence);
}

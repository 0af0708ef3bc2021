import type { NumberKind, Topic } from "../topic.ts";
import { findPhrases, indexPhrases, type PhraseIndex } from "./phrase-index.ts";
import { readText } from "./text.ts";

/** What a phrase does for its topic: its field in the topic's file. */
export type Role = "name" | "mechanism" | "consequence" | "not";

export interface TopicPhrase {
  readonly topic: string;
  readonly role: Role;
}

/** Topics made ready for reading text: build it once, use it for every text. */
export interface Lexicon {
  readonly phrases: PhraseIndex<TopicPhrase>;
  readonly numbers: ReadonlyMap<string, ReadonlySet<NumberKind>>;
}

/** @throws Error naming the topic whose phrase cannot be read. */
export function compileTopics(topics: readonly Topic[]): Lexicon {
  const phrases = indexPhrases(topics.flatMap((topic) => [...linesOf(topic)]));
  return { phrases, numbers: new Map(topics.map(({ id, numbers }) => [id, new Set(numbers)])) };
}

function* linesOf(topic: Topic): Iterable<readonly [string, TopicPhrase]> {
  const lists = [
    ["name", topic.names],
    ["mechanism", topic.mechanisms],
    ["consequence", topic.consequences ?? []],
    ["not", topic.not ?? []],
  ] as const;
  for (const [role, phrases] of lists) for (const phrase of phrases) yield [phrase, { topic: topic.id, role }];
}

/** Phrases that stand for themselves: the wordings of one question. */
export type CompiledPhrases = PhraseIndex<true>;

export function compilePhrases(phrases: readonly string[]): CompiledPhrases {
  return indexPhrases(phrases.map((phrase) => [phrase, true] as const));
}

/** Whether any clause of a text holds one of the phrases. */
export function matchesAny(text: string, phrases: CompiledPhrases): boolean {
  const { tokens, sentences } = readText(text);
  return sentences.some(({ clauses }) =>
    clauses.some(({ from, to }) => findPhrases(phrases, tokens, from, to).length > 0),
  );
}

/** Topics that a text names or describes, in whatever manner, in order of the text: what a question is about. */
export function topicsAsked(text: string, lexicon: Lexicon): string[] {
  const { tokens, sentences } = readText(text);
  const found = new Set<string>();
  for (const { clauses } of sentences) {
    for (const { from, to } of clauses) {
      const hits = findPhrases(lexicon.phrases, tokens, from, to);
      for (const { meaning } of present(hits)) found.add(meaning.topic);
    }
  }
  return [...found];
}

/** Hits that make a topic present: mechanisms, and names unless a phrase of `not` gives them another meaning here. */
export function present<Found extends { readonly meaning: TopicPhrase }>(hits: readonly Found[]): Found[] {
  const elsewhere = new Set(hits.filter(({ meaning }) => meaning.role === "not").map(({ meaning }) => meaning.topic));
  return hits.filter(
    ({ meaning: { topic, role } }) => role === "mechanism" || (role === "name" && !elsewhere.has(topic)),
  );
}

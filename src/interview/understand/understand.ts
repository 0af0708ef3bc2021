import type { Depth, Manner, Quote, SaidQuantity, Statement } from "../statement.ts";
import { correctionsIn, type Correction } from "./corrections.ts";
import { cuesIn, inOrder, speaking, weighs } from "./depth.ts";
import { present, type Lexicon, type TopicPhrase } from "./lexicon.ts";
import { mannersOf, type MannerOf } from "./manner.ts";
import { findPhrases, type Hit } from "./phrase-index.ts";
import { readText, type Clause, type ReadText, type Sentence } from "./text.ts";

/** Where and when a text was said, and with which topics it is read. */
export interface Reading {
  /** Position of the entry in the round's record. */
  readonly entry: number;
  readonly atSeconds: number;
  readonly lexicon: Lexicon;
}

/** What a text says. */
export interface Understood {
  /** In order of the text; one for each topic of a clause. */
  readonly statements: readonly Statement[];
  readonly quantities: readonly SaidQuantity[];
  /** Characters at the end that were not read, because the text is longer than what is read of one answer. */
  readonly unreadCharacters: number;
  /** Where earlier words are taken back or changed; `withCorrections` applies them. */
  readonly corrections: readonly Correction[];
}

/** From this many topics that are only named, a clause is a list, and words of depth count only for their own part of it. */
const LIST_TOPICS = 4;
/** In a longer sentence (speech without marks) numbers speak only for their own clause. */
const LONGEST_NUMBER_SENTENCE_TOKENS = 45;

/** Reads what a candidate said. The same text gives the same statements, whatever was said before. */
export function understand(text: string, reading: Reading): Understood {
  const read = readText(text);
  const statements: Statement[] = [];
  let before: readonly Statement[] = [];
  for (const sentence of read.sentences) {
    const said = sentenceStatements(read, sentence, reading);
    const carried = said.length < 2 ? carriedOver(read, sentence, before, said, reading) : [];
    statements.push(...said, ...carried);
    if (said.length + carried.length > 0) before = said.length > 0 ? said : carried;
    else before = [];
  }
  const quantities = read.quantities.map(({ said }) => said);
  const corrections = correctionsIn(read, (clause) => quoteOf(read, clause, reading));
  return { statements, quantities, unreadCharacters: read.unreadCharacters, corrections };
}

function quoteOf(
  { text }: ReadText,
  { start, end }: Pick<Clause, "start" | "end">,
  { entry, atSeconds }: Reading,
): Quote {
  return { entry, start, end, text: text.slice(start, end), atSeconds };
}

function sentenceStatements(read: ReadText, sentence: Sentence, reading: Reading): Statement[] {
  const { phrases } = reading.lexicon;
  const hitsOf = sentence.clauses.map(({ from, to }) => findPhrases(phrases, read.tokens, from, to));
  const topical = hitsOf.map((hits) => present(hits).length > 0);
  if (!topical.includes(true)) return [];
  const manners = mannersOf(read.tokens, sentence);
  return sentence.clauses.flatMap(({ from }, at) => {
    const hits = hitsOf[at]!;
    if (!topical[at]) return [];
    const byTopic = Map.groupBy(present(hits), ({ meaning }) => meaning.topic);
    const isList = countNamed(byTopic) >= LIST_TOPICS;
    const last = isList ? at : lastOfThought(read, sentence, at, topical);
    const cues = cuesIn(read.tokens, from, sentence.clauses[last]!.to);
    const view = { read, sentence, at, last, reading, isList, hits, cues };
    return [...byTopic].map(([topic, found]) => statementOf(view, topic, found, mannerOf(found, manners[at]!)));
  });
}

function countNamed(byTopic: ReadonlyMap<string, readonly Hit<TopicPhrase>[]>): number {
  return [...byTopic.values()].filter((hits) => hits.every(({ meaning }) => meaning.role === "name")).length;
}

const strongest: readonly Manner[] = ["said", "denied", "deferred", "reported", "asked"];

/** Said once is said, whatever else the clause rules out. */
function mannerOf(hits: readonly Hit<TopicPhrase>[], read: MannerOf): Manner {
  const found = new Set(hits.map(read));
  return strongest.find((manner) => found.has(manner))!;
}

interface View {
  readonly read: ReadText;
  readonly sentence: Sentence;
  readonly at: number;
  readonly reading: Reading;
  /** The clause with which the thought ends. */
  readonly last: number;
  readonly isList: boolean;
  readonly cues: ReturnType<typeof cuesIn>;
  readonly hits: readonly Hit<TopicPhrase>[];
}

function statementOf(view: View, topic: string, found: readonly Hit<TopicPhrase>[], manner: Manner): Statement {
  const { read, sentence, at, last, reading, hits } = view;
  const clause = sentence.clauses[at]!;
  const depth = new Set<Depth>();
  if (found.some(({ meaning }) => meaning.role === "mechanism")) depth.add("mechanism");
  if (hits.some(({ meaning }) => meaning.topic === topic && meaning.role === "consequence")) depth.add("consequence");
  for (const cue of generalCues(view, found)) depth.add(cue);
  const quantities = numbersFor(view, topic, found);
  if (quantities.length > 0) depth.add("number");
  const quote = quoteOf(read, { start: clause.start, end: sentence.clauses[last]!.end }, reading);
  return { topic, manner, depth: inOrder(depth), quote, quantities, from: "words" };
}

/** The last clause of the sentence that continues this one without a topic of its own. */
function lastOfThought({ tokens }: ReadText, { clauses }: Sentence, at: number, topical: readonly boolean[]): number {
  let last = at;
  while (last + 1 < clauses.length) {
    const { from, to } = clauses[last + 1]!;
    if (topical[last + 1]) break;
    if (cuesIn(tokens, from, to).length === 0 && !weighs(tokens, clauses[last]!, clauses[last + 1])) break;
    last += 1;
  }
  return last;
}

function generalCues({ read, sentence, at, isList, cues }: View, found: readonly Hit<TopicPhrase>[]): Depth[] {
  const { tokens } = read;
  const items = new Set(found.map(({ from }) => tokens[from]!.item));
  const own = isList ? cues.filter(({ from }) => items.has(tokens[from]!.item)) : cues;
  const against = !isList && weighs(tokens, sentence.clauses[at]!, sentence.clauses[at + 1]);
  return [...own.map(({ meaning }) => meaning), ...(against ? (["trade-off"] as const) : [])];
}

function numbersFor(
  { read, sentence, at, last, isList, reading }: View,
  topic: string,
  found: readonly Hit<TopicPhrase>[],
) {
  const kinds = reading.lexicon.numbers.get(topic);
  const short = sentence.to - sentence.from <= LONGEST_NUMBER_SENTENCE_TOKENS;
  const clauses = short && !isList ? sentence.clauses : sentence.clauses.slice(at, last + 1);
  const said = clauses.flatMap(({ quantities }) => quantities.map((span) => span.said));
  if (!isList) return speaking(said, kinds);
  const items = new Set(found.map(({ from }) => read.tokens[from]!.item));
  const clause = sentence.clauses[at]!;
  const near = read.tokens.slice(clause.from, clause.to).filter(({ quantity, item }) => quantity && items.has(item));
  return speaking(
    near.map(({ quantity }) => quantity!.said),
    kinds,
  );
}

const pronouns = /^(it|it's|its|that|that's|this|they|they're|those|these|them|which|so|because|otherwise|each|the)$/;
const MOST_CARRIED_TOPICS = 2;

/** `It keeps hot users for 60 seconds`: a sentence about what was named before it adds depth to that. */
function carriedOver(
  read: ReadText,
  sentence: Sentence,
  before: readonly Statement[],
  own: readonly Statement[],
  reading: Reading,
): Statement[] {
  const topics = before.filter(({ manner }) => manner === "said");
  const first = sentence.clauses[0]!;
  const opens = pronouns.test(first.opening) && first.opening !== "the";
  if (!opens || sentence.asks || topics.length === 0 || topics.length > MOST_CARRIED_TOPICS) return [];
  const { lexicon } = reading;
  const manners = mannersOf(read.tokens, sentence);
  if (manners[0]!({ from: first.from, to: first.from + 1 }) !== "said") return [];
  const hits = findPhrases(lexicon.phrases, read.tokens, sentence.from, sentence.to);
  const cues = cuesIn(read.tokens, sentence.from, sentence.to).map(({ meaning }) => meaning);
  const said = sentence.clauses.flatMap(({ quantities }) => quantities.map((span) => span.said));
  const quote = quoteOf(read, { start: first.start, end: sentence.clauses.at(-1)!.end }, reading);
  return topics.flatMap(({ topic }) => {
    if (own.some((statement) => statement.topic === topic)) return [];
    const quantities = speaking(said, lexicon.numbers.get(topic));
    const depth = new Set<Depth>([
      ...cues,
      ...(/^(so|because|otherwise)$/.test(first.opening) ? (["consequence"] as const) : []),
    ]);
    if (quantities.length > 0) depth.add("number");
    if (hits.some(({ meaning }) => meaning.topic === topic && meaning.role === "consequence")) depth.add("consequence");
    if (depth.size === 0) return [];
    return [{ topic, manner: "said" as const, depth: inOrder(depth), quote, quantities, from: "words" as const }];
  });
}

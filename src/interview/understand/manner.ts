import type { Manner } from "../statement.ts";
import { deferralCues, mannerCues, type MannerCue } from "./cues.ts";
import { isDenied, scopesOf, type Scope } from "./negation.ts";
import { findPhrases, type Hit } from "./phrase-index.ts";
import type { Clause, Sentence } from "./text.ts";
import type { Token } from "./tokens.ts";

/** Tells in which manner a phrase found in a clause is meant. */
export type MannerOf = (hit: { readonly from: number; readonly to: number }) => Manner;

const interrogatives = new Set("what how who when where which why whose".split(" "));
const inverted = /^(do|does|did|is|are|was|were|can|could|should|shall|will|would|have|has|am|any)$/;
const subjects = /^(we|i|you|it|there|they|this|that|users?|anyone|someone)$/;

/** Readers of the clauses of a sentence, one for each. */
export function mannersOf(tokens: readonly Token[], sentence: Sentence): MannerOf[] {
  const cues = sentence.clauses.map(
    ({ from, to }) => new Set(findPhrases(mannerCues, tokens, from, to).map(({ meaning }) => meaning)),
  );
  const mocks = cues.some((found) => found.has("mock"));
  let reports = false;
  return sentence.clauses.map((clause, at) => {
    reports = cues[at]!.has("report") || (reports && !cues[at]!.has("apply"));
    const whole = wholeManner(tokens, sentence, at, cues[at]!, reports);
    return mocks ? () => "denied" : readerOf(tokens, clause, sentence.to, whole);
  });
}

function wholeManner(
  tokens: readonly Token[],
  sentence: Sentence,
  at: number,
  cues: ReadonlySet<MannerCue>,
  reports: boolean,
): Manner {
  if (asks(tokens, sentence, at) || cues.has("ask")) return "asked";
  return reports && !(cues.has("apply") && !cues.has("report")) ? "reported" : "said";
}

/** Whether a clause is a question: it begins as one, or it is the last before a question mark and proposes nothing. */
function asks(tokens: readonly Token[], sentence: Sentence, at: number): boolean {
  const clause = sentence.clauses[at]!;
  const [first, second] = openers(tokens, clause);
  const formed = interrogatives.has(first) || (inverted.test(first) && subjects.test(second));
  if (sentence.asks)
    return formed || asksAtEnd(tokens, clause) || (at === sentence.clauses.length - 1 && !proposes(first, second));
  const bare =
    (first === "what" && /^(is|are)$/.test(second)) ||
    (first === "how" && /^(many|much|often|fast|long|big|large|old)$/.test(second));
  return clause.to - clause.from <= 14 && (bare || (inverted.test(first) && subjects.test(second)));
}

function openers(tokens: readonly Token[], clause: Clause): [string, string] {
  let at = clause.from;
  while (at < clause.to && /^(and|so|ok|okay|but|well|now|then|first|also|hi|yes|sorry)$/.test(tokens[at]!.text))
    at += 1;
  const text = (place: number) => (place < clause.to ? tokens[place]!.text : "");
  return [text(at), text(at + 1)];
}

/** `We expect growth, what is the peak?`: the question begins after a comma. */
function asksAtEnd(tokens: readonly Token[], { from, to }: Clause): boolean {
  for (let at = from + 1; at < to; at += 1)
    if (tokens[at]!.item !== tokens[at - 1]!.item && interrogatives.has(tokens[at]!.text)) return true;
  return false;
}

/** `We would cache, right?` and `maybe one could cache?` ask for a nod, not for a fact. */
function proposes(first: string, second: string): boolean {
  if (/^(maybe|perhaps|probably)$/.test(first)) return true;
  return (
    /^(we|i|one)$/.test(first) &&
    /^(would|will|can|could|should|have|need|want|use|add|put|think|guess|suppose|may|might)$/.test(second)
  );
}

function readerOf(tokens: readonly Token[], clause: Clause, sentenceEnd: number, whole: Manner): MannerOf {
  if (whole === "asked") return () => whole;
  const scopes = scopesOf(tokens, clause, sentenceEnd);
  const deferred = deferrals(tokens, clause);
  return ({ from, to }) => {
    if (deferred.some((scope) => scope.from <= from && from < scope.to)) return "deferred";
    return isDenied(scopes, tokens, from, to) ? "denied" : whole;
  };
}

function deferrals(tokens: readonly Token[], clause: Clause): Scope[] {
  const hits = findPhrases(deferralCues, tokens, clause.from, clause.to);
  const none = hits.filter(({ meaning }) => meaning === "none");
  const real = hits.filter(
    (hit) => hit.meaning !== "none" && !none.some((other) => other.from < hit.to && hit.from < other.to),
  );
  return real.map((hit) => (leads(tokens, clause, hit) ? ahead(tokens, clause, hit.to) : around(tokens, clause, hit)));
}

/** Whether a cue speaks of what follows: by its kind, or because it opens its part of the clause and a subject follows. */
function leads(
  tokens: readonly Token[],
  clause: Clause,
  { meaning, from, to }: Hit<"here" | "ahead" | "none">,
): boolean {
  if (meaning === "ahead") return to < clause.to && tokens[to]!.item === tokens[to - 1]!.item;
  const before = tokens[from - 1];
  const opens = from === clause.from || before?.item !== tokens[from]!.item || /^(and|then)$/.test(before?.text ?? "");
  return opens && to < clause.to && tokens[from]!.text === "later";
}

function ahead(tokens: readonly Token[], clause: Clause, from: number): Scope {
  let to = from;
  while (to < clause.to && !/^(because|since|but|for|as)$/.test(tokens[to]!.text)) to += 1;
  return { from, to, strong: true, whole: false };
}

/** The stretch between commas in which the cue stands; after `first` or `start`, only from the last `and` or `then`. */
function around(tokens: readonly Token[], clause: Clause, { from, to }: Hit<unknown>): Scope {
  let start = from;
  let end = to;
  while (
    start > clause.from &&
    tokens[start - 1]!.item === tokens[from]!.item &&
    !turns(tokens[start - 1]!, tokens, clause.from, start)
  )
    start -= 1;
  while (end < clause.to && tokens[end]!.item === tokens[to - 1]!.item) end += 1;
  return { from: start, to: end, strong: true, whole: false };
}

function turns({ text }: Token, tokens: readonly Token[], from: number, at: number): boolean {
  if (text === "but") return !/^(it|that|this|they)$/.test(tokens[at]?.text ?? "");
  if (/^(so|because|which|if|when)$/.test(text)) return true;
  if (text !== "and" && text !== "then") return false;
  return tokens.slice(from, at).some(({ stem }) => /^(first|start|begin|initial|initially|now)$/.test(stem));
}

import { negationCues, type NegationCue } from "./negation-cues.ts";
import { findPhrases, type Hit } from "./phrase-index.ts";
import type { Clause } from "./text.ts";
import type { Token } from "./tokens.ts";

/** Tokens over which a cue turns the meaning round. */
export interface Scope {
  readonly from: number;
  readonly to: number;
  /** False for a plain no, which only affirms care when it is about a trouble. */
  readonly strong: boolean;
  /** Passed on what stands before it: another denial of the same thing does not cancel it. */
  readonly verdict?: boolean;
  /** Only what lies wholly within is turned round: `instead of clicks costs us quick feedback` denies no feedback. */
  readonly whole: boolean;
}

const stops = new Set(
  "because since so until unless if when while as but instead given therefore which otherwise or else then plus".split(
    " ",
  ),
);
const newSubjects = new Set(
  "we i it they there you just only then so use let rather since because our that this everything".split(" "),
);
const troubles =
  /^(leak|leakag|skew|drift|bia|bias|overfit|imbalanc|debt|attack|stal|delay|gap|loop|hallucinat|outag|downtim|spik|failur|noise|nois|unfair|miscalibr|mismatch|contamin|duplic|poison|abus|evad|spam|fraud)/;
const harmBefore = /^(blind|useles|useless|fail|break|melt|suffer|impossibl|wors|dead|risk|riski|lost|los)$/;
const consequences = new Set(
  "would will could can might may never nobody no be have get see fail break risk".split(" "),
);
/** Behind these a subject goes on with the same thought: `no reason why we need it`. */
const subordinates = new Set("that what which who where how why whether think believe say mean and or".split(" "));
const verbs = new Set(
  "is are gets gives works wins beats suffices does will would can handles catches runs makes goes takes keeps".split(
    " ",
  ),
);
const LONGEST_SCOPE_TOKENS = 14;

/** Where meanings are turned round in a clause; two scopes over the same word cancel each other (`never skip`). */
export function scopesOf(tokens: readonly Token[], clause: Clause, sentenceEnd: number): Scope[] {
  const hits = findPhrases(negationCues, tokens, clause.from, clause.to);
  const taken: Hit<NegationCue>[] = [];
  for (const hit of hits.sort(firstThenLonger)) if (!taken.some((other) => overlap(hit, other))) taken.push(hit);
  return taken.flatMap((hit) => scopeOf(hit, tokens, clause, sentenceEnd) ?? []);
}

const ranks: Readonly<Record<NegationCue, number>> = {
  guard: 0,
  before: 1,
  harm: 2,
  strong: 3,
  replaced: 4,
  without: 4,
  weak: 5,
};

function firstThenLonger(a: Hit<NegationCue>, b: Hit<NegationCue>): number {
  return ranks[a.meaning] - ranks[b.meaning] || a.from - b.from || b.to - a.to;
}

const overlap = (a: Hit<unknown>, b: Hit<unknown>) => a.from < b.to && b.from < a.to;

function scopeOf(
  { meaning, from, to }: Hit<NegationCue>,
  tokens: readonly Token[],
  clause: Clause,
  sentenceEnd: number,
) {
  if (meaning === "guard") return undefined;
  if (meaning === "before" || meaning === "harm")
    return {
      from: clauseStart(tokens, clause, from, to),
      to: from,
      strong: true,
      whole: false,
      verdict: meaning === "before",
    };
  if (meaning === "without" && isWarning(tokens, clause, from, sentenceEnd)) return undefined;
  if (meaning === "weak" && isDescription(tokens, clause, from, to)) return undefined;
  const narrow =
    meaning === "replaced" || meaning === "without" || /^(no|zero|neither|nor)$/.test(tokens[to - 1]!.text);
  const end = narrow
    ? narrowEnd(tokens, to, clause.to, meaning === "replaced" ? 4 : 8)
    : scopeEnd(tokens, to, clause.to);
  return {
    from: afterNegator(tokens, from, to),
    to: end,
    strong: meaning === "strong" || meaning === "replaced",
    whole: meaning === "replaced",
  };
}

/** A scope begins behind its last negating word, so that `need a cache` in `do not need a cache` lies within. */
function afterNegator(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at -= 1) if (/^(not|no|never)$/.test(tokens[at]!.text)) return at + 1;
  return to;
}

/** The subject of a verdict begins after the last `and we`, `because`, or at the clause. */
function clauseStart(tokens: readonly Token[], clause: Clause, before: number, to: number): number {
  if (/^(it|that|this|one)$/.test(tokens[to - 1]!.text)) return clause.from;
  for (let at = before - 1; at > clause.from; at -= 1)
    if (/^(because|since|so|but|while)$/.test(tokens[at]!.text)) return at;
  return clause.from;
}

/** `Without monitoring nobody would notice`: it warns, and so speaks for what would be missing. */
function isWarning(tokens: readonly Token[], clause: Clause, at: number, sentenceEnd: number): boolean {
  const opens =
    at === clause.from ||
    /^(because|since|so|that|and)$/.test(tokens[at - 1]!.text) ||
    tokens[at - 1]!.item !== tokens[at]!.item;
  const later = tokens.slice(at + 1, Math.min(sentenceEnd, at + 20));
  if (opens && later.some(({ stem, text }) => consequences.has(stem) || consequences.has(text))) return true;
  return tokens.slice(clause.from, at).some(({ stem }) => harmBefore.test(stem));
}

/** `The model does not see the future` describes; `we do not retrain` decides. A bare `not` denies only at the start. */
function isDescription(tokens: readonly Token[], clause: Clause, from: number, to: number): boolean {
  if (tokens[from]!.text === "do" || (to - from === 1 && tokens[from]!.text === "not")) {
    const opens =
      from === clause.from ||
      tokens[from - 1]!.item !== tokens[from]!.item ||
      /^(and|so|please)$/.test(tokens[from - 1]!.text);
    return !opens;
  }
  return false;
}

/** `Skip the transformer and go with trees`: behind `and` a new subject or a choice ends what was ruled out. */
const turnsTo = (text: string) =>
  newSubjects.has(text) || /^(go|pick|choose|start|take|keep|stick|rely|do|have|serve|add)$/.test(text);

function scopeEnd(tokens: readonly Token[], from: number, clauseEnd: number): number {
  const limit = Math.min(clauseEnd, from + LONGEST_SCOPE_TOKENS);
  for (let at = from; at < limit; at += 1) {
    const { text, item } = tokens[at]!;
    if (at > from && stops.has(text) && !(text === "or" || (text === "else" && at === from))) return at;
    if (at > from && item !== tokens[at - 1]!.item && (newSubjects.has(text) || says(tokens, at, limit))) return at;
    if (at > from && /^(we|i)$/.test(text) && !subordinates.has(tokens[at - 1]!.text)) return at;
    if (at > from && text === "and" && turnsTo(tokens[at + 1]?.text ?? "")) return at;
  }
  return limit;
}

/** `We do not need deep learning, a regression gets you far`: what stands behind the comma has a verb of its own. */
function says(tokens: readonly Token[], from: number, limit: number): boolean {
  if (/^(or|and|nor)$/.test(tokens[from]!.text)) return false;
  for (let at = from + 1; at < limit && tokens[at]!.item === tokens[from]!.item; at += 1)
    if (verbs.has(tokens[at]!.text)) return true;
  return false;
}

/** To the next comma, subject or `and`. */
function narrowEnd(tokens: readonly Token[], from: number, clauseEnd: number, longest: number): number {
  const limit = Math.min(clauseEnd, from + longest);
  for (let at = from + 1; at < limit; at += 1) {
    const { text, item } = tokens[at]!;
    if (item !== tokens[at - 1]!.item || stops.has(text) || newSubjects.has(text) || text === "with" || text === "by")
      return at;
  }
  return limit;
}

/** Whether a phrase found at `from` to before `to` is turned round. Negations inside the phrase itself are part of it. */
export function isDenied(scopes: readonly Scope[], tokens: readonly Token[], from: number, to: number): boolean {
  const trouble = tokens.slice(from, to).some(({ stem }) => troubles.test(stem));
  const over = scopes.filter((scope) => scope.from <= from && (scope.whole ? to : from + 1) <= scope.to);
  const counted = trouble && !over.some(({ strong }) => strong) ? [] : over;
  return counted.some(({ verdict }) => verdict) || counted.length % 2 === 1;
}

import type { Quote, SaidQuantity, Statement } from "../statement.ts";
import { findPhrases, indexPhrases } from "./phrase-index.ts";
import type { Clause, ReadText } from "./text.ts";
import type { Understood } from "./understand.ts";

/** `change`: what is said here replaces earlier words about the same. `retract`: what was said last is taken back. */
export interface Correction {
  readonly kind: "change" | "retract";
  /** From the words of correction to the end of their sentence. */
  readonly quote: Quote;
  readonly quantities: readonly SaidQuantity[];
}

const cues = indexPhrases<Correction["kind"]>([
  ...[
    "make it|that #",
    "change it|that to",
    "sorry i mean|meant",
    "i meant",
    "i misspoke",
    "let me change|correct|revise|rephrase",
    "correction",
    "on second thought|thoughts",
    "thinking about it again|more",
    "i take it|that back",
    "i change my mind",
    "i was wrong",
    "no wait",
    "wait no",
    "rather make",
    "not # but #",
    "sorry not",
    "should have said",
    "instead of .. let us",
    "come to think of it",
    "let us go with .. instead",
  ].map((cue) => [cue, "change"] as const),
  ...[
    "scratch|strike|forget|drop|ignore that",
    "scratch it",
    "never mind that?",
    "i take that back",
    "forget what i said",
  ].map((cue) => [cue, "retract"] as const),
]);

/** Words of correction in a text, with the sentence that follows them. */
export function correctionsIn(
  { tokens, sentences }: ReadText,
  quote: (part: Pick<Clause, "start" | "end">) => Quote,
): Correction[] {
  return sentences.flatMap(({ clauses, from, to, asks }) => {
    const kinds = new Set(findPhrases(cues, tokens, from, to).map(({ meaning }) => meaning));
    const amends = /^(actually|sorry|wait|correction)$/.test(clauses[0]!.opening);
    if (asks || (kinds.size === 0 && !amends)) return [];
    const quantities = clauses.flatMap((clause) => clause.quantities.map((span) => span.said));
    const kind = kinds.has("retract") ? "retract" : "change";
    return [{ kind, quote: quote({ start: clauses[0]!.start, end: clauses.at(-1)!.end }), quantities } as const];
  });
}

/**
 * The statements of a round with those of a new text at their end: where the text corrects itself or what came before,
 * the statement that no longer holds names the one that took its place.
 */
export function withCorrections(
  earlier: readonly Statement[],
  now: Pick<Understood, "statements" | "corrections">,
): Statement[] {
  const all = [...earlier];
  let next = 0;
  for (const correction of now.corrections) {
    while (next < now.statements.length && now.statements[next]!.quote.start < correction.quote.start)
      all.push(now.statements[next++]!);
    const first = all.length;
    while (next < now.statements.length && now.statements[next]!.quote.start < correction.quote.end)
      all.push(now.statements[next++]!);
    apply(all, first, correction);
  }
  return [...all, ...now.statements.slice(next)];
}

function apply(all: Statement[], first: number, correction: Correction): void {
  if (all.length === first && correction.kind === "change") changeNumber(all, correction);
  if (all.length === first && correction.kind === "retract") retract(all, correction);
  for (let by = first; by < all.length; by += 1) supersede(all, first, by);
}

/** The statement that is corrected: of the same topic, and of the same kinds of numbers where both have some. */
function supersede(all: Statement[], first: number, by: number): void {
  const { topic, quantities } = all[by]!;
  const kinds = new Set(quantities.map(({ kind }) => kind));
  for (let at = 0; at < first; at += 1) {
    const old = all[at]!;
    if (old.topic !== topic || old.supersededBy !== undefined || old.from !== "words") continue;
    const comparable =
      kinds.size === 0 || old.quantities.length === 0 || old.quantities.some(({ kind }) => kinds.has(kind));
    if (comparable) all[at] = { ...old, supersededBy: by };
  }
}

/**
 * `Make that 50 ms`: the last number of that kind is meant, and its topic. A number that is named again (`I said 8 ms,
 * make that 10`) says which one, also where it was drawn.
 */
function changeNumber(all: Statement[], { quote, quantities }: Correction): void {
  const kinds = new Set(quantities.map(({ kind }) => kind));
  const [first] = quantities;
  const isNamed = ({ kind, value }: SaidQuantity) => kind === first?.kind && value === first.value;
  const named =
    quantities.length > 1
      ? all.findLast((one) => one.supersededBy === undefined && one.quantities.some(isNamed))
      : undefined;
  const old = named ?? all.findLast((one) => holds(one) && one.quantities.some(({ kind }) => kinds.has(kind)));
  if (old) all.push({ topic: old.topic, manner: old.manner, depth: ["number"], quote, quantities, from: "words" });
}

/** `Scratch that`: everything of the last sentence is denied. */
function retract(all: Statement[], { quote }: Correction): void {
  const last = all.findLast(holds);
  if (!last) return;
  const same = all.filter(
    (old) => holds(old) && old.quote.entry === last.quote.entry && old.quote.start === last.quote.start,
  );
  for (const { topic } of same) all.push({ topic, manner: "denied", depth: [], quote, quantities: [], from: "words" });
}

const holds = ({ supersededBy, from }: Statement) => supersededBy === undefined && from === "words";

import { numberKinds, type NumberKind } from "../topic.ts";
import { lexemesOf } from "./lexemes.ts";
import { tokensOf, type Token } from "./tokens.ts";

/**
 * The language of phrases. A phrase is a line of words that is looked for inside one clause.
 *
 * - Words match whole tokens, in order, next to each other. Case is ignored; `-`, `/`, `_` and apostrophes separate
 *   tokens in text and phrase alike (`two-tower` is `two tower`, `don't` is `do not`; only `a/b` is one token, `ab`).
 * - Words are compared by stem: `monitor` matches monitors, monitored, monitoring; British spelling matches American.
 * - `a|b|c` any of these (a choice ends at a space: join the words of one choice with `-`, as in `ml|machine-learning`), `word?` may be absent, `pre*` any token that begins so, `=word` exactly this form.
 * - `..` a gap of 0 to 4 tokens, `...` a gap of 0 to 10 tokens.
 * - `#` any quantity, `#duration` (`#rate`, `#count`, `#share`, `#money`, `#bytes`, `#multiple`, `#plain`) one of that
 *   kind. A quantity with its unit is one token for this; what is counted may also be named (`#count user`).
 * - Fillers (um, like, you know, sort of, actually, just …) and articles are left out of text and phrase.
 */
export interface Phrase {
  readonly source: string;
  readonly parts: readonly Part[];
}

/** One place in a phrase: a choice of words, with the largest gap that may stand before it. */
interface Part {
  readonly choices: readonly (readonly Atom[])[];
  readonly optional: boolean;
  readonly gap: number;
}

type Atom =
  | { readonly kind: "stem" | "exact" | "prefix"; readonly text: string }
  | { readonly kind: "quantity"; readonly of: NumberKind | undefined };

const gaps: Readonly<Record<string, number>> = { "..": 4, "...": 10 };
const fillers = /\b(you know|sort of|kind of|i mean)\b/gi;

/** @throws Error for a phrase without a word that must be there, or with an unknown kind of quantity: a slip of its author. */
export function compilePhrase(source: string): Phrase {
  const parts: Part[] = [];
  let gap = 0;
  for (const word of source.replace(fillers, " ").trim().split(/\s+/)) {
    const wide = gaps[word];
    if (wide !== undefined) gap = Math.max(gap, wide);
    else gap = addParts(parts, word, gap);
  }
  if (!parts.some(({ optional }) => !optional))
    throw new Error(`"${source}" is a phrase without a word that must be there`);
  return { source, parts };
}

/** Adds what a word of a phrase stands for; returns the gap that still waits for a part. */
function addParts(parts: Part[], word: string, gap: number): number {
  const optional = word.length > 1 && word.endsWith("?");
  const choices = (optional ? word.slice(0, -1) : word).split("|").map(atomsOf);
  const full = choices.filter((atoms) => atoms.length > 0);
  if (full.length === 0) return gap;
  const open = optional || /(^|\|)(a|an|the)(\||$)/.test(word);
  parts.push({ choices: full, optional: open, gap: parts.length === 0 ? 0 : gap });
  return 0;
}

function atomsOf(choice: string): Atom[] {
  if (choice.startsWith("#")) return [{ kind: "quantity", of: kindOf(choice.slice(1)) }];
  if (choice.startsWith("=")) return [{ kind: "exact", text: choice.slice(1).toLowerCase() }];
  if (!choice.endsWith("*")) return wordsIn(choice).map(({ stem }) => ({ kind: "stem", text: stem }));
  const words = wordsIn(choice.slice(0, -1));
  return words.map(({ stem, text }, at) =>
    at < words.length - 1 ? { kind: "stem", text: stem } : { kind: "prefix", text },
  );
}

const wordsIn = (choice: string) => tokensOf(lexemesOf(choice));

function kindOf(name: string): NumberKind | undefined {
  const kind = numberKinds.find((known) => known === name);
  if (name !== "" && !kind) throw new Error(`#${name} is no kind of quantity`);
  return kind;
}

/**
 * The position after the shortest match that begins at `from`, or -1. Keeps the set of positions a match may have
 * reached, so that time grows with the length of the phrase, never with the number of ways to match it.
 */
export function matchEnd(phrase: Phrase, tokens: readonly Token[], from: number, to: number): number {
  let reached: number[] = [from];
  for (const part of phrase.parts) {
    const starts = part.gap === 0 ? reached : widened(reached, part.gap, tokens, to);
    const after = part.optional ? [...reached] : [];
    for (const start of starts)
      for (const end of choiceEnds(part, tokens, start, to)) if (!after.includes(end)) after.push(end);
    if (after.length === 0) return -1;
    reached = after;
  }
  return Math.min(...reached);
}

/** Every position at most `gap` tokens on; a quantity with its unit counts as one. */
function widened(reached: readonly number[], gap: number, tokens: readonly Token[], to: number): number[] {
  const seen = [...reached];
  let edge: readonly number[] = reached;
  for (let step = 0; step < gap && edge.length > 0; step += 1) {
    const next: number[] = [];
    const reach = (end: number) => {
      if (end >= to || seen.includes(end)) return;
      next.push(end);
      seen.push(end);
    };
    for (const at of edge) {
      reach(at + 1);
      if (tokens[at]?.quantity) reach(tokens[at].quantity.after);
    }
    edge = next;
  }
  return seen;
}

function choiceEnds({ choices }: Part, tokens: readonly Token[], start: number, to: number): number[] {
  const ends: number[] = [];
  for (const atoms of choices) {
    let reached = [start];
    for (const atom of atoms) reached = reached.flatMap((at) => (at < to ? atomEnds(atom, tokens[at]!, at) : []));
    for (const end of reached) if (end <= to) ends.push(end);
  }
  return ends;
}

function atomEnds(atom: Atom, token: Token, at: number): number[] {
  if (atom.kind === "quantity") return quantityEnds(atom.of, token);
  const fits =
    atom.kind === "stem"
      ? token.stem === atom.text
      : atom.kind === "exact"
        ? token.text === atom.text
        : begins(token, atom.text);
  return fits ? [at + 1] : [];
}

/** After the quantity, and after its number: `#count user` and `#count` both match `2 million users`. */
function quantityEnds(kind: NumberKind | undefined, { quantity }: Token): number[] {
  if (!quantity || (kind !== undefined && quantity.said.kind !== kind)) return [];
  const { after, afterNumber } = quantity;
  return [...new Set([after, afterNumber, Math.max(after - 1, afterNumber)])];
}

const american = (text: string) => text.replace(/is(?=[eia]|$)/g, "iz");

function begins({ text }: Token, prefix: string): boolean {
  return text.startsWith(prefix) || (prefix.includes("is") && american(text).startsWith(american(prefix)));
}

/** The keys under which a phrase is found by the token it may begin with. */
export function firstKeys({ parts }: Phrase): Set<string> {
  const keys = new Set<string>();
  for (const { choices, optional } of parts) {
    for (const [atom] of choices) keys.add(keyOf(atom!));
    if (!optional) break;
  }
  return keys;
}

function keyOf(atom: Atom): string {
  if (atom.kind === "quantity") return "#";
  if (atom.kind === "prefix") return `*${atom.text.slice(0, 2)}`;
  return `${atom.kind === "exact" ? "=" : ""}${atom.text}`;
}

/** For every part but the first that must be there, the keys one of which a clause must hold: a cheap first test. */
export function neededKeys({ parts }: Phrase): (readonly string[])[] {
  const needed = parts.slice(1).filter(({ optional }) => !optional);
  return needed.map(({ choices }) => [...new Set(choices.map(([atom]) => keyOf(atom!)))]);
}

/** The keys a token answers to. */
export function keysOf({ text, stem, quantity }: Pick<Token, "text" | "stem" | "quantity">): string[] {
  const keys = [stem, `=${text}`, `*${text.slice(0, 2)}`];
  return quantity ? [...keys, "#"] : keys;
}

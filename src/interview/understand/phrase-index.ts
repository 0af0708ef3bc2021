import { compilePhrase, firstKeys, keysOf, matchEnd, neededKeys, type Phrase } from "./phrase.ts";
import type { Token } from "./tokens.ts";

interface Line<Meaning> {
  readonly phrase: Phrase;
  readonly needs: readonly (readonly string[])[];
  readonly meaning: Meaning;
}

/** Phrases with what each stands for, found by the token they begin with. */
export interface PhraseIndex<Meaning> {
  readonly byKey: ReadonlyMap<string, readonly Line<Meaning>[]>;
}

export function indexPhrases<Meaning>(lines: Iterable<readonly [string, Meaning]>): PhraseIndex<Meaning> {
  const byKey = new Map<string, Line<Meaning>[]>();
  for (const [source, meaning] of lines) {
    const phrase = compilePhrase(source);
    const line = { phrase, needs: neededKeys(phrase), meaning };
    for (const key of firstKeys(phrase)) {
      const there = byKey.get(key);
      if (there) there.push(line);
      else byKey.set(key, [line]);
    }
  }
  return { byKey };
}

/** Where a phrase was found: tokens from `from` to before `to`. */
export interface Hit<Meaning> {
  readonly meaning: Meaning;
  readonly from: number;
  readonly to: number;
}

const keysOfTokens = new WeakMap<Token, readonly string[]>();

function keysAt(token: Token): readonly string[] {
  const known = keysOfTokens.get(token);
  if (known) return known;
  const keys = keysOf(token);
  keysOfTokens.set(token, keys);
  return keys;
}

/** Every phrase of an index in a stretch of tokens, by place. */
export function findPhrases<Meaning>(
  index: PhraseIndex<Meaning>,
  tokens: readonly Token[],
  from: number,
  to: number,
): Hit<Meaning>[] {
  const hits: Hit<Meaning>[] = [];
  const held = new Set<string>();
  for (let at = from; at < to; at += 1) for (const key of keysAt(tokens[at]!)) held.add(key);
  for (let at = from; at < to; at += 1) {
    for (const key of keysAt(tokens[at]!)) {
      for (const { phrase, needs, meaning } of index.byKey.get(key) ?? []) {
        if (!needs.every((keys) => keys.some((needed) => held.has(needed)))) continue;
        const end = matchEnd(phrase, tokens, at, to);
        if (end > at) hits.push({ meaning, from: at, to: end });
      }
    }
  }
  return hits;
}

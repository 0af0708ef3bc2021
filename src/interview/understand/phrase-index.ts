import { compilePhrase, firstKeys, keysOf, matchEnd, type Phrase } from "./phrase.ts";
import type { Token } from "./tokens.ts";

/** Phrases with what each stands for, found by the token they begin with. */
export interface PhraseIndex<Meaning> {
  readonly byKey: ReadonlyMap<string, readonly { readonly phrase: Phrase; readonly meaning: Meaning }[]>;
}

export function indexPhrases<Meaning>(lines: Iterable<readonly [string, Meaning]>): PhraseIndex<Meaning> {
  const byKey = new Map<string, { phrase: Phrase; meaning: Meaning }[]>();
  for (const [source, meaning] of lines) {
    const phrase = compilePhrase(source);
    for (const key of firstKeys(phrase)) {
      const there = byKey.get(key);
      if (there) there.push({ phrase, meaning });
      else byKey.set(key, [{ phrase, meaning }]);
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

/** Every phrase of an index in a stretch of tokens, by place. */
export function findPhrases<Meaning>(
  index: PhraseIndex<Meaning>,
  tokens: readonly Token[],
  from: number,
  to: number,
): Hit<Meaning>[] {
  const hits: Hit<Meaning>[] = [];
  for (let at = from; at < to; at += 1) {
    for (const key of keysOf(tokens[at]!)) {
      for (const { phrase, meaning } of index.byKey.get(key) ?? []) {
        const end = matchEnd(phrase, tokens, at, to);
        if (end > at) hits.push({ meaning, from: at, to: end });
      }
    }
  }
  return hits;
}

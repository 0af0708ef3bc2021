import type { Block } from "./blocks.ts";
import type { Context } from "./context.ts";
import { leafOf, setLeaf, toPath } from "./draft.ts";
import { phrases } from "./lexicon/phrases.ts";
import { part, spanOfPlain, type Plain } from "./plain.ts";
import type { State } from "./state.ts";
import { cautionOf, sentencesOf } from "./traps.ts";

/** Puts sentences such as `The problem is that …` where they belong, whatever heading they stand under. */
export function placePhrases(block: Block, { stage }: Context, state: State): void {
  if (block.plain.text.length > 20_000) return;
  for (const { plain } of sentencesOf(block.plain))
    for (const { path, says, under, value } of phrases) {
      const match = (under?.includes(stage) ?? true) ? says.exec(plain.text) : null;
      const words = match && groupOf(match, plain);
      if (!words || cautionOf(plain.text)?.startsWith("it is a condition")) continue;
      setLeaf(state.root, toPath(path), leafOf(value ?? sentence(words.text), spanOfPlain(words)));
    }
}

function groupOf(match: RegExpExecArray, plain: Plain): Plain {
  const words = match.slice(1).find((group) => group !== undefined) ?? match[0];
  const start = match.index + match[0].indexOf(words);
  return part(plain, start, start + words.length);
}

const sentence = (text: string): string => text.replace(/\s+/g, " ").trim();

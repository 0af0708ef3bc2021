import type { Lexeme } from "./lexemes.ts";

/** Lexemes from `from` to before `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const abbreviations = new Set(["vs", "approx", "incl", "resp", "cf", "eg", "ie", "e", "g", "dr", "mr", "etc"]);
const enders = new Set([".", "!", "?", "\n", "…", "。", "！", "？", "•", "·"]);

/** Sentences: they end at `.`, `!`, `?`, a line's end, or a bullet mark; `e.g.`, `0.3` and `node.js` end none. */
export function sentencesOf(lexemes: readonly Lexeme[]): Stretch[] {
  const sentences: Stretch[] = [];
  let from = 0;
  for (let at = 0; at < lexemes.length; at += 1) {
    if (!endsSentence(lexemes, at)) continue;
    if (at + 1 > from) sentences.push({ from, to: at + 1 });
    from = at + 1;
  }
  if (from < lexemes.length) sentences.push({ from, to: lexemes.length });
  return sentences;
}

function endsSentence(lexemes: readonly Lexeme[], at: number): boolean {
  const { kind, text, glued } = lexemes[at]!;
  if (kind !== "mark" || !enders.has(text)) return bulletAt(lexemes, at);
  if (text !== ".") return !(enders.has(lexemes[at + 1]?.text ?? "") && lexemes[at + 1]!.text !== "\n");
  const next = lexemes[at + 1];
  if (next?.glued && next.kind !== "mark") return false;
  if (next?.text === ".") return false;
  const before = lexemes[at - 1];
  return !(glued && before && abbreviations.has(before.text) && next !== undefined && next.text !== "\n");
}

/** The number of a list, `2.` or `2)`, at the start of a line: it belongs to no sentence. */
function bulletAt(lexemes: readonly Lexeme[], at: number): boolean {
  const { kind, text, glued } = lexemes[at]!;
  if (kind !== "mark" || text !== ")" || !glued) return false;
  const opens = at < 2 || lexemes[at - 2]!.text === "\n";
  return opens && lexemes[at - 1]?.kind === "number";
}

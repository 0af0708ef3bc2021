import type { Lexeme } from "./lexemes.ts";
import type { Stretch } from "./sentences.ts";

const openers = new Set(["but", "however", "whereas", "although", "though"]);
const dashes = new Set(["-", "—", "–", "*"]);
const subjects = new Set("we i the it they then for that this there our you".split(" "));
/** Behind `but` these begin a new decision; `fresher but it costs more` stays one thought. */
const decides = new Set("we i we'd i'd we'll i'll let let's here for our instead then in when if at".split(" "));
const joiners = new Set(["and", "so", "then", "also", "plus", "because", ","]);
/** Speech without punctuation is cut where a new subject begins once a clause has so many words, and at the latest here. */
const LONG_WORDS = 28;
const LONGEST_WORDS = 60;

/**
 * Clauses of a sentence: it is cut at `;`, at a dash with spaces around it, before `but` with a new decision, before `however`, `whereas`,
 * `although`, and before `and then`. Commas cut only where a clause has grown long.
 */
export function clausesOf(lexemes: readonly Lexeme[], sentence: Stretch): Stretch[] {
  const clauses: Stretch[] = [];
  let from = sentence.from;
  let words = 0;
  const cut = (to: number, next: number) => {
    if (to > from) clauses.push({ from, to });
    [from, words] = [next, 0];
  };
  for (let at = sentence.from; at < sentence.to; at += 1) {
    if (cutsMark(lexemes, at)) cut(at, at + 1);
    else if (words > 0 && cutsBefore(lexemes, at, words)) cut(at, at);
    if (lexemes[at]!.kind !== "mark") words += 1;
  }
  cut(sentence.to, sentence.to);
  return clauses.filter((clause) => lexemes.slice(clause.from, clause.to).some(({ kind }) => kind !== "mark"));
}

function cutsMark(lexemes: readonly Lexeme[], at: number): boolean {
  const { kind, text, glued } = lexemes[at]!;
  if (kind !== "mark") return false;
  if (text === ";" || text === "—") return true;
  return dashes.has(text) && !glued && lexemes[at + 1]?.glued !== true;
}

function cutsBefore(lexemes: readonly Lexeme[], at: number, words: number): boolean {
  const { kind, text } = lexemes[at]!;
  const next = lexemes[at + 1]?.text ?? "";
  const before = lexemes[at - 1]?.text ?? "";
  if (text === "but" && !decides.has(next)) return false;
  if (openers.has(text)) return before !== "nothing" && before !== "all" && before !== "even";
  if (text === "and" && next === "then") return true;
  if (words >= LONGEST_WORDS && kind !== "mark") return true;
  return words >= LONG_WORDS && joiners.has(text) && subjects.has(next);
}

import type { SaidQuantity } from "../statement.ts";
import type { Lexeme } from "./lexemes.ts";
import { stemOf } from "./stem.ts";

/** A word that counts for phrases: fillers and articles are gone, `don't` is `do` and `not`. Offsets are the original's. */
export interface Token {
  readonly text: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** Position of its lexeme. */
  readonly lexeme: number;
  /** Which stretch between commas, brackets and colons it stands in; numbers grow through the text. */
  readonly item: number;
  /** A quantity that begins here, and the positions of the tokens after its number and after all of it. */
  readonly quantity?: { readonly said: SaidQuantity; readonly afterNumber: number; readonly after: number };
}

const dropped = new Set("a an the um umm uh uhm er erm hmm like basically actually just really quite very".split(" "));
const droppedPairs = new Set(["you know", "sort of", "kind of", "i mean"]);
const itemMarks = new Set([",", "(", ")", ":", ";", "[", "]", "\n", ".", "!", "?"]);

const shortened: Readonly<Record<string, readonly string[]>> = {
  cannot: ["can", "not"],
  "can't": ["can", "not"],
  cant: ["can", "not"],
  "won't": ["will", "not"],
  wont: ["will", "not"],
  "shan't": ["shall", "not"],
  dont: ["do", "not"],
  didnt: ["did", "not"],
  doesnt: ["does", "not"],
  isnt: ["is", "not"],
  arent: ["are", "not"],
  wouldnt: ["would", "not"],
  shouldnt: ["should", "not"],
  couldnt: ["could", "not"],
  wasnt: ["was", "not"],
  havent: ["have", "not"],
  hasnt: ["has", "not"],
  "let's": ["let", "us"],
  lets: ["let", "us"],
  gonna: ["going", "to"],
  wanna: ["want", "to"],
  "ain't": ["is", "not"],
  neednt: ["need", "not"],
  "i'm": ["i", "am"],
};
const suffixes: Readonly<Record<string, string>> = { d: "would", ll: "will", ve: "have", re: "are" };
const beforeIs = new Set("it that what there here who where how he she this when why".split(" "));

/** Words that a word in lower case stands for: `we'd` is `we` and `would`, `user's` is `user`. */
export function wordsOf(text: string): readonly string[] {
  const whole = Object.hasOwn(shortened, text) ? shortened[text] : undefined;
  if (whole) return whole;
  const at = text.indexOf("'");
  if (at < 0) return [text];
  const [head, tail] = [text.slice(0, at), text.slice(at + 1)];
  if (tail === "t" && head.endsWith("n")) return [head.slice(0, -1), "not"];
  if (tail === "s") return beforeIs.has(head) ? [head, "is"] : [head];
  return [head, suffixes[tail] ?? tail];
}

/** Tokens of lexemes; `a/b` is the one token `ab`. */
export function tokensOf(lexemes: readonly Lexeme[]): Token[] {
  const tokens: Token[] = [];
  let item = 0;
  for (let at = 0; at < lexemes.length; at += 1) {
    const { kind, text, start, end, glued } = lexemes[at]!;
    if (kind === "mark") {
      if (itemMarks.has(text) && !(glued && lexemes[at + 1]?.glued)) item += 1;
      continue;
    }
    const split = splitTest(lexemes, at);
    if (split) tokens.push({ text: "ab", stem: "ab", start, end: split.end, lexeme: at, item });
    if (split || droppedPairs.has(`${text} ${lexemes[at + 1]?.text}`)) at += split ? 2 : 1;
    else
      for (const word of kept(text, tokens.at(-1)?.text))
        tokens.push({ text: word, stem: stemOf(word), start, end, lexeme: at, item });
  }
  return tokens;
}

/** `not just` says more than `not`, so `just` stays there. */
function kept(text: string, before: string | undefined): readonly string[] {
  return dropped.has(text) && !(text === "just" && before === "not") ? [] : wordsOf(text).filter((word) => word !== "");
}

function splitTest(lexemes: readonly Lexeme[], at: number): Lexeme | undefined {
  const [first, sign, second] = [lexemes[at]!, lexemes[at + 1], lexemes[at + 2]];
  const joined = sign?.glued && second?.glued && (sign.text === "/" || sign.text === "-");
  return joined && first.text === "a" && second.text === "b" ? second : undefined;
}

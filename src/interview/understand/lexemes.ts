import { HOLE, plainOf } from "./plain.ts";

/** A word, a number in digits, or any other sign, with its place in the original text. */
export interface Lexeme {
  readonly kind: "word" | "number" | "mark";
  /** In lower case, without unseen characters. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it stands directly after the lexeme before it. */
  readonly glued: boolean;
}

const letter = `[\\p{L}\\p{M}${HOLE}]`;
const digits = `\\d(?:${HOLE}*\\d)*`;
const pattern = new RegExp(
  [
    String.raw`(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|${digits}(?:\.${digits})*|(?<![\p{L}\p{N}.])\.\d+)`,
    `(?<word>${letter}[\\p{L}\\p{M}\\p{N}${HOLE}]*(?:'${letter}+)*|\\p{N}+)`,
    String.raw`\n|[^\s]`,
  ].join("|"),
  "gu",
);

/** Splits text into lexemes from left to right, in one pass. */
export function lexemesOf(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let before = -1;
  for (const match of plainOf(text).matchAll(pattern)) {
    const [found] = match;
    const end = match.index + found.length;
    const kind = match.groups?.["number"] ? "number" : match.groups?.["word"] ? "word" : "mark";
    const written = kind === "mark" ? found : inOneWay(found);
    if (written === "") continue;
    lexemes.push({ kind, text: written, start: match.index, end, glued: match.index === before });
    before = end;
  }
  return lexemes;
}

function inOneWay(found: string): string {
  const seen = found.replaceAll(HOLE, "");
  return /^[\u0020-\u007e]*$/.test(seen) ? seen.toLowerCase() : seen.normalize("NFKC").toLowerCase();
}

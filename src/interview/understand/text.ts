import { clausesOf } from "./clauses.ts";
import { lexemesOf, type Lexeme } from "./lexemes.ts";
import { quantitiesOf, type QuantitySpan } from "./quantities.ts";
import { sentencesOf, type Stretch } from "./sentences.ts";
import { tokensOf, type Token } from "./tokens.ts";

/** More than this is not read, so that no answer, however long, holds up a round. */
export const LONGEST_TEXT_CHARACTERS = 20_000;

/** Tokens `from` to before `to`, standing for the characters `start` to before `end` of the text. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly quantities: readonly QuantitySpan[];
  /** The first word as said, fillers included: `actually`. */
  readonly opening: string;
}

export interface Sentence {
  readonly clauses: readonly Clause[];
  readonly from: number;
  readonly to: number;
  /** Whether it ends with a question mark. */
  readonly asks: boolean;
}

/** A text taken apart, once for everything that is asked of it. */
export interface ReadText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quantities: readonly QuantitySpan[];
  readonly unreadCharacters: number;
}

/** Takes a text apart, up to the longest that is read. */
export function readText(whole: string): ReadText {
  const text = whole.slice(0, LONGEST_TEXT_CHARACTERS);
  const lexemes = lexemesOf(text);
  const quantities = quantitiesOf(text, lexemes);
  const tokens = withQuantities(tokensOf(lexemes), quantities);
  const cut = cutter(lexemes, tokens, quantities);
  const sentences = sentencesOf(lexemes).map((stretch) =>
    sentence(lexemes, stretch, clausesOf(lexemes, stretch).map(cut)),
  );
  const unreadCharacters = whole.length - text.length;
  return {
    text,
    tokens,
    sentences: sentences.filter(({ clauses }) => clauses.length > 0),
    quantities,
    unreadCharacters,
  };
}

function sentence(lexemes: readonly Lexeme[], { to }: Stretch, clauses: readonly Clause[]): Sentence {
  const asks = lexemes[to - 1]?.text === "?";
  return { clauses, from: clauses[0]?.from ?? 0, to: clauses.at(-1)?.to ?? 0, asks };
}

function withQuantities(tokens: readonly Token[], spans: readonly QuantitySpan[]): Token[] {
  let next = 0;
  return tokens.map((token, at) => {
    while (next < spans.length && spans[next]!.to <= token.lexeme) next += 1;
    const span = spans[next];
    if (!span || token.lexeme < span.from || (at > 0 && tokens[at - 1]!.lexeme >= span.from)) return token;
    const [afterNumber, after] = [span.numberTo, span.to].map((to) => endOf(tokens, at, to));
    return { ...token, quantity: { said: span.said, afterNumber: afterNumber!, after: after! } };
  });
}

function endOf(tokens: readonly Token[], at: number, lexeme: number): number {
  let end = at + 1;
  while (end < tokens.length && tokens[end]!.lexeme < lexeme) end += 1;
  return end;
}

/** Cuts clauses in order of the text, walking tokens and quantities once. */
function cutter(lexemes: readonly Lexeme[], tokens: readonly Token[], spans: readonly QuantitySpan[]) {
  let [token, span] = [0, 0];
  return ({ from, to }: Stretch): Clause => {
    while (token < tokens.length && tokens[token]!.lexeme < from) token += 1;
    const first = token;
    while (token < tokens.length && tokens[token]!.lexeme < to) token += 1;
    while (span < spans.length && spans[span]!.from < from) span += 1;
    const firstSpan = span;
    while (span < spans.length && spans[span]!.from < to) span += 1;
    const said = lexemes.slice(from, to).filter(({ kind }) => kind !== "mark");
    const quantities = spans.slice(firstSpan, span);
    const end = Math.max(said.at(-1)!.end, lexemes[to - 1]!.text === "%" ? lexemes[to - 1]!.end : 0);
    const start = Math.min(said[0]!.start, quantities[0]?.said.start ?? said[0]!.start);
    return { from: first, to: token, start, end, quantities, opening: said[0]!.text };
  };
}

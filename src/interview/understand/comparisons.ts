import type { SaidQuantity } from "../statement.ts";
import type { Lexeme } from "./lexemes.ts";

type Comparison = NonNullable<SaidQuantity["comparison"]>;

const before: readonly (readonly [RegExp, Comparison])[] = [
  [/(^| )(no|not|never) (more|longer|slower|higher|later) than$/, "<="],
  [/(^| )(no|not) (less|fewer) than$/, ">="],
  [/(^| )(less|fewer|faster|lower|smaller|shorter) than( or equal to)?$/, "<="],
  [/(^| )(more|greater|larger|higher|longer|bigger) than( or equal to)?$/, ">="],
  [/(^| )(under|below|at most|up to|within|max|maximum|at the most|capped at|<|< =|≤|sub|sub -)( of)?$/, "<="],
  [/(^| )(over|above|at least|at the least|exceeds|min|minimum|>|> =|≥)( of)?$/, ">="],
  [
    /(^| )(around|about|roughly|approximately|approx|approx \.|circa|~|≈|nearly|almost|some|say|maybe|ballpark)( of)?$/,
    "about",
  ],
];

/** What the words around a quantity make of it: a bound from above or below, or a rough number. */
export function comparisonOf(lexemes: readonly Lexeme[], from: number, to: number): Comparison | undefined {
  const words = lexemes.slice(Math.max(0, from - 4), from).map(({ text }) => text);
  const line = words.join(" ");
  const found = before.find(([pattern]) => pattern.test(line));
  if (found) return found[1];
  const after = lexemes.slice(to, to + 3).map(({ text }) => text);
  if (after[0] === "+" || /^or (more|higher|above)/.test(after.join(" "))) return ">=";
  if (/^or (less|lower|below|under|faster)/.test(after.join(" "))) return "<=";
  return /^(ish|or so)/.test(after.join(" ")) ? "about" : undefined;
}

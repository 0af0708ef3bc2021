import type { SaidQuantity } from "../statement.ts";
import type { NumberKind } from "../topic.ts";
import type { Lexeme } from "./lexemes.ts";
import { readNumber, type ReadNumber } from "./spoken-numbers.ts";
import { comparisonOf } from "./comparisons.ts";
import { bytesOf, dollarsOf, everySeconds, fractionOf, isCounted, perSecondOf, secondsOf, shareOf } from "./units.ts";

/** A quantity with the lexemes it covers. */
export interface QuantitySpan {
  readonly said: SaidQuantity;
  readonly from: number;
  readonly to: number;
  /** After the number alone: `2 million` of `2 million users`. */
  readonly numberTo: number;
}

interface Read {
  readonly kind: NumberKind;
  readonly factor: number;
  readonly after: number;
}

/** Every quantity of a text, left to right, none inside another. */
export function quantitiesOf(text: string, lexemes: readonly Lexeme[]): QuantitySpan[] {
  const spans: QuantitySpan[] = [];
  for (let at = 0; at < lexemes.length;) {
    const span = quantityAt(text, lexemes, at);
    if (span) spans.push(span);
    at = span ? span.to : at + 1;
  }
  return spans;
}

function quantityAt(text: string, lexemes: readonly Lexeme[], at: number): QuantitySpan | undefined {
  if (isPartOfName(lexemes, at)) return undefined;
  return (
    period(text, lexemes, at) ?? oneIn(text, lexemes, at) ?? fraction(text, lexemes, at) ?? counted(text, lexemes, at)
  );
}

function span(text: string, lexemes: readonly Lexeme[], from: number, to: number, said: Measured): QuantitySpan {
  const [start, end] = [lexemes[from]!.start, lexemes[to - 1]!.end];
  const comparison = comparisonOf(lexemes, from, to) ?? (said.vague ? "about" : undefined);
  const { kind, value, high } = said;
  const rest = { ...(high === undefined ? {} : { high }), ...(comparison ? { comparison } : {}) };
  return {
    said: { kind, value, ...rest, text: text.slice(start, end), start, end },
    from,
    to,
    numberTo: said.numberTo ?? to,
  };
}

interface Measured {
  readonly kind: NumberKind;
  readonly value: number;
  readonly high?: number;
  readonly vague?: boolean;
  readonly numberTo?: number;
}

/** `top-1`, `GPT-4`, `24/7`, `v1.2`, `phase 2`: the number is part of a name. */
function isPartOfName(lexemes: readonly Lexeme[], at: number): boolean {
  const [before, mark] = [lexemes[at - 2], lexemes[at - 1]];
  const { kind, glued } = lexemes[at]!;
  if (glued && mark?.kind === "word" && kind !== "mark") return true;
  if (glued && mark?.glued && mark.text === "." && before) return true;
  if (glued && mark?.glued && /^[-_/]$/.test(mark.text) && before?.kind === "word") return before.text !== "sub";
  if (glued && mark?.glued && mark.text === "/" && before?.kind === "number") return true;
  return (
    kind === "number" &&
    /^(phase|version|level|step|tier|stage|part|option|point|python|llama|chapter)$/.test(mark?.text ?? "")
  );
}

const textAt = (lexemes: readonly Lexeme[], at: number) => lexemes[at]?.text ?? "";

/** `daily`, `every night`, `once a day`, `twice an hour`: the time between two runs. */
function period(text: string, lexemes: readonly Lexeme[], at: number): QuantitySpan | undefined {
  const word = textAt(lexemes, at);
  const adverb = everySeconds.get(word);
  if (adverb !== undefined && !/^(active|user|users)$/.test(textAt(lexemes, at + 1)))
    return span(text, lexemes, at, at + 1, { kind: "duration", value: adverb });
  const every = /^(every|each)$/.test(word)
    ? 1
    : /^(once|twice)$/.test(word) && /^(an?|per|every|each)$/.test(textAt(lexemes, at + 1))
      ? 2
      : 0;
  const unit = textAt(lexemes, at + every);
  const seconds = every > 0 && unit.length > 1 ? secondsOf.get(unit) : undefined;
  if (seconds === undefined) return undefined;
  return span(text, lexemes, at, at + every + 1, { kind: "duration", value: word === "twice" ? seconds / 2 : seconds });
}

/** `1 in 300`, `one in a thousand`, `3 out of 10`. */
function oneIn(text: string, lexemes: readonly Lexeme[], at: number): QuantitySpan | undefined {
  const first = readNumber(lexemes, at);
  if (!first || first.value > 1000) return undefined;
  const word = textAt(lexemes, first.after);
  const skip = word === "in" ? 1 : word === "out" && textAt(lexemes, first.after + 1) === "of" ? 2 : 0;
  const next = skip > 0 ? readNumber(lexemes, first.after + skip) : undefined;
  if (!next || next.value <= first.value || measureAfter(lexemes, next.after)) return undefined;
  return span(text, lexemes, at, next.after, { kind: "share", value: first.value / next.value });
}

/** `a tenth of`, `half of`, `one third`. */
function fraction(text: string, lexemes: readonly Lexeme[], at: number): QuantitySpan | undefined {
  const article = /^(a|one)$/.test(textAt(lexemes, at)) ? 1 : 0;
  const word = textAt(lexemes, at + article);
  const value = fractionOf.get(word);
  const of = textAt(lexemes, at + article + 1);
  if (value === undefined || of !== "of" || (word !== "half" && article === 0)) return undefined;
  return span(text, lexemes, at, at + article + 1, { kind: "share", value });
}

function counted(text: string, lexemes: readonly Lexeme[], at: number): QuantitySpan | undefined {
  const dollar = /^[$€£]$/.test(textAt(lexemes, at));
  const low = readNumber(lexemes, dollar ? at + 1 : at);
  if (!low) return undefined;
  const full = dollar ? undefined : fullRange(text, lexemes, at, low);
  if (full) return full;
  const high = upperEnd(lexemes, low.after, dollar);
  const after = high?.after ?? low.after;
  const measure = dollar
    ? priced(lexemes, after, 1)
    : (measureAfter(lexemes, after) ?? bare(lexemes, at, after, low.value));
  if (!measure) return undefined;
  const scale = high && high.value > low.value ? lowScale(lexemes, low.after, low.value, high.value) : 1;
  const value = low.value * scale * measure.factor;
  const range = high && high.value * measure.factor > value ? { high: high.value * measure.factor } : {};
  return span(text, lexemes, at, measure.after, {
    kind: measure.kind,
    value,
    ...range,
    vague: low.vague,
    numberTo: after,
  });
}

/** `40ms to 60ms`: both ends with their unit. */
function fullRange(text: string, lexemes: readonly Lexeme[], at: number, low: ReadNumber): QuantitySpan | undefined {
  const first = measureAfter(lexemes, low.after);
  const high = first && upperEnd(lexemes, first.after, false);
  const second = high && measureAfter(lexemes, high.after);
  if (!second || second.kind !== first.kind || second.factor * high.value <= first.factor * low.value) return undefined;
  const [value, top] = [low.value * first.factor, high.value * second.factor];
  return span(text, lexemes, at, second.after, { kind: first.kind, value, high: top, vague: low.vague });
}

/** In `5 to 10 million` the five are millions too. */
function lowScale(lexemes: readonly Lexeme[], after: number, low: number, high: number): number {
  const scaleWord = /^(k|m|b|bn|thousand|million|billion|hundred)$/;
  if (scaleWord.test(textAt(lexemes, after - 1)) || low >= 1000 || high < 1000) return 1;
  const scale = [1e9, 1e6, 1e3].find((power) => high >= power && high / power < 1000);
  return scale ?? 1;
}

/** The `60` of `40 to 60`, `40-60`, `between 40 and 60`. */
function upperEnd(lexemes: readonly Lexeme[], at: number, dollar: boolean) {
  const sign = textAt(lexemes, at);
  const between = sign === "and" && /^(between|from)$/.test(beforeNumber(lexemes, at));
  if (!between && !/^(to|-|–|or)$/.test(sign)) return undefined;
  const skip = dollar && /^[$€£]$/.test(textAt(lexemes, at + 1)) ? 2 : 1;
  if (sign === "to" && lexemes[at + skip]?.kind === "mark") return undefined;
  return readNumber(lexemes, at + skip);
}

function beforeNumber(lexemes: readonly Lexeme[], at: number): string {
  for (let back = 1; back <= 5; back += 1)
    if (/^(between|from)$/.test(textAt(lexemes, at - back))) return textAt(lexemes, at - back);
  return "";
}

/** The unit that stands after a number. */
function measureAfter(lexemes: readonly Lexeme[], after: number): Read | undefined {
  const hyphen = textAt(lexemes, after) === "-" && lexemes[after]!.glued ? 1 : 0;
  const at = after + hyphen;
  const unit = textAt(lexemes, at);
  const seconds = secondsOf.get(unit);
  if (seconds !== undefined && !isShape(lexemes, at)) return { kind: "duration", factor: seconds, after: at + 1 };
  if (bytesOf.has(unit)) return { kind: "bytes", factor: bytesOf.get(unit)!, after: at + 1 };
  if (shareOf.has(unit)) return { kind: "share", factor: shareOf.get(unit)!, after: at + 1 };
  if (unit === "basis" && /^points?$/.test(textAt(lexemes, at + 1)))
    return { kind: "share", factor: 1e-4, after: at + 2 };
  if (dollarsOf.has(unit)) return priced(lexemes, at + 1, dollarsOf.get(unit)!);
  if (/^(x|×|fold)$/.test(unit)) return { kind: "multiple", factor: 1, after: at + 1 };
  if (perSecondOf.has(unit)) return { kind: "rate", factor: perSecondOf.get(unit)!, after: at + 1 };
  return hyphen ? undefined : (rate(lexemes, at) ?? number(lexemes, at));
}

/** `3D` is no time; a lone letter is a unit only directly behind its digits. */
function isShape(lexemes: readonly Lexeme[], at: number): boolean {
  const { text, glued } = lexemes[at]!;
  return (text.length === 1 && !glued) || (text === "d" && /^[23]$/.test(textAt(lexemes, at - 1)));
}

/** `requests per second`, `/s`, `queries a day`, `times an hour`. */
function rate(lexemes: readonly Lexeme[], at: number): Read | undefined {
  for (let skip = 0; skip <= 3; skip += 1) {
    const here = at + skip;
    const per = textAt(lexemes, here);
    const time = secondsOf.get(textAt(lexemes, here + 1));
    if (/^(per|a|an|each|every|\/)$/.test(per) && time !== undefined)
      return { kind: "rate", factor: 1 / time, after: here + 2 };
    if (lexemes[here]?.kind !== "word") return undefined;
  }
  return undefined;
}

const between = new Set(
  "of in to and or per for with at on is are from if as so we the out but then because i".split(" "),
);
const isPlainWord = (lexeme: Lexeme | undefined) => lexeme?.kind === "word" && !between.has(lexeme.text);

function number(lexemes: readonly Lexeme[], at: number): Read | undefined {
  if (textAt(lexemes, at) === "times") return { kind: "multiple", factor: 1, after: at + 1 };
  for (let skip = 0; skip <= 3 && isPlainWord(lexemes[at + skip]); skip += 1)
    if (isCounted(textAt(lexemes, at + skip))) return { kind: "count", factor: 1, after: at + skip + 1 };
  return undefined;
}

/** Money, a month where a time is said. */
function priced(lexemes: readonly Lexeme[], at: number, factor: number): Read {
  const time = /^(per|a|an|each|every|\/)$/.test(textAt(lexemes, at))
    ? secondsOf.get(textAt(lexemes, at + 1))
    : undefined;
  if (time !== undefined) return { kind: "money", factor: (factor * 2_629_800) / time, after: at + 2 };
  return { kind: "money", factor, after: at };
}

/** A number without a unit, in digits; no year, no list mark, no `3D`, no `1st`. */
function bare(lexemes: readonly Lexeme[], at: number, after: number, value: number): Read | undefined {
  const [first, next] = [lexemes[at]!, lexemes[after]];
  if (first.kind !== "number") return value >= 11 ? { kind: "plain", factor: 1, after } : undefined;
  if (next?.glued && (next.kind === "word" || /^[-/_)]$/.test(next.text)) && !isClosing(lexemes, after))
    return undefined;
  if (/^(19|20)\d\d$/.test(first.text) && after === at + 1) return undefined;
  const opens = at === 0 || textAt(lexemes, at - 1) === "\n";
  if (opens && next?.glued && /^[.)]$/.test(next.text)) return undefined;
  return { kind: "plain", factor: 1, after };
}

/** A bracket after a number closes it; at the start of a line it is the mark of a list. */
function isClosing(lexemes: readonly Lexeme[], at: number): boolean {
  return textAt(lexemes, at) === ")" && at >= 2 && textAt(lexemes, at - 2) !== "\n";
}

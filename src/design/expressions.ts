import { parsePredicate, type Predicate } from "../kit/predicate.ts";
import { Problem } from "../kit/problem.ts";
import { readQuantity } from "../kit/quantity.ts";
import { nearest } from "../kit/suggest.ts";
import { inRange } from "./ranges.ts";

/** What a feature is, read from its `is:` line. */
export type FeatureExpression =
  | { readonly kind: "count" | "timeSince"; readonly text: string; readonly where?: Predicate; readonly by?: string }
  | {
      readonly kind: "sum" | "mean" | "last" | "distinct";
      readonly text: string;
      readonly column: string;
      readonly where?: Predicate;
      readonly by?: string;
    }
  | { readonly kind: "score"; readonly text: string; readonly retriever: string }
  | { readonly kind: "age" | "value" | "embedding" | "request"; readonly text: string; readonly column: string }
  | {
      readonly kind: "ratio" | "cross" | "similarity";
      readonly text: string;
      readonly first: string;
      readonly second: string;
    };

export const featureExamples = [
  "count where quantity > 0",
  "sum of sales_value by department",
  "mean of rating",
  "last of price",
  "distinct basket_id",
  "time since where rating >= 4",
  "score of als",
  "now - published",
  "value of price",
  "request device",
  "embedding of title",
  "ratio of clicks_1h to views_1h",
  "cross of device and country",
  "similarity of query_vector and item_vector",
] as const;

const SHAPE =
  /^(count|sum of|mean of|last of|distinct(?: of)?|time since)(?:\s+(?!where\b|by\b)([A-Za-z_]\w*))?(?:\s+where\s+(.+?))?(?:\s+by\s+([A-Za-z_]\w*))?$/;
const KINDS = {
  count: "count",
  "sum of": "sum",
  "mean of": "mean",
  "last of": "last",
  distinct: "distinct",
  "distinct of": "distinct",
  "time since": "timeSince",
} as const;

/**
 * Reads the `is:` line of a feature.
 *
 * @throws {Problem} `design/malformed-feature`, or `predicate/malformed` for its filter
 * @example readFeature("count where rating >= 4 by author").kind // => "count"
 */
export function readFeature(text: string): FeatureExpression {
  const plain = text.trim().replaceAll(/'(?:[^']|'')*'|\s+/g, (part) => (part.startsWith("'") ? part : " "));
  const single = /^(score of|now -|value of|embedding of|request) ([A-Za-z_][\w-]*)$/.exec(plain);
  if (single) return readSingle(plain, single[1]!, single[2]!);
  const pair = /^(ratio|cross|similarity) of ([A-Za-z_]\w*) (to|and) ([A-Za-z_]\w*)$/.exec(plain);
  if (pair && (pair[1] === "ratio") === (pair[3] === "to"))
    return { kind: pair[1] as "ratio", text: plain, first: pair[2]!, second: pair[4]! };
  const match = SHAPE.exec(plain);
  if (!match) throw malformed(plain, "it is none of the forms Plumbline knows");
  return readAggregate(plain, KINDS[match[1] as keyof typeof KINDS], match[2], match[3], match[4]);
}

const singleKinds: Readonly<Record<string, "age" | "value" | "embedding" | "request">> = {
  "now -": "age",
  "value of": "value",
  "embedding of": "embedding",
  request: "request",
};

function readSingle(text: string, form: string, name: string): FeatureExpression {
  if (form === "score of") return { kind: "score", text, retriever: name };
  return { kind: singleKinds[form]!, text, column: name };
}

function readAggregate(
  text: string,
  kind: (typeof KINDS)[keyof typeof KINDS],
  column?: string,
  where?: string,
  by?: string,
): FeatureExpression {
  const rest = { text, ...(where && { where: parsePredicate(where) }), ...(by && { by }) };
  if (kind === "count" || kind === "timeSince") {
    if (column) throw malformed(text, `\`${kind === "count" ? "count" : "time since"}\` takes no column`);
    return { kind, ...rest };
  }
  if (!column) throw malformed(text, "it names no column");
  return { kind, column, ...rest };
}

function malformed(text: string, why: string): Problem {
  const meant = probablyMeant(text);
  return new Problem({
    code: "design/malformed-feature",
    found: `The feature \`${text}\` cannot be read: ${why}.`,
    fix: meant
      ? `write \`${meant}\`, if that is what was meant`
      : `write one of ${featureExamples.map((example) => `\`${example}\``).join(", ")}`,
  });
}

const OTHER_WORDS: Readonly<Record<string, string>> = {
  "average of": "mean of",
  "avg of": "mean of",
  "total of": "sum of",
  "count of": "distinct",
  latest: "last of",
  "seconds since": "time since",
};

/** The same line with its first word or two spelled as a form that is known, where that can be read. */
function probablyMeant(text: string): string | undefined {
  const words = text.split(" ");
  for (const length of [2, 1]) {
    const start = words.slice(0, length).join(" ");
    const form = OTHER_WORDS[start.toLowerCase()] ?? nearest(start, [...Object.keys(KINDS), "score of", "value of"]);
    const repaired = form && [form, ...words.slice(length)].join(" ");
    if (repaired && repaired !== text && SHAPE.test(repaired)) return repaired;
  }
  return undefined;
}

/** When an event was known: a column, with another to use where data lacks the first, and a delay to add. */
export interface KnownExpression {
  readonly text: string;
  readonly column: string;
  readonly orElse?: string;
  readonly plusSeconds?: number;
}

export const knownExamples = ["received_at", "received_at or rated_at", "rated_at + 6h"] as const;

/** Reads `known:`. @throws {Problem} `design/malformed-known` */
export function readKnown(text: string): KnownExpression {
  const match = /^([A-Za-z_]\w*)(?:\s+or\s+([A-Za-z_]\w*))?(?:\s*\+\s*(\S+))?$/.exec(text.trim());
  if (!match)
    throw new Problem({
      code: "design/malformed-known",
      found: `\`${text}\` does not say when an event was known.`,
      fix: `name a column, such as ${knownExamples.map((example) => `\`${example}\``).join(", ")}`,
    });
  const plusSeconds = match[3] ? inRange(readQuantity(match[3], ["duration"])).seconds : undefined;
  return { text, column: match[1]!, ...(match[2] && { orElse: match[2] }), ...(plusSeconds && { plusSeconds }) };
}

/** Which part of the data is held out: a share or a stretch at the end. */
export type HoldOut =
  { readonly text: string; readonly share: number } | { readonly text: string; readonly seconds: number };

/** Reads `last 10%` or `last 28d`. @throws {Problem} `design/malformed-split` */
export function readHoldOut(text: string): HoldOut {
  const match = /^(?:last\s+)?(.+)$/.exec(text.trim());
  const amount = inRange(readQuantity(match?.[1] ?? text, ["share", "duration"]), { positive: true });
  if (amount.kind === "duration") return { text, seconds: amount.seconds };
  if (amount.share < 1 && !amount.relative) return { text, share: amount.share };
  throw new Problem({
    code: "design/malformed-split",
    found: `\`${text}\` leaves nothing to train or nothing to test on.`,
    fix: "hold out between 1% and 50%, such as `last 10%`",
  });
}

/** A metric as named in a document, taken apart. */
export interface MetricName {
  readonly text: string;
  /** `ndcg`, `recall`, `latency`, `errorRate`, … */
  readonly name: string;
  /** The k of `ndcg@10`. */
  readonly cutoff?: number;
  /** 0.99 for `latency p99`. */
  readonly percentile?: number;
}

/**
 * Reads `ndcg@10`, `latency p99`, `errorRate`. A latency must say which percentile, and nothing else has one.
 *
 * @throws {Problem} `design/malformed-metric`
 * @example readMetric("latency p999").percentile // => 0.999
 */
export function readMetric(text: string): MetricName {
  const plain = text.trim();
  const match = /^([A-Za-z][\w-]*)(?:@(\d{1,6}))?(?:\s+p(\d{1,6}(?:\.\d{1,6})?))?$/.exec(plain);
  if (!match) throw notAMetric(plain, "does not name a metric");
  const [, name, cutoff, digits] = match;
  if (cutoff !== undefined && Number(cutoff) === 0) throw notAMetric(plain, "is measured over a list of no items");
  const percentile = digits === undefined ? undefined : percentileOf(digits);
  if (percentile !== undefined && !(percentile > 0 && percentile < 1))
    throw notAMetric(plain, `names no percentile: \`p${digits}\` is not between \`p1\` and \`p99.999\``);
  if (name === "latency" && (percentile === undefined || cutoff !== undefined))
    throw notAMetric(plain, "does not say which percentile of the latency", "write `latency p99` or the like");
  if (name !== "latency" && percentile !== undefined)
    throw notAMetric(
      plain,
      "is not a latency, so it has no percentile",
      `write \`latency p${digits}\`, or \`${name}\``,
    );
  return {
    text: plain,
    name: name!,
    ...(cutoff !== undefined && { cutoff: Number(cutoff) }),
    ...(percentile !== undefined && { percentile }),
  };
}

/** `p50` → 0.5, `p99.9` and `p999` → 0.999; NaN for what is read in two ways, such as `p100` and `p250`. */
function percentileOf(digits: string): number {
  if (digits.includes(".") || digits.length <= 2) return Number((Number(digits) / 100).toPrecision(12));
  return digits.startsWith("9") ? Number(`0.${digits}`) : NaN;
}

function notAMetric(
  text: string,
  why: string,
  fix = "write a name, with its cut-off or percentile: `ndcg@10`, `latency p99`, `errorRate`",
): Problem {
  return new Problem({ code: "design/malformed-metric", found: `\`${text}\` ${why}.`, fix });
}

import { parsePredicate, type Predicate } from "../kit/predicate.ts";
import { Problem } from "../kit/problem.ts";
import { readQuantity } from "../kit/quantity.ts";

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
  | { readonly kind: "age" | "value"; readonly text: string; readonly column: string };

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
  const plain = text.trim().replaceAll(/\s+/g, " ");
  const single = /^(score of|now -|value of) ([A-Za-z_][\w-]*)$/.exec(plain);
  if (single) return readSingle(plain, single[1]!, single[2]!);
  const match = SHAPE.exec(plain);
  if (!match) throw malformed(plain, "it is none of the forms Plumbline knows");
  return readAggregate(plain, KINDS[match[1] as keyof typeof KINDS], match[2], match[3], match[4]);
}

function readSingle(text: string, form: string, name: string): FeatureExpression {
  if (form === "score of") return { kind: "score", text, retriever: name };
  return { kind: form === "now -" ? "age" : "value", text, column: name };
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
  return new Problem({
    code: "design/malformed-feature",
    found: `The feature \`${text}\` cannot be read: ${why}.`,
    fix: `write one of ${featureExamples.map((example) => `\`${example}\``).join(", ")}`,
  });
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
  const plusSeconds = match[3] ? readQuantity(match[3], ["duration"]).seconds : undefined;
  return { text, column: match[1]!, ...(match[2] && { orElse: match[2] }), ...(plusSeconds && { plusSeconds }) };
}

/** Which part of the data is held out: a share or a stretch at the end. */
export type HoldOut =
  { readonly text: string; readonly share: number } | { readonly text: string; readonly seconds: number };

/** Reads `last 10%` or `last 28d`. @throws {Problem} `design/malformed-split` */
export function readHoldOut(text: string): HoldOut {
  const match = /^(?:last\s+)?(.+)$/.exec(text.trim());
  const amount = readQuantity(match?.[1] ?? text, ["share", "duration"]);
  if (amount.kind === "duration") return { text, seconds: amount.seconds };
  if (amount.share > 0 && amount.share < 1) return { text, share: amount.share };
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

/** Reads `ndcg@10`, `latency p99`, `errorRate`. @throws {Problem} `design/malformed-metric` */
export function readMetric(text: string): MetricName {
  const match = /^([A-Za-z][\w-]*)(?:@(\d+))?(?:\s+p(\d{2,3}(?:\.\d+)?))?$/.exec(text.trim());
  const digits = match?.[3];
  const percentile =
    digits &&
    (digits.includes(".") || digits.length === 2 ? Number(digits) / 100 : Number(digits) / 10 ** digits.length);
  if (!match || percentile === 1 || match[2] === "0")
    throw new Problem({
      code: "design/malformed-metric",
      found: `\`${text}\` does not name a metric.`,
      fix: "write a name, with its cut-off or percentile: `ndcg@10`, `latency p99`, `errorRate`",
    });
  return {
    text: text.trim(),
    name: match[1]!,
    ...(match[2] && { cutoff: Number(match[2]) }),
    ...(percentile && { percentile }),
  };
}

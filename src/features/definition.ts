import { createHash } from "node:crypto";
import type { Predicate } from "../kit/predicate.ts";
import { Problem } from "../kit/problem.ts";

/**
 * What a feature is counted by: an entity itself, such as the household, or an attribute of it, such as the product's
 * department, looked up in a table source.
 */
export type FeatureKey = EntityKey | AttributeKey;

export interface EntityKey {
  readonly entity: string;
}

export interface AttributeKey {
  readonly entity: string;
  readonly attribute: string;
  /** Name of the table source that has the attribute. */
  readonly of: string;
}

/**
 * What is computed over the events of a window. `count`, `sum` and `distinct` of nothing are 0; `mean`, `last` and
 * `timeSince` (seconds since the latest event) of nothing are missing. An event whose column is missing is ignored.
 * `last` takes the event that happened latest, the greatest id among several.
 */
export type FeatureAggregate =
  | { readonly kind: "count" }
  | { readonly kind: "sum" | "mean" | "last" | "distinct"; readonly column: string }
  | { readonly kind: "timeSince" };

/**
 * One feature, said once for training and for serving. A decision at time t sees an event of the source when
 * `timeMillis < t`, `knownMillis <= t` and `timeMillis >= t - overMillis`.
 */
export interface FeatureDefinition {
  readonly name: string;
  readonly source: string;
  /** Events and decisions meet where all keys are equal; no keys means all events of the source. */
  readonly keys: readonly FeatureKey[];
  readonly aggregate: FeatureAggregate;
  readonly where?: Predicate;
  /** Length of the window, whole milliseconds ≥ 1; an event exactly this old still counts. */
  readonly overMillis: number;
}

/**
 * A fingerprint of the features and their order, the same on every machine: 64 hexadecimal digits of SHA-256. Two lists
 * with the same signature give the same columns.
 */
export function featureSignature(definitions: readonly FeatureDefinition[]): string {
  return createHash("sha256").update(JSON.stringify(definitions, withSortedKeys)).digest("hex");
}

function withSortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** @throws {Problem} `features/duplicate-name`, `features/bad-window` */
export function checkDefinitions(definitions: readonly FeatureDefinition[]): void {
  const seen = new Set<string>();
  for (const { name, overMillis } of definitions) {
    if (seen.has(name)) throw duplicateName(name);
    seen.add(name);
    if (!Number.isSafeInteger(overMillis) || overMillis < 1) throw badWindow(name, overMillis);
  }
}

function duplicateName(name: string): Problem {
  return new Problem({
    code: "features/duplicate-name",
    found: `Two features are named \`${name}\`.`,
    fix: "give each feature a name of its own",
  });
}

function badWindow(name: string, overMillis: number): Problem {
  return new Problem({
    code: "features/bad-window",
    found: `Feature \`${name}\` has a window of ${overMillis} ms.`,
    fix: "use a window of whole milliseconds, at least 1",
  });
}

/** The column an aggregate reads, if it reads one. */
export function aggregateColumn(aggregate: FeatureAggregate): string | undefined {
  return "column" in aggregate ? aggregate.column : undefined;
}

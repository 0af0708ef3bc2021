import type { FeatureAggregate, FeatureKey } from "../../features/definition.ts";
import type { Design, DesignDocument } from "../../design/design.ts";
import type { FeatureExpression } from "../../design/expressions.ts";
import { predicateColumns, type Predicate } from "../../kit/predicate.ts";
import { Problem } from "../../kit/problem.ts";
import { columnAfterIngest, type DesignSource } from "./compile-sources.ts";
import type { Outcome, PlannedFeature } from "./plan.ts";

type DesignFeature = NonNullable<Design["features"]>[number];
const windowedKinds = ["count", "timeSince", "sum", "mean", "last", "distinct"] as const;
type Windowed = Extract<FeatureExpression, { kind: (typeof windowedKinds)[number] }>;

/** Turns one line of the design into a definition that the feature store keeps, or into a score made at request time. */
export function compileFeature(
  document: DesignDocument,
  sources: readonly DesignSource[],
  feature: DesignFeature,
  i: number,
): PlannedFeature {
  const { is, name } = feature;
  const refuse = (key: string, code: "run/design-incomplete" | "run/not-supported", found: string, fix: string) =>
    new Problem({ code, found, fix, at: document.placeOf(["features", i, key]) });
  if (!is)
    throw refuse(
      "name",
      "run/design-incomplete",
      `The feature \`${name}\` does not say what it is.`,
      "add `is:`, such as `is: count where quantity > 0`",
    );
  if (is.kind === "score") return scoreOf(is, name, refuse);
  if (!isWindowed(is))
    throw refuse(
      "is",
      "run/not-supported",
      `\`${is.text}\` cannot be computed by this version.`,
      "use a count, sum, mean, last, distinct, time since, or the score of a retriever",
    );
  const source = sources.find((one) => one.name === feature.from);
  if (!source || !feature.over || !feature.entity)
    throw refuse(
      "name",
      "run/design-incomplete",
      `The feature \`${name}\` does not say ${!source ? "from which source" : feature.entity ? "over how long" : "for which entity"} it is computed.`,
      !source ? "add `from:`" : feature.entity ? "add `over: 30d` or the like" : "add `entity:`",
    );
  return {
    name,
    kept: {
      name,
      source: source.name,
      keys: keysOf(document, sources, feature, is, i),
      aggregate: aggregateOf(is, source),
      ...whereOf(is, source),
      overMillis: Math.round(feature.over.seconds * 1000),
    },
  };
}

const isWindowed = (is: FeatureExpression): is is Windowed => (windowedKinds as readonly string[]).includes(is.kind);

function scoreOf(
  is: Extract<FeatureExpression, { kind: "score" }>,
  name: string,
  refuse: (key: string, code: "run/not-supported", found: string, fix: string) => Problem,
): PlannedFeature {
  if (is.retriever !== "als")
    throw refuse(
      "is",
      "run/not-supported",
      `The retriever \`${is.retriever}\` gives no score that can be a feature.`,
      "write `score of als`, or count what the retriever counts",
    );
  return { name, scoreOf: "als" };
}

function aggregateOf(is: FeatureExpression, source: DesignSource): FeatureAggregate {
  if (is.kind === "count" || is.kind === "timeSince") return { kind: is.kind };
  return { kind: is.kind, column: columnAfterIngest(source, "column" in is ? is.column : "") } as FeatureAggregate;
}

function whereOf(is: Windowed, source: DesignSource): { where?: Predicate } {
  return is.where ? { where: renamed(is.where, source) } : {};
}

/** The same filter over the columns as they are named after ingest. */
export function renamed(predicate: Predicate, source: DesignSource): Predicate {
  if ("column" in predicate) return { ...predicate, column: columnAfterIngest(source, predicate.column) };
  if ("of" in predicate) return { ...predicate, of: renamed(predicate.of, source) };
  return { ...predicate, left: renamed(predicate.left, source), right: renamed(predicate.right, source) };
}

/** `by department` replaces the last entity that a table source knows by that attribute of it. */
function keysOf(
  document: DesignDocument,
  sources: readonly DesignSource[],
  feature: DesignFeature,
  is: Windowed,
  i: number,
): FeatureKey[] {
  const entities = feature.entity ?? [];
  if (!is.by) return entities.map((entity) => ({ entity }));
  const entity = entities.at(-1)!;
  const table = sources.find(
    (source) => source.kind === "table" && Object.keys(source.entities ?? {}).includes(entity),
  );
  if (table)
    return [...entities.slice(0, -1).map((one) => ({ entity: one })), { entity, attribute: is.by, of: table.name }];
  throw new Problem({
    code: "run/design-incomplete",
    found: `\`by ${is.by}\` needs a table that says the ${is.by} of each ${entity}, and there is none.`,
    fix: `add a source with \`kind: table\` and \`entities: {${entity}: …}\``,
    at: document.placeOf(["features", i, "is"]),
  });
}

/** Columns of a source's files that features and the outcome read. */
export function neededColumns(source: DesignSource, outcome: Outcome, features: readonly PlannedFeature[]): string[] {
  const kept = features.flatMap((feature) => ("kept" in feature ? [feature.kept] : []));
  const own = kept.filter((feature) => feature.source === source.name);
  const attributes = kept.flatMap((feature) =>
    feature.keys.flatMap((key) => ("attribute" in key && key.of === source.name ? [key.attribute] : [])),
  );
  const read = own.flatMap((feature) => [
    ...("column" in feature.aggregate ? [feature.aggregate.column] : []),
    ...(feature.where ? predicateColumns(feature.where) : []),
  ]);
  const judged =
    outcome.source === source.name
      ? [...(outcome.where ? predicateColumns(outcome.where) : []), ...(outcome.per ? [outcome.per] : [])]
      : [];
  const entities = Object.keys(source.entities ?? {});
  return [...new Set([...attributes, ...read, ...judged])].filter((column) => !entities.includes(column));
}

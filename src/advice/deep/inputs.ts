import type { Design } from "../../design/design.ts";
import type { FeatureExpression } from "../../design/expressions.ts";

/** One input of a deep model, as the ONNX file takes it: raw, and named after the feature. */
export interface ModelInput {
  readonly name: string;
  /** `number` and `flag` are float32 with NaN where missing, `category` is a word, `embedding` is `dims` float32. */
  readonly type: "number" | "flag" | "category" | "embedding";
  /** What stands for a missing value; without it, missing is a case of its own. */
  readonly missing?: number | string;
  readonly dims?: number;
  /** What the value is, in the words of the design: a model trained on another definition is another model. */
  readonly definition: string;
}

/** A feature of the design that the model does not get, and why. */
export interface LeftOut {
  readonly name: string;
  readonly because: string;
}

export type DesignFeature = NonNullable<Design["features"]>[number];

/** Amounts of these kinds have long tails, so the model sees their logarithm. */
const longTailed: readonly FeatureExpression["kind"][] = ["count", "sum", "distinct", "timeSince", "age"];

export const isLongTailed = ({ is }: DesignFeature): boolean => is !== undefined && longTailed.includes(is.kind);

/** The input that a feature becomes, or why it cannot be one. */
export function inputOf(feature: DesignFeature): ModelInput | LeftOut {
  const { name } = feature;
  const type = feature.type ?? typeOf(feature.is);
  const missing = feature.missing === undefined ? {} : { missing: feature.missing };
  const base = { name, definition: definitionOf(feature) };
  if (type === "text") return { name, because: "a text needs an encoder: state an embedding of it as a feature" };
  if (type === "embedding")
    return feature.dims
      ? { ...base, type, dims: feature.dims }
      : { name, because: "an embedding must state its `dims`" };
  if (type === "category")
    return { ...base, type, ...(missing.missing !== undefined && { missing: String(missing.missing) }) };
  if (typeof feature.missing === "string")
    return { name, because: `it is a ${type}, but \`missing\` is the text \`${feature.missing}\`` };
  return { ...base, type, ...missing };
}

export const isInput = (one: ModelInput | LeftOut): one is ModelInput => "type" in one;

function typeOf(is: FeatureExpression | undefined): ModelInput["type"] {
  if (is?.kind === "cross" || is?.kind === "request") return "category";
  return is?.kind === "embedding" ? "embedding" : "number";
}

function definitionOf({ is, means, from, over, entity, version }: DesignFeature): string {
  const parts = [
    is?.text ?? means ?? "as given",
    from && `from ${from}`,
    over && `over ${over.seconds} s`,
    entity && `of ${entity.join(" and ")}`,
    version !== undefined && `version ${version}`,
  ];
  return parts.filter(Boolean).join(" ");
}

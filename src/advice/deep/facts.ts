import type { Design } from "../../design/design.ts";
import { inputOf, isInput, isLongTailed, type DesignFeature, type LeftOut, type ModelInput } from "./inputs.ts";

/** A fact that a script cannot be written without. */
export interface MissingFact {
  /** Where in the design it belongs. */
  readonly path: string;
  readonly why: string;
}

/** A proposal that waits for facts. */
export interface MissingFacts {
  readonly missing: readonly MissingFact[];
}

/** How much of the end of the rows is held out. */
export type Held = { readonly share: number } | { readonly millis: number };

/** What every training script needs from a design. */
export interface DeepFacts {
  readonly design: string;
  /** Entity for whom a list is made, and entity that stands on it. */
  readonly who: string;
  readonly what: string;
  readonly label: string;
  readonly test: Held;
  readonly validation: Held;
  readonly gapMillis: number;
  readonly popularOverMillis: number | undefined;
  readonly inputs: readonly (ModelInput & { readonly entity: readonly string[]; readonly longTailed: boolean })[];
  readonly leftOut: readonly LeftOut[];
  /** What the design leaves open and the script settles, in sentences. */
  readonly assumes: readonly string[];
}

export const isMissingFacts = <Facts extends object>(one: Facts | MissingFacts): one is MissingFacts =>
  "missing" in one;

/** Names that the training table or the ONNX file uses for something else. */
export const reservedNames = ["time_ms", "relevant_total", "score", "vector"] as const;

const defaultValidation: Held = { share: 0.1 };

/** Reads the facts, or lists every one that is missing at once. */
export function deepFacts(design: Design): DeepFacts | MissingFacts {
  const label = design.data?.labels?.[0];
  const entities = entitiesOf(design);
  const split = design.data?.split;
  const read = (design.features ?? []).map((feature) => ({ feature, input: inputOf(feature) }));
  const inputs = read.flatMap(({ feature, input }) =>
    isInput(input) ? [{ ...input, entity: feature.entity ?? [], longTailed: isLongTailed(feature) }] : [],
  );
  const missing = [
    ...lacking(!label, "data.labels", "the label says which column is learned"),
    ...lacking(
      label !== undefined && entities.length < 2,
      `data.sources (${label?.from ?? "the label's source"}).entities`,
      "two entities say for whom a list is made and what stands on it",
    ),
    ...lacking(inputs.length === 0, "features", "a model without inputs learns nothing"),
    ...splitLacks(split),
    ...clashes(design.features ?? [], [...entities, ...(label ? [label.name] : [])]),
  ];
  if (missing.length > 0 || !label || !split?.test) return { missing };
  return {
    design: design.name,
    who: entities[0]!,
    what: entities.at(-1)!,
    label: label.name,
    test: held(split.test),
    validation: split.validation ? held(split.validation) : defaultValidation,
    gapMillis: Math.round((split.gap?.seconds ?? 0) * 1000),
    popularOverMillis: popularOver(design),
    inputs,
    leftOut: read.flatMap(({ input }) => (isInput(input) ? [] : [input])),
    assumes: split.validation ? [] : ["the 10% of the time before the test part choose when training stops"],
  };
}

const lacking = (absent: boolean, path: string, why: string): MissingFact[] => (absent ? [{ path, why }] : []);

function splitLacks(split: NonNullable<Design["data"]>["split"]): MissingFact[] {
  if (!split?.test) return [{ path: "data.split.test", why: "a model is judged on later rows than it has seen" }];
  if (split.by === "time") return [];
  return [{ path: "data.split.by", why: `the script holds out by time, and the design by ${split.by}` }];
}

function clashes(features: readonly DesignFeature[], taken: readonly string[]): MissingFact[] {
  const reserved = new Set<string>([...reservedNames, ...taken]);
  return features.flatMap(({ name }, i) =>
    reserved.has(name) ? [{ path: `features.${i}.name`, why: `\`${name}\` is the name of another column` }] : [],
  );
}

function entitiesOf({ data }: Design): string[] {
  const from = data?.labels?.[0]?.from;
  return Object.keys(data?.sources?.find(({ name }) => name === from)?.entities ?? {});
}

function held(part: { readonly share: number } | { readonly seconds: number }): Held {
  return "share" in part ? { share: part.share } : { millis: Math.round(part.seconds * 1000) };
}

function popularOver({ model }: Design): number | undefined {
  const seconds = model?.baseline?.kind === "popularity" ? model.baseline.over?.seconds : undefined;
  return seconds === undefined ? undefined : Math.round(seconds * 1000);
}

import type { Design } from "../../design/design.ts";
import { component, where, type Component } from "./component.ts";

export function componentsOfData({ data }: Design): Component[] {
  const { sources = [], labels = [], pipelines = [] } = data ?? {};
  return [
    ...sources.map(({ name }, i) => component("source", name, `data.sources[${i}]`)),
    ...sources.flatMap(({ name, checks }, i) =>
      where(checks, "check", `checks of ${name}`, `data.sources[${i}].checks`),
    ),
    ...labels.map(({ name }, i) => component("labels", name, `data.labels[${i}]`)),
    ...pipelines.map(({ step }, i) => component("pipeline", step, `data.pipelines[${i}]`)),
    ...where(data?.annotators, "people", "annotators", "data.annotators"),
    ...where(data?.augmentation, "augmentation", "augmentation", "data.augmentation"),
    ...where(data?.split, "training set", "training and test set", "data.split"),
    ...where(data?.erasure, "erasure", "erasure", "data.erasure"),
  ];
}

export function componentsOfFeatures({ features = [] }: Design): Component[] {
  return features.map((feature, i) => component(kindOf(feature), feature.name, `features[${i}]`));
}

type Feature = NonNullable<Design["features"]>[number];

/** Where it is computed, as written; else from the request, online where a freshness is asked for, else offline. */
function kindOf({ computed, is, freshness }: Feature): "offline feature" | "online feature" | "request feature" {
  if (computed === "on-demand" || (!computed && is?.kind === "request")) return "request feature";
  if (computed) return computed === "online" ? "online feature" : "offline feature";
  return freshness && freshness.seconds < 3600 ? "online feature" : "offline feature";
}

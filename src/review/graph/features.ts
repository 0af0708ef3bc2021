import type { Design } from "../../design/design.ts";
import type { FeatureExpression } from "../../design/expressions.ts";
import type { GraphBuilder, Node } from "../graph.ts";

type Feature = NonNullable<Design["features"]>[number];

/** feature → source → freshness; feature → the columns it is trained from; feature → the step that reads it. */
export function buildFeatures(design: Design, graph: GraphBuilder): void {
  const sources = buildSources(design, graph);
  const steps = (design.serving?.path ?? []).map(({ step }, i) => graph.node("step", step, ["serving", "path", i]));
  const features = new Map<string, Node>();
  for (const [i, feature] of (design.features ?? []).entries()) {
    const node = graph.node("feature", feature.name, ["features", i]);
    features.set(feature.name, node);
    linkFeature(feature, node, { graph, sources, steps });
  }
  for (const feature of design.features ?? [])
    for (const name of readsFeatures(feature.is)) {
      const read = features.get(name);
      if (read) graph.edge(features.get(feature.name)!, read);
    }
}

interface Parts {
  readonly graph: GraphBuilder;
  readonly sources: ReadonlyMap<string, Node>;
  readonly steps: readonly Node[];
}

function linkFeature(feature: Feature, node: Node, { graph, sources, steps }: Parts): void {
  const source = feature.from === undefined ? undefined : sources.get(feature.from);
  if (source) graph.edge(node, source);
  if (feature.freshness) graph.edge(node, graph.node("freshness", feature.freshness.text, [...node.path, "freshness"]));
  for (const step of steps) if (/feature/i.test(step.name)) graph.edge(node, step);
}

function buildSources({ data }: Design, graph: GraphBuilder): Map<string, Node> {
  const sources = new Map<string, Node>();
  for (const [i, source] of (data?.sources ?? []).entries()) {
    const path = ["data", "sources", i];
    const node = graph.node("source", source.name, path);
    sources.set(source.name, node);
    if (source.freshness) graph.edge(node, graph.node("freshness", source.freshness.text, [...path, "freshness"]));
    if (source.time) graph.edge(node, graph.node("training", source.time, [...path, "time"]));
  }
  for (const [i, label] of (data?.labels ?? []).entries()) {
    const node = graph.node("label", label.name, ["data", "labels", i]);
    const source = label.from === undefined ? undefined : sources.get(label.from);
    if (source) graph.edge(node, source);
  }
  return sources;
}

/** Features that a feature is made of. */
export function readsFeatures(is: FeatureExpression | undefined): string[] {
  return is && "first" in is ? [is.first, is.second] : [];
}

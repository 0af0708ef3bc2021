import type { FeatureDefinition, FeatureKey } from "./definition.ts";

/** A feature with its place in the vector. */
export interface PlacedFeature {
  readonly definition: FeatureDefinition;
  /** Column in the matrix, from 0. */
  readonly column: number;
}

/** Features that are counted by the same keys over the same source: they share every look-up and join. */
export interface FeatureGroup {
  readonly source: string;
  readonly keys: readonly FeatureKey[];
  readonly features: readonly PlacedFeature[];
}

/** Groups by source and keys, in the order of their first feature. */
export function groupFeatures(definitions: readonly FeatureDefinition[]): FeatureGroup[] {
  const placed = definitions.map((definition, column) => ({ definition, column }));
  const groups = Map.groupBy(placed, ({ definition }) =>
    JSON.stringify([definition.source, definition.keys.map(parts)]),
  );
  return [...groups.values()].map((features) => {
    const { source, keys } = features[0]!.definition;
    return { source, keys, features };
  });
}

function parts(key: FeatureKey): string[] {
  return "attribute" in key ? [key.entity, key.attribute, key.of] : [key.entity];
}

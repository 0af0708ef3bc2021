import { aggregates } from "./aggregates/index.ts";
import type { Accumulator } from "./aggregates/aggregate.ts";
import type { FeatureDefinition, FeatureKey } from "./definition.ts";
import type { FeatureGroup } from "./groups.ts";
import { type KeyIndex, openKeyIndex } from "./key-index.ts";

/** Attributes of entities from table sources; a snapshot: what it answers does not change while a state uses it. */
export interface Attributes {
  /** @returns `undefined` when the table has no such row or the row no such value */
  lookup(table: string, entityValue: string, attribute: string): string | undefined;
}

/** The part of a key that an entity's value stands for. */
export function keyPart(key: FeatureKey, entityValue: string, attributes: Attributes): string | undefined {
  return "attribute" in key ? attributes.lookup(key.of, entityValue, key.attribute) : entityValue;
}

/** The features that share keys, and the keys that have events. */
export interface GroupState {
  readonly keys: readonly FeatureKey[];
  readonly features: readonly FeatureMemory[];
  readonly index: KeyIndex;
}

/** One feature for all its keys. */
export interface FeatureMemory {
  readonly definition: FeatureDefinition;
  /** Place in the vector. */
  readonly column: number;
  readonly accumulator: Accumulator;
}

/** Stands for a key without events. */
export const NO_SLOT = -1;

/** A group without events. */
export function openGroupState({ keys, features: placed }: FeatureGroup): GroupState {
  const features = placed.map(({ definition, column }) => ({
    definition,
    column,
    accumulator: aggregates[definition.aggregate.kind].accumulator(definition.overMillis),
  }));
  const index = openKeyIndex((capacity) => features.forEach(({ accumulator }) => accumulator.reserve(capacity)));
  return { keys, features, index };
}

/** Holds the key that an event's entities make, -1 when they make none. */
export function holdKey(
  index: KeyIndex,
  keys: readonly FeatureKey[],
  entities: Readonly<Record<string, string>>,
  attributes: Attributes,
): number {
  const parts: string[] = [];
  for (const key of keys) {
    const entityValue = entities[key.entity];
    const part = entityValue === undefined ? undefined : keyPart(key, entityValue, attributes);
    if (part === undefined) return NO_SLOT;
    parts.push(part);
  }
  return index.hold(parts);
}

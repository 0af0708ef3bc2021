import { Problem } from "../kit/problem.ts";
import { aggregates } from "./aggregates/index.ts";
import type { FeatureKey } from "./definition.ts";
import { descend, type KeyNode, step } from "./key-index.ts";
import { type Attributes, type FeatureMemory, type GroupState, keyPart, NO_SLOT } from "./group-state.ts";

/** One request: many candidates of one entity, everything else shared. */
export interface VectorRequest {
  readonly context: Readonly<Record<string, string>>;
  readonly candidateEntity: string;
  readonly candidates: readonly string[];
  readonly attributes: Attributes;
  readonly nowMillis: number;
}

/** A matrix to fill: row-major, one row per candidate. */
export interface VectorMatrix {
  readonly values: Float32Array;
  readonly featureCount: number;
}

/**
 * Fills feature vectors group by group: a group that no candidate takes part in is looked up once per request, any other
 * once per candidate, below the key parts that all candidates share.
 *
 * @throws {Problem} `features/missing-entity`
 */
export function fillVectors(groups: readonly GroupState[], request: VectorRequest, into: VectorMatrix): void {
  const partsByKey = new Map<string, CandidateParts>();
  for (const group of groups) {
    const isOwn = group.keys.map((key) => key.entity === request.candidateEntity);
    if (isOwn.includes(true)) fillOwn(group, isOwn, partsByKey, request, into);
    else fillShared(group, request, into);
  }
}

/** A key's part for each candidate. */
type CandidateParts = readonly (string | undefined)[];

function fillShared(group: GroupState, request: VectorRequest, { values, featureCount }: VectorMatrix): void {
  const slot = slotOf(group, request.context, request.attributes);
  for (const feature of group.features) {
    const value = featureValue(feature, slot, request.nowMillis);
    const end = request.candidates.length * featureCount;
    for (let at = feature.column; at < end; at += featureCount) values[at] = value;
  }
}

function fillOwn(
  { index, keys, features }: GroupState,
  isOwn: readonly boolean[],
  partsByKey: Map<string, CandidateParts>,
  request: VectorRequest,
  { values, featureCount }: VectorMatrix,
): void {
  const { candidates, context, attributes, nowMillis } = request;
  const own = keys.map((key, i) => (isOwn[i] ? candidateParts(key, request, partsByKey) : undefined));
  const parts = keys.map((key, i) => (isOwn[i] ? undefined : keyPart(key, entityValue(key, context), attributes)));
  const first = isOwn.indexOf(true);
  const branch = descend(index.root(), parts.slice(0, first));
  for (let row = 0; row < candidates.length; row++) {
    let node = branch;
    for (let i = first; i < keys.length; i++) node = step(node, own[i] ? own[i]![row] : parts[i]);
    const slot = asSlot(node);
    for (const feature of features)
      values[row * featureCount + feature.column] = featureValue(feature, slot, nowMillis);
  }
}

/** Looked up once per request where several groups share the key. */
function candidateParts(key: FeatureKey, request: VectorRequest, known: Map<string, CandidateParts>): CandidateParts {
  if (!("attribute" in key)) return request.candidates;
  const name = JSON.stringify([key.of, key.attribute]);
  let parts = known.get(name);
  if (!parts) {
    parts = request.candidates.map((candidate) => keyPart(key, candidate, request.attributes));
    known.set(name, parts);
  }
  return parts;
}

/**
 * The slot of these entities' key in a group, -1 when it has no events.
 *
 * @throws {Problem} `features/missing-entity`
 */
export function slotOf(
  { index, keys }: GroupState,
  entities: Readonly<Record<string, string>>,
  attributes: Attributes,
): number {
  const parts = keys.map((key) => keyPart(key, entityValue(key, entities), attributes));
  return asSlot(descend(index.root(), parts));
}

const asSlot = (node: KeyNode | undefined): number => (typeof node === "number" ? node : NO_SLOT);

/** A feature's value for a slot at a moment, NaN when missing. */
export function featureValue({ definition, accumulator }: FeatureMemory, slot: number, nowMillis: number): number {
  return slot === NO_SLOT ? aggregates[definition.aggregate.kind].empty : accumulator.value(slot, nowMillis);
}

function entityValue({ entity }: FeatureKey, entities: Readonly<Record<string, string>>): string {
  if (Object.hasOwn(entities, entity)) return entities[entity]!;
  throw new Problem({
    code: "features/missing-entity",
    found: `The request names ${Object.keys(entities).join(", ") || "no entity"}, but its features need \`${entity}\`.`,
    fix: `send the \`${entity}\` that the decision is about`,
  });
}

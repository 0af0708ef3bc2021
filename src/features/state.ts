import type { Event } from "../data/event.ts";
import { Problem } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import { checkDefinitions, type FeatureDefinition } from "./definition.ts";
import { groupFeatures } from "./groups.ts";
import type { Attributes } from "./group-state.ts";
import { type AppendOutcome, openSourceState } from "./source-state.ts";
import { featureValue, fillVectors, slotOf } from "./vectors.ts";

export type { Attributes } from "./group-state.ts";

/** How many of a batch of events met which end. */
export type AppendCounts = Readonly<Record<AppendOutcome, number>>;

/**
 * The features of a running system, kept up to date event by event. At every moment they equal what SQL over all events
 * appended so far gives for a decision at that moment.
 *
 * Memory grows with the events inside the widest window of their source, and those waiting to be known; older ones are
 * dropped.
 */
export interface FeatureState {
  readonly featureNames: readonly string[];
  /** The moment of the latest `advance`, milliseconds since 1970 UTC. */
  readonly nowMillis: number;
  /** Events held: those in a window, and those not yet happened or known. */
  readonly heldEvents: number;
  /**
   * Takes events in any order. An id that is held already is ignored; an event out of reach of every window too.
   *
   * @throws {Problem} `features/not-a-number`, `features/value-out-of-range`; nothing of the batch is taken then
   */
  append(events: readonly Event[]): AppendCounts;
  /** Refuses what `append` would refuse, and takes nothing. */
  check(events: readonly Event[]): void;
  /** Moves every window to this moment; a moment before the present one changes nothing. Fractions are cut off. */
  advance(nowMillis: number): void;
  /**
   * Feature vectors of candidates for one request, at the present moment.
   *
   * @param context  values of the other entities, such as `{ household: "2261" }`
   * @param out      gets candidates.length × featureNames.length values, row-major, NaN where missing
   * @throws {Problem} `features/missing-entity`
   */
  vectors(
    context: Readonly<Record<string, string>>,
    candidateEntity: string,
    candidates: readonly string[],
    out: Float32Array,
  ): void;
  /**
   * One value at the present moment, NaN when missing.
   *
   * @throws {Problem} `features/unknown-feature`, `features/missing-entity`
   */
  read(name: string, entities: Readonly<Record<string, string>>): number;
}

/**
 * An empty state at the beginning of time: `advance` it to the present first, then append what is known.
 *
 * @throws {Problem} `features/duplicate-name`, `features/bad-window`
 */
export function openFeatureState(definitions: readonly FeatureDefinition[], attributes: Attributes): FeatureState {
  checkDefinitions(definitions);
  const bySource = Map.groupBy(groupFeatures(definitions), ({ source }) => source);
  const sources = new Map([...bySource].map(([source, groups]) => [source, openSourceState(groups, attributes)]));
  const groups = [...sources.values()].flatMap((source) => source.groups);
  const featureNames = definitions.map(({ name }) => name);
  let now = -Infinity;
  const check = (events: readonly Event[]) => {
    for (const event of events) checkEvent(event);
    for (const event of events) sources.get(event.source)?.check(event);
  };
  return {
    check,
    featureNames,
    get nowMillis() {
      return now;
    },
    get heldEvents() {
      return [...sources.values()].reduce((held, source) => held + source.heldEvents, 0);
    },
    append: (events) => {
      check(events);
      const counts = { held: 0, repeated: 0, tooOld: 0, unused: 0 };
      for (const event of events) counts[sources.get(event.source)?.append(event, now) ?? "unused"]++;
      return counts;
    },
    advance: (nowMillis) => {
      if (!(nowMillis > now)) return;
      now = Math.floor(nowMillis);
      for (const source of sources.values()) source.advance(now);
    },
    vectors: (context, candidateEntity, candidates, values) => {
      const request = { context, candidateEntity, candidates, attributes, nowMillis: now };
      fillVectors(groups, request, { values, featureCount: featureNames.length });
    },
    read: (name, entities) => {
      const column = featureNames.indexOf(name);
      for (const group of groups) {
        const feature = group.features.find((candidate) => candidate.column === column);
        if (feature) return featureValue(feature, slotOf(group, entities, attributes), now);
      }
      throw unknownFeature(name, featureNames);
    },
  };
}

function unknownFeature(name: string, known: readonly string[]): Problem {
  const meant = nearest(name, known);
  return new Problem({
    code: "features/unknown-feature",
    found: `There is no feature \`${name}\`.`,
    fix: meant === undefined ? `ask for one of ${known.join(", ")}` : `ask for \`${meant}\``,
  });
}

function checkEvent({ id, timeMillis, knownMillis }: Event): void {
  if (Number.isSafeInteger(timeMillis) && Number.isSafeInteger(knownMillis)) return;
  throw new Error(`Event ${id} has times ${timeMillis} and ${knownMillis}; whole milliseconds are needed`);
}

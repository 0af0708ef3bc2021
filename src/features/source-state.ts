import type { Event } from "../data/event.ts";
import { isNothing } from "./event-reading.ts";
import { eventReaders, openEventStore } from "./event-store.ts";
import { type Attributes, type GroupState, holdKey, NO_SLOT, openGroupState } from "./group-state.ts";
import type { FeatureGroup } from "./groups.ts";
import { openSchedule } from "./schedule.ts";

/** What became of an event: held, one of this id is held already, out of every window for good, or of no key. */
export type AppendOutcome = "held" | "repeated" | "tooOld" | "unused";

/** All features over one source. */
export interface SourceState {
  readonly groups: readonly GroupState[];
  /** @throws {Problem} when the event's values do not fit the features; the state is unchanged then */
  check(event: Event): void;
  append(event: Event, nowMillis: number): AppendOutcome;
  /** Lets events enter and leave whose moment is `nowMillis` or earlier. */
  advance(nowMillis: number): void;
  /** Events held, visible or waiting. */
  readonly heldEvents: number;
}

export function openSourceState(featureGroups: readonly FeatureGroup[], attributes: Attributes): SourceState {
  const groups = featureGroups.map(openGroupState);
  const definitions = featureGroups.flatMap(({ features }) => features.map(({ definition }) => definition));
  const { readers, indexOf } = eventReaders(definitions);
  const store = openEventStore(readers, groups.length);
  const schedule = openSchedule();
  const windows = [...new Set(definitions.map(({ overMillis }) => overMillis))].toSorted((a, b) => a - b);
  const widest = windows.at(-1)!;
  const wired = groups.flatMap(({ features }, group) =>
    features.map(({ accumulator, definition }) => ({
      accumulator,
      group,
      reader: indexOf(definition),
      overMillis: definition.overMillis,
    })),
  );
  const wiredByWindow = Map.groupBy(wired, ({ overMillis }) => overMillis);

  const enter = (place: number): void => {
    const time = store.timeMillis(place);
    for (const { accumulator, group, reader, overMillis } of wired) {
      const slot = store.keySlot(place, group);
      const reading = store.reading(place, reader);
      if (slot === NO_SLOT || isNothing(reading) || store.enterMillis(place) > time + overMillis) continue;
      accumulator.enter(slot, reading, time, store.id(place));
    }
  };
  const leave = (place: number, window: number): void => {
    for (const { accumulator, group, reader } of wiredByWindow.get(window)!) {
      const slot = store.keySlot(place, group);
      const reading = store.reading(place, reader);
      if (slot !== NO_SLOT && !isNothing(reading)) accumulator.leave(slot, reading);
    }
  };
  const drop = (place: number): void => {
    groups.forEach(({ index }, group) => {
      if (store.keySlot(place, group) !== NO_SLOT) index.release(store.keySlot(place, group));
    });
    store.drop(place);
  };

  /** Carries an event through what is due after `sinceMillis`, and books its next change. */
  const settle = (place: number, sinceMillis: number, nowMillis: number): void => {
    const [time, enterMillis] = [store.timeMillis(place), store.enterMillis(place)];
    if (enterMillis > sinceMillis) {
      if (enterMillis > nowMillis) return schedule.add(enterMillis, place);
      enter(place);
    }
    const after = Math.max(sinceMillis, enterMillis);
    for (const window of windows) {
      const leaveMillis = time + window + 1;
      if (leaveMillis <= after) continue;
      if (leaveMillis > nowMillis) return schedule.add(leaveMillis, place);
      leave(place, window);
    }
    drop(place);
  };

  return {
    groups,
    check: (event) => readers.forEach((read) => read(event)),
    append: (event, nowMillis) => {
      const enterMillis = Math.max(event.knownMillis, event.timeMillis + 1);
      const lastMillis = event.timeMillis + widest;
      if (store.has(event.id)) return "repeated";
      if (lastMillis < nowMillis || lastMillis < enterMillis) return "tooOld";
      const slots = groups.map(({ index, keys }) => holdKey(index, keys, event.entities, attributes));
      if (slots.every((slot) => slot === NO_SLOT)) return "unused";
      settle(store.keep(event, enterMillis, slots), -Infinity, nowMillis);
      return "held";
    },
    advance: (nowMillis) => {
      while (schedule.nextMillis() <= nowMillis) {
        const atMillis = schedule.nextMillis();
        settle(schedule.take(), atMillis - 1, nowMillis);
      }
    },
    get heldEvents() {
      return store.size;
    },
  };
}

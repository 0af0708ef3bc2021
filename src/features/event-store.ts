import type { Event } from "../data/event.ts";
import { type EventReader, eventReader, readerSignature } from "./event-reading.ts";
import type { FeatureDefinition } from "./definition.ts";
import { openSlots } from "./slots.ts";

/** The events a source still needs, column by column: their times, their keys and what they say, nothing else of them. */
export interface EventStore {
  /** Copies what is needed of an event into a free place. */
  keep(event: Event, enterMillis: number, keySlots: readonly number[]): number;
  drop(place: number): void;
  has(id: string): boolean;
  id(place: number): string;
  timeMillis(place: number): number;
  /** First moment at which a decision may see the event. */
  enterMillis(place: number): number;
  keySlot(place: number, group: number): number;
  reading(place: number, reader: number): unknown;
  readonly size: number;
}

export interface EventReaders {
  readonly readers: readonly EventReader[];
  /** Index of a feature's reader; features that read the same share one. */
  indexOf(definition: FeatureDefinition): number;
}

export function eventReaders(definitions: readonly FeatureDefinition[]): EventReaders {
  const bySignature = new Map(definitions.map((definition) => [readerSignature(definition), definition]));
  const signatures = [...bySignature.keys()];
  return {
    readers: [...bySignature.values()].map(eventReader),
    indexOf: (definition) => signatures.indexOf(readerSignature(definition)),
  };
}

export function openEventStore(readers: readonly EventReader[], groupCount: number): EventStore {
  let times = new Float64Array(0);
  let enters = new Float64Array(0);
  let keySlots = new Int32Array(0);
  const readings: unknown[][] = readers.map(() => []);
  const ids: string[] = [];
  const placeOf = new Map<string, number>();
  const places = openSlots((capacity) => {
    times = copied(times, new Float64Array(capacity));
    enters = copied(enters, new Float64Array(capacity));
    keySlots = copied(keySlots, new Int32Array(capacity * groupCount));
  });

  return {
    keep: (event, enterMillis, slots) => {
      const place = places.take();
      times[place] = event.timeMillis;
      enters[place] = enterMillis;
      keySlots.set(slots, place * groupCount);
      readers.forEach((read, reader) => (readings[reader]![place] = read(event)));
      ids[place] = event.id;
      placeOf.set(event.id, place);
      return place;
    },
    drop: (place) => {
      placeOf.delete(ids[place]!);
      ids[place] = "";
      readings.forEach((column) => (column[place] = NaN));
      places.release(place);
    },
    has: (id) => placeOf.has(id),
    id: (place) => ids[place]!,
    timeMillis: (place) => times[place]!,
    enterMillis: (place) => enters[place]!,
    keySlot: (place, group) => keySlots[place * groupCount + group]!,
    reading: (place, reader) => readings[reader]![place],
    get size() {
      return placeOf.size;
    },
  };
}

function copied<Numbers extends Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(
  from: Numbers,
  to: Numbers,
): Numbers {
  to.set(from);
  return to;
}

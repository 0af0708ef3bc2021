import { checkCount, checkNotNegative, checkPositive } from "../check-range.ts";

export interface EventStorage {
  readonly eventsPerSecond: number;
  readonly bytesPerEvent: number;
  readonly retentionSeconds: number;
  /** Copies that are kept; 1 when absent. */
  readonly copies?: number;
  /** Stored bytes over raw bytes, e.g. 0.2 for compressed columns; 1 when absent. */
  readonly compression?: number;
}

/** Bytes held once the retention is reached. */
export function eventStorageBytes(storage: EventStorage): number {
  const { eventsPerSecond, bytesPerEvent, retentionSeconds, copies = 1, compression = 1 } = storage;
  checkNotNegative({ eventsPerSecond });
  checkPositive({ bytesPerEvent, retentionSeconds, compression });
  checkCount({ copies });
  return eventsPerSecond * bytesPerEvent * retentionSeconds * copies * compression;
}

/** Bytes of an online store: entities × features, the key and the row's overhead. */
export function onlineStoreBytes(store: {
  readonly entities: number;
  readonly bytesPerRow: number;
  /** Key, expiry and the store's own structures; 64 when absent. */
  readonly overheadBytes?: number;
  readonly copies?: number;
}): number {
  const { entities, bytesPerRow, overheadBytes = 64, copies = 1 } = store;
  checkCount({ entities, copies });
  checkNotNegative({ bytesPerRow, overheadBytes });
  return entities * (bytesPerRow + overheadBytes) * copies;
}

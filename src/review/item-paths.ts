import type { Path } from "../design/unsettled.ts";

/** `monitoring.alarms[0].when`, `monitoring.alarms[1].when`, …: one key of every item of a list. */
export const itemPaths = (items: readonly unknown[] | undefined, list: readonly string[], key: string): Path[] =>
  (items ?? []).map((_, i) => [...list, i, key]);

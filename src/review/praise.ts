import type { Praise } from "./finding.ts";
import { mechanisms } from "./mechanisms.ts";
import type { View } from "./view.ts";

/** What is done well, each with the mechanism and its place. A word alone is never praised. */
export function praiseOf(view: View): Praise[] {
  return mechanisms.flatMap(({ id, stage, find }) => {
    const { says, at } = find(view) ?? {};
    return says === undefined || at === undefined ? [] : [{ id, stage, says, place: view.place(at) }];
  });
}

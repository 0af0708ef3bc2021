import type { Where } from "./rule.ts";
import type { View } from "./view.ts";

/** Whether somebody wrote `later: when` or `none: why` at one of the places that a rule looks in. */
export const putOff = (view: View, at: readonly Where[]): boolean =>
  at.some((one) => ["later", "none"].includes(view.state(one)));

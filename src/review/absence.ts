import type { Found } from "./rule.ts";
import type { View } from "./view.ts";

/** One finding where nothing is said at a path; none where a value stands, a reason against it, or when to look again. */
export function* absence(view: View, at: string, found: Omit<Found, "at">): Generator<Found> {
  if (view.missing(at)) yield { at, lookedIn: [at], ...found };
}

/** Whether nothing at all is said at any of the paths. */
export const allMissing = (view: View, ...at: readonly string[]): boolean => at.every((one) => view.missing(one));

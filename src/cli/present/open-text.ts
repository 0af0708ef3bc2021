import type { ClaimsOutput } from "../../index.ts";

/** What stands where a value is not settled, in words. */
export function openText(what: ClaimsOutput["unsettled"][string]): string {
  if (what.kind === "unknown") return "unknown";
  return what.kind === "none" ? `none, because ${what.because}` : `later, ${what.when}`;
}

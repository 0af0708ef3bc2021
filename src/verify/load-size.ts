import type { Claim } from "./claim-shape.ts";
import { LOAD_LIMITS } from "./load/bounds.ts";
import { probeFor } from "./probe-for.ts";

/** Long enough to see how slow requests bunch, and no evening long. */
const shortestSeconds = 15;
const longestSeconds = 600;

/** How many requests to offer so that every claim about this load can be judged, as far as that is practical. */
export function requestsToOffer(claims: readonly Claim[], at: "average" | "peak", perSecond: number): number {
  const needed = claims.flatMap((claim) => {
    if ((claim.conditions["at"] ?? "peak") !== at) return [];
    const known = probeFor(claim.kind);
    return "probe" in known ? [known.probe.requestsNeeded?.(claim) ?? 0] : [];
  });
  const least = shortestSeconds * perSecond;
  const most = Math.min(longestSeconds * perSecond, LOAD_LIMITS.requests / 2);
  return Math.ceil(Math.min(most, Math.max(least, ...needed.map(withChance))));
}

/** Arrivals are random: so many more are planned that fewer than needed hardly ever come. */
const withChance = (requests: number): number => requests + 4 * Math.sqrt(requests);

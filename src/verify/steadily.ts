import { saturation } from "./load/health.ts";
import type { LoadResult } from "./load/offer-load.ts";

/** Offers a load once more when the generator itself was too slow: a busy moment of the machine is no verdict. */
export async function steadily<Observed>(
  offer: () => Promise<Observed>,
  loadOf: (observed: Observed) => LoadResult,
): Promise<Observed> {
  const first = await offer();
  return saturation(loadOf(first).generator) === undefined ? first : await offer();
}

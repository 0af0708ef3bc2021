import { normalCdf } from "../../kit/normal.ts";
import { upperTailOf, type UpperTail } from "../distribution/cdf.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { logSpread } from "../distribution/moments.ts";

const [reach, perUnit] = [8, 256];
let table: Float64Array | undefined;

/** The normal's upper tail between −8 and 8, off by at most 2e-6: grids ask for it a hundred thousand times. */
function normalTail(z: number): number {
  table ??= Float64Array.from({ length: 2 * reach * perUnit + 2 }, (_, at) => normalCdf(reach - at / perUnit));
  if (z <= -reach) return 1;
  if (z >= reach) return 0;
  const at = (z + reach) * perUnit;
  const cell = Math.floor(at);
  return table[cell]! + (at - cell) * (table[cell + 1]! - table[cell]!);
}

/** P(work > seconds); that of a lognormal from a table. */
export function workTail(distribution: Distribution): UpperTail {
  if (distribution.kind !== "lognormal") return upperTailOf(distribution);
  const spread = logSpread(distribution);
  if (spread === 0) return upperTailOf(distribution);
  const middle = Math.log(distribution.p50Seconds);
  return (seconds) => (seconds <= 0 ? 1 : normalTail((Math.log(seconds) - middle) / spread));
}

import { normalCdf, normalQuantile } from "../../kit/normal.ts";
import { checkCount, checkInside } from "../check-range.ts";
import { bisectRising } from "../bisect.ts";

/** Where to stop early: `pocock` has the same bound at every look, `obrienFleming` a strict one first. */
export type StoppingRule = "pocock" | "obrienFleming";

export interface Looks {
  readonly rule: StoppingRule;
  /** Looks at the data, equally spaced, the last one included; 1 is no sequential design. */
  readonly looks: number;
  /** Two-sided, over all looks. */
  readonly significance: number;
}

export interface LookPlan {
  /** |z| at which the experiment stops, for every look. */
  readonly bounds: readonly number[];
  /** Largest sample over that of a design without looks, for the same power; ≥ 1. */
  readonly inflation: number;
}

/**
 * Bounds and inflation of a group-sequential test, by integrating the path of the score from look to look (Armitage,
 * McPherson and Rowe 1969), so that any number of looks, significance and power will do.
 *
 * @param power  in (0, 1)
 * @throws {Problem} `sizing/out-of-range`
 * @see Jennison and Turnbull, Group Sequential Methods (2000), tables 2.1 to 2.4, which it equals to 3 digits
 */
export function planLooks({ rule, looks, significance }: Looks, power: number): LookPlan {
  checkCount({ looks });
  checkInside({ significance, power });
  const bounds = (constant: number) => Array.from({ length: looks }, (_, at) => constant * shape(rule, at + 1, looks));
  const found = { low: 0, start: 4, precision: 1e-8 };
  const constant = bisectRising((c) => neverCrossed(bounds(c), 0) - (1 - significance), found);
  const plan = bounds(constant);
  const drift = (of: readonly number[]) => bisectRising((d) => 1 - power - neverCrossed(of, d), found);
  const fixed = drift([normalQuantile(1 - significance / 2)]);
  return { bounds: plan, inflation: (looks * drift(plan) ** 2) / fixed ** 2 };
}

function shape(rule: StoppingRule, look: number, looks: number): number {
  return rule === "pocock" ? 1 : Math.sqrt(looks / look);
}

const intervals = 80;

/** A density at equally spaced points over (−end, end), times the weights of Simpson's rule. */
interface Density {
  readonly points: Float64Array;
  readonly masses: Float64Array;
}

/**
 * P(the score crosses no bound), when it gains a normal step of mean `drift` and variance 1 between looks. After look k
 * the density of those still inside is kept on a grid over (−b√k, b√k) and integrated by Simpson's rule.
 */
function neverCrossed(bounds: readonly number[], drift: number): number {
  const ends = bounds.map((bound, at) => bound * Math.sqrt(at + 1));
  let inside: Density = { points: Float64Array.of(0), masses: Float64Array.of(1) };
  for (const end of ends.slice(0, -1)) inside = nextLook(inside, end, drift);
  const last = ends.at(-1)!;
  return inside.masses.reduce((sum, mass, i) => sum + mass * within(last, inside.points[i]! + drift), 0);
}

function nextLook({ points, masses }: Density, end: number, drift: number): Density {
  const width = (2 * end) / intervals;
  const next = Float64Array.from({ length: intervals + 1 }, (_, i) => -end + i * width);
  const scale = width / 3 / Math.sqrt(2 * Math.PI);
  const arriving = next.map((to, i) => {
    let sum = 0;
    for (let j = 0; j < points.length; j++) sum += masses[j]! * Math.exp(-0.5 * (to - points[j]! - drift) ** 2);
    return sum * simpson(i) * scale;
  });
  return { points: next, masses: arriving };
}

const simpson = (i: number): number => (i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2);

const within = (end: number, mean: number): number => normalCdf(end - mean) - normalCdf(-end - mean);

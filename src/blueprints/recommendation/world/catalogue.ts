import type { Random } from "../../../kit/random.ts";
import { departments, type Shelf } from "./departments.ts";
import { groceryLaw, type WorldParameters } from "./parameters.ts";

/** One product with what everybody sees and what only the world knows. */
export interface Product {
  readonly id: string;
  readonly manufacturerId: string;
  /** Index into `departments`. */
  readonly department: number;
  readonly brand: "National" | "Private";
  readonly category: string;
  readonly type: string;
  readonly size: string;
  /** Regular price without shocks, US cents. */
  readonly priceCents: number;
  /** First week it is on the shelf, counted from 1. */
  readonly entersInWeek: number;
  /** Truth: logarithm of base popularity. */
  readonly popularity: number;
  /** Truth: latent position, `latentFactors` numbers, near its department and its category. */
  readonly position: Float64Array;
}

const PRIVATE_LABEL = "69";
const NEVER_ROUND_CENTS = [9, 5, 9, 7, 9];

/** The products of the world, in an order that says nothing about their popularity. */
export function makeCatalogue(parameters: WorldParameters, random: Random): readonly Product[] {
  const centres = latentCentres(random.stream("centres"));
  const ranks = random.stream("ranks").shuffle(Array.from({ length: parameters.products }, (_, rank) => rank));
  const late = random.stream("entries");
  const shelves = random.stream("shelves");
  let id = 820_000;
  return ranks.map((rank) => {
    id += 1 + shelves.int(97);
    const department = pickDepartment(shelves.next());
    const shelf = pick(departments[department]!.shelves, shelves);
    const centre = centres.get(shelf)!;
    return {
      id: String(id),
      department,
      ...labels(shelf, shelves),
      entersInWeek: late.next() < groceryLaw.lateProducts ? 2 + late.int(parameters.weeks - 1) : 1,
      popularity: -groceryLaw.popularityExponent * Math.log(rank + 1 + groceryLaw.popularityShift),
      position: centre.map((mean) => mean + 0.35 * shelves.normal()),
    };
  });
}

function labels(shelf: Shelf, random: Random) {
  const brand: Product["brand"] = random.next() < 0.3 ? "Private" : "National";
  const usd = shelf.priceUsd * Math.exp(0.3 * random.normal()) * (brand === "Private" ? 0.8 : 1);
  return {
    brand,
    manufacturerId: brand === "Private" ? PRIVATE_LABEL : String(100 + random.int(400)),
    category: shelf.category,
    type: `${shelf.category} - ${pick(shelf.types, random)}`,
    size: pick(shelf.sizes, random),
    priceCents: Math.max(29, Math.floor(usd * 10) * 10 + pick(NEVER_ROUND_CENTS, random)),
  };
}

/** A centre for each shelf, scattered around its department's. */
function latentCentres(random: Random): ReadonlyMap<Shelf, Float64Array> {
  const centres = new Map<Shelf, Float64Array>();
  for (const { shelves } of departments) {
    const middle = gaussian(random, 0.7);
    for (const shelf of shelves)
      centres.set(
        shelf,
        middle.map((mean) => mean + 0.6 * random.normal()),
      );
  }
  return centres;
}

/** `latentFactors` independent normal draws. */
export function gaussian(random: Random, deviation: number): Float64Array {
  return Float64Array.from({ length: groceryLaw.latentFactors }, () => deviation * random.normal());
}

function pickDepartment(uniform: number): number {
  let left = uniform;
  for (let i = 0; i < departments.length - 1; i++) {
    left -= departments[i]!.share;
    if (left < 0) return i;
  }
  return departments.length - 1;
}

const pick = <T>(list: readonly T[], random: Random): T => list[random.int(list.length)]!;

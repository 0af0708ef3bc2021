import type { Random } from "../../kit/random.ts";
import type { Interactions } from "./interactions.ts";
import { dot } from "./sweep.ts";

export interface PlantedShape {
  readonly userCount: number;
  readonly itemCount: number;
  /** Length of the planted taste vectors. */
  readonly rank: number;
  /** How much taste matters: the log-odds of taking an offered item are `sharpness` · taste − `sharpness`. */
  readonly sharpness: number;
  /** Different items per user to train on. */
  readonly takenPerUser: number;
  /** Different further items per user, held out. */
  readonly heldOutPerUser: number;
}

export interface PlantedWorld {
  readonly train: Interactions;
  /** Held-out items of user u: from u · heldOutPerUser on, `heldOutPerUser` of them. */
  readonly heldOut: Int32Array;
  /** The true log-odds-weighted wish of a user for every item: the best order there is. */
  truth(user: number): Float32Array;
}

/**
 * A world of low rank whose truth is known, to judge collaborative learners between a floor (popularity) and a ceiling
 * (the truth): items are offered by popularity (Zipf) and taken by taste.
 */
export function plantWorld(random: Random, shape: PlantedShape): PlantedWorld {
  const tastes = unitRows(random.stream("tastes"), shape.userCount, shape.rank);
  const traits = unitRows(random.stream("traits"), shape.itemCount, shape.rank);
  const popularity = zipfShares(shape.itemCount);
  const wish = (user: number, item: number) => {
    const taste = dot(
      traits,
      tastes.subarray(user * shape.rank, (user + 1) * shape.rank),
      shape.rank,
      item * shape.rank,
    );
    return 1 / (1 + Math.exp(shape.sharpness * (1 - taste)));
  };
  const drawn = drawInteractions(random.stream("offers"), shape, cumulative(popularity), wish);
  return { ...drawn, truth: (user) => popularity.map((share, item) => share * wish(user, item)) };
}

function drawInteractions(
  random: Random,
  shape: PlantedShape,
  offers: Float64Array,
  wish: (user: number, item: number) => number,
): { train: Interactions; heldOut: Int32Array } {
  const { userCount, itemCount, takenPerUser, heldOutPerUser } = shape;
  const userIndex = new Int32Array(userCount * takenPerUser);
  const itemIndex = new Int32Array(userCount * takenPerUser);
  const heldOut = new Int32Array(userCount * heldOutPerUser);
  for (let user = 0; user < userCount; user++) {
    const taken = new Set<number>();
    while (taken.size < takenPerUser + heldOutPerUser) {
      const item = firstAbove(offers, random.next());
      if (random.next() < wish(user, item)) taken.add(item);
    }
    const shuffled = random.shuffle([...taken]);
    heldOut.set(shuffled.slice(takenPerUser), user * heldOutPerUser);
    itemIndex.set(shuffled.slice(0, takenPerUser), user * takenPerUser);
    userIndex.fill(user, user * takenPerUser, (user + 1) * takenPerUser);
  }
  return {
    train: { userCount, itemCount, userIndex, itemIndex, value: new Float32Array(userIndex.length).fill(1) },
    heldOut,
  };
}

function unitRows(random: Random, rowCount: number, width: number): Float32Array {
  const rows = Float32Array.from({ length: rowCount * width }, () => random.normal());
  for (let at = 0; at < rows.length; at += width) {
    const row = rows.subarray(at, at + width);
    const length = Math.sqrt(dot(row, row, width));
    for (let f = 0; f < width; f++) row[f]! /= length;
  }
  return rows;
}

/** Shares proportional to 1 / √rank: a long tail that still gets sold. */
function zipfShares(count: number): Float32Array {
  const weights = Float32Array.from({ length: count }, (_, i) => 1 / Math.sqrt(i + 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function cumulative(shares: Float32Array): Float64Array {
  let sum = 0;
  const sums = Float64Array.from(shares, (share) => (sum += share));
  return sums.map((value) => value / sum);
}

function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

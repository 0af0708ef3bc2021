import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import type { Interactions } from "../als/interactions.ts";
import { alsFromBytes, alsToBytes } from "../als/model-bytes.ts";
import { plantWorld } from "../als/planted-world.ts";
import { type AlsModel, type AlsOptions, fitAls, foldInUser } from "./als.ts";

const options: AlsOptions = { factors: 6, iterations: 8, regularisation: 0.1, alpha: 5 };
const run = () => ({ random: seededRandom("als test") });

/** Few users and items, pairs may repeat, values may be 0; at least one value is not. */
const smallInteractions = fc
  .record({
    userCount: fc.integer({ min: 1, max: 12 }),
    itemCount: fc.integer({ min: 1, max: 9 }),
    seed: fc.nat(),
    count: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ userCount, itemCount, seed, count }): Interactions => {
    const random = seededRandom(seed);
    const draw = (below: number) => Int32Array.from({ length: count }, () => random.int(below));
    const value = Float32Array.from({ length: count }, (_, i) => (i === 0 ? 1 : random.int(4)));
    return { userCount, itemCount, userIndex: draw(userCount), itemIndex: draw(itemCount), value };
  });

/** The sum over all pairs, written as the paper states it. */
function denseObjective(model: AlsModel, { userIndex, itemIndex, value }: Interactions): number {
  const taken = new Float64Array(model.userCount * model.itemCount);
  value.forEach((amount, i) => (taken[userIndex[i]! * model.itemCount + itemIndex[i]!]! += amount));
  let sum = 0;
  taken.forEach((amount, pair) => {
    const user = vectorOf(model.userFactors, Math.floor(pair / model.itemCount), model.factors);
    const item = vectorOf(model.itemFactors, pair % model.itemCount, model.factors);
    const score = user.reduce((total, x, f) => total + x * item[f]!, 0);
    sum += (1 + model.alpha * amount) * ((amount > 0 ? 1 : 0) - score) ** 2;
  });
  for (const factor of [...model.userFactors, ...model.itemFactors]) sum += model.regularisation * factor ** 2;
  return sum;
}

const vectorOf = (rows: Float32Array, row: number, factors: number) => [
  ...rows.subarray(row * factors, (row + 1) * factors),
];

describe("fitAls", () => {
  it("brings the exact objective down, or leaves it, at every iteration", () => {
    fc.assert(
      fc.property(
        smallInteractions,
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0.01, max: 10, noNaN: true }),
        (interactions, factors, regularisation) => {
          const losses = [1, 2, 3, 4, 5, 6].map((iterations) =>
            denseObjective(
              fitAls(interactions, { ...options, factors, regularisation, iterations }, run()),
              interactions,
            ),
          );
          // The vectors are kept in single precision, so near the end the loss may wobble in the seventh digit.
          for (let i = 1; i < losses.length; i++)
            expect(losses[i]).toBeLessThanOrEqual(losses[i - 1]! * (1 + 1e-5) + 1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("gives the same bytes again, and for the same interactions in another order", () => {
    const { train } = plantWorld(seededRandom(3), { ...world, userCount: 60 });
    const backwards = {
      ...train,
      userIndex: train.userIndex.toReversed(),
      itemIndex: train.itemIndex.toReversed(),
      value: train.value.toReversed(),
    };
    const bytes = alsToBytes(fitAls(train, options, run()));
    expect(alsToBytes(fitAls(train, options, run()))).toEqual(bytes);
    expect(alsToBytes(fitAls(backwards, options, run()))).toEqual(bytes);
    expect(alsToBytes(fitAls(train, options, { random: seededRandom("another") }))).not.toEqual(bytes);
  });

  it("reports each iteration", () => {
    const seen: number[] = [];
    const { train } = plantWorld(seededRandom(3), { ...world, userCount: 30 });
    fitAls(train, { ...options, iterations: 3 }, { ...run(), onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([1, 2, 3]);
  });

  it("leaves users without interactions and items that nobody took at zero", () => {
    const interactions = {
      userCount: 3,
      itemCount: 3,
      userIndex: Int32Array.of(0, 2, 1),
      itemIndex: Int32Array.of(0, 2, 1),
      value: Float32Array.of(1, 2, 0),
    };
    const model = fitAls(interactions, options, run());
    expect(vectorOf(model.userFactors, 1, 6)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(vectorOf(model.itemFactors, 1, 6)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(Math.hypot(...vectorOf(model.userFactors, 2, 6))).toBeGreaterThan(0.1);
  });

  it("refuses negative and missing values, nothing at all, and options it cannot use", () => {
    const one = { userCount: 1, itemCount: 1, userIndex: Int32Array.of(0), itemIndex: Int32Array.of(0) };
    const fit = (value: number, changed: Partial<AlsOptions> = {}) =>
      fitAls({ ...one, value: Float32Array.of(value) }, { ...options, ...changed }, run());
    expect(() => fit(-1)).toThrow(expect.objectContaining({ code: "training/bad-interaction" }));
    expect(() => fit(NaN)).toThrow(expect.objectContaining({ code: "training/bad-interaction" }));
    expect(() => fit(0)).toThrow(expect.objectContaining({ code: "training/no-interactions" }));
    for (const wrong of [{ factors: 0 }, { factors: 1.5 }, { iterations: NaN }, { regularisation: 0 }, { alpha: -1 }]) {
      expect(() => fit(1, wrong)).toThrow(expect.objectContaining({ code: "training/option-out-of-range" }));
    }
    expect(() => fitAls({ ...one, itemCount: 0, value: Float32Array.of(1) }, options, run())).toThrow(RangeError);
  });
});

const world = { userCount: 900, itemCount: 300, rank: 4, sharpness: 4, takenPerUser: 25, heldOutPerUser: 5 };

describe("ALS on a planted world", () => {
  it("finds most of what lies between popularity and the truth", () => {
    const planted = plantWorld(seededRandom("planted"), world);
    const model = fitAls(planted.train, { factors: 8, iterations: 10, regularisation: 1, alpha: 2 }, run());
    const counts = new Float32Array(world.itemCount);
    for (const item of planted.train.itemIndex) counts[item]!++;
    const floor = recall(planted, () => counts);
    const ceiling = recall(planted, (user) => planted.truth(user));
    const reached = recall(planted, (user) => scoresOf(model, user));
    expect(floor).toBeLessThan(ceiling * 0.7);
    expect(reached).toBeGreaterThan(floor + 0.6 * (ceiling - floor));
    expect(reached).toBeLessThan(ceiling);
  });
});

function scoresOf(model: AlsModel, user: number): Float32Array {
  const own = vectorOf(model.userFactors, user, model.factors);
  return Float32Array.from({ length: model.itemCount }, (_, item) =>
    own.reduce((sum, x, f) => sum + x * model.itemFactors[item * model.factors + f]!, 0),
  );
}

/** Share of the held-out items among the 20 best that were not in the training data, over all users. */
function recall({ train, heldOut }: ReturnType<typeof plantWorld>, scores: (user: number) => Float32Array): number {
  let found = 0;
  for (let user = 0; user < world.userCount; user++) {
    const own = scores(user).slice();
    const taken = train.itemIndex.subarray(user * world.takenPerUser, (user + 1) * world.takenPerUser);
    for (const item of taken) own[item] = -Infinity;
    const top = [...own.keys()].sort((a, b) => own[b]! - own[a]!).slice(0, 20);
    const wanted = new Set(heldOut.subarray(user * world.heldOutPerUser, (user + 1) * world.heldOutPerUser));
    found += top.filter((item) => wanted.has(item)).length;
  }
  return found / heldOut.length;
}

describe("foldInUser", () => {
  const { train } = plantWorld(seededRandom("fold"), { ...world, userCount: 200, itemCount: 80 });
  const model = fitAls(train, { ...options, iterations: 5 }, run());
  const ownItems = (user: number) =>
    train.itemIndex.subarray(user * world.takenPerUser, (user + 1) * world.takenPerUser);

  it("solves the normal equations of that user, every term written out", () => {
    const items = ownItems(7);
    const values = items.map((_, i) => 1 + (i % 3));
    const x = foldInUser(model, items, values);
    const { factors, itemFactors, alpha, regularisation } = model;
    const gradient = Array.from(x, (value) => regularisation * value);
    for (let item = 0; item < model.itemCount; item++) {
      const y = vectorOf(itemFactors, item, factors);
      const value = items.includes(item) ? values[items.indexOf(item)]! : 0;
      const miss = (value > 0 ? 1 : 0) - y.reduce((sum, v, f) => sum + v * x[f]!, 0);
      y.forEach((v, f) => (gradient[f]! -= (1 + alpha * value) * miss * v));
    }
    for (const slope of gradient) expect(Math.abs(slope)).toBeLessThan(1e-5);
  });

  it("agrees with the vector that training ended with, once training has converged", () => {
    const converged = fitAls(train, { ...options, iterations: 200 }, run());
    const folded = foldInUser(
      converged,
      ownItems(3),
      ownItems(3).map(() => 1),
    );
    vectorOf(converged.userFactors, 3, options.factors).forEach((value, f) => expect(folded[f]).toBeCloseTo(value, 2));
  });

  it("gives zeros to a user who took nothing, and refuses items it does not know", () => {
    expect([...foldInUser(model, [], [])]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(() => foldInUser(model, [80], [1])).toThrow(RangeError);
    expect(() => foldInUser(model, [-1], [1])).toThrow(RangeError);
  });
});

describe("an ALS model as bytes", () => {
  it("comes back whole, from any offset in a larger buffer", () => {
    fc.assert(
      fc.property(smallInteractions, fc.nat(9), (interactions, offset) => {
        const model = fitAls(interactions, { ...options, iterations: 1 }, run());
        const bytes = alsToBytes(model);
        const larger = new Uint8Array(bytes.length + offset);
        larger.set(bytes, offset);
        expect(alsFromBytes(larger.subarray(offset))).toEqual(model);
      }),
      { numRuns: 20 },
    );
  });

  it("is refused when it is cut short, longer, of another layout or something else", () => {
    const bytes = alsToBytes(
      fitAls(
        {
          userCount: 1,
          itemCount: 1,
          userIndex: Int32Array.of(0),
          itemIndex: Int32Array.of(0),
          value: Float32Array.of(1),
        },
        options,
        run(),
      ),
    );
    const longer = new Uint8Array(bytes.length + 4);
    longer.set(bytes);
    const later = bytes.slice();
    later[8] = 9;
    for (const wrong of [
      bytes.subarray(0, -4),
      bytes.subarray(0, 20),
      new Uint8Array(0),
      longer,
      later,
      longer.fill(65),
    ]) {
      expect(() => alsFromBytes(wrong)).toThrow(expect.objectContaining({ code: "training/unreadable-model" }));
    }
  });
});

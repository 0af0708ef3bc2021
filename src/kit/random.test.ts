import { describe, expect, it } from "vitest";
import { seededRandom, type Random } from "./random.ts";

const draw = <T>(count: number, one: () => T): T[] => Array.from({ length: count }, one);
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: number[]): number => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

/** Chi-square of counts against equal shares, as standard deviations from its mean (normal for many cells). */
function unevenness(counts: ArrayLike<number>, total: number): number {
  const expected = total / counts.length;
  const chiSquare = Array.from(counts, (count) => (count - expected) ** 2 / expected).reduce((sum, x) => sum + x, 0);
  const freedom = counts.length - 1;
  return (chiSquare - freedom) / Math.sqrt(2 * freedom);
}

function countCells(cells: number, total: number, cell: () => number): Uint32Array {
  const counts = new Uint32Array(cells);
  for (let i = 0; i < total; i++) counts[cell()]!++;
  return counts;
}

describe("a seeded generator", () => {
  it("gives these very draws for these seeds, for as long as Plumbline lives", () => {
    const draws = (random: Random) => draw(3, () => Math.floor(random.next() * 2 ** 32).toString(16));
    expect(draws(seededRandom(42))).toEqual(["89969e5d", "be730faf", "66583b8b"]);
    expect(draws(seededRandom("plumb"))).toEqual(["5af0927a", "fb21f64b", "9d34af12"]);
    expect(draws(seededRandom(42).stream("world").stream("prices"))).toEqual(["384c9b1d", "b5feb17", "47c1db6f"]);
  });

  it("fills [0, 1) evenly, each draw and each pair of neighbours", () => {
    const random = seededRandom("even");
    expect(
      Math.abs(
        unevenness(
          countCells(256, 200_000, () => random.int(256)),
          200_000,
        ),
      ),
    ).toBeLessThan(4);
    const pair = () => random.int(16) * 16 + random.int(16);
    expect(Math.abs(unevenness(countCells(256, 100_000, pair), 100_000))).toBeLessThan(4);
  });

  it("fills the low bits as evenly as the high ones", () => {
    const random = seededRandom("bits");
    const low = () => Math.floor(random.next() * 2 ** 32) & 0xff;
    expect(Math.abs(unevenness(countCells(256, 100_000, low), 100_000))).toBeLessThan(4);
  });

  it("stays below its bound in int, however small or large", () => {
    const random = seededRandom(3);
    for (const below of [1, 2, 3, 1e9]) {
      const drawn = draw(2000, () => random.int(below));
      expect(drawn.every((value) => Number.isInteger(value) && value >= 0 && value < below)).toBe(true);
    }
  });
});

describe("streams", () => {
  it("depend on the seed and the name, not on what was drawn before", () => {
    const random = seededRandom(1);
    const before = random.stream("a").next();
    random.next();
    expect(random.stream("a").next()).toBe(before);
    expect(random.stream("b").next()).not.toBe(before);
    expect(seededRandom(2).stream("a").next()).not.toBe(before);
  });

  it("are uncorrelated, for names and seeds that hardly differ", () => {
    const firsts = (source: (at: number) => Random) =>
      draw(
        4000,
        (
          (at) => () =>
            source(at++).next()
        )(0),
      );
    for (const source of [
      (at: number) => seededRandom(at),
      (at: number) => seededRandom(7).stream(`household ${at}`),
      (at: number) => seededRandom(at).stream("x"),
    ]) {
      const drawn = firsts(source);
      const cells = countCells(
        64,
        drawn.length,
        (
          (at) => () =>
            Math.floor(drawn[at++]! * 64)
        )(0),
      );
      expect(Math.abs(unevenness(cells, drawn.length))).toBeLessThan(4);
      const lag = mean(drawn.slice(1).map((value, at) => (value - 0.5) * (drawn[at]! - 0.5) * 12));
      expect(Math.abs(lag) * Math.sqrt(drawn.length)).toBeLessThan(4);
    }
  });

  it("give every one of 20,000 names its own draws", () => {
    const random = seededRandom(1);
    const seen = new Set(
      draw(
        20_000,
        (
          (at) => () =>
            seenKey(random.stream(`s${at++}`))
        )(0),
      ),
    );
    expect(seen.size).toBe(20_000);
  });

  const seenKey = (random: Random): string => `${random.next()} ${random.next()}`;
});

describe("distributions", () => {
  const count = 40_000;
  /** Mean and variance, each within 4.5 standard errors; `kurtosis` is the fourth central moment over variance². */
  const holds = (values: number[], wanted: { mean: number; variance: number; kurtosis: number }) => {
    expect(Math.abs(mean(values) - wanted.mean)).toBeLessThan(4.5 * Math.sqrt(wanted.variance / count));
    const spreadError = wanted.variance * Math.sqrt((wanted.kurtosis - 1) / count);
    expect(Math.abs(variance(values) - wanted.variance)).toBeLessThan(4.5 * spreadError);
  };

  it("give a normal mean 0, variance 1, and 4.55% beyond two", () => {
    const random = seededRandom("normal");
    const values = draw(count, random.normal);
    holds(values, { mean: 0, variance: 1, kurtosis: 3 });
    expect(values.filter((value) => Math.abs(value) > 2).length / count).toBeCloseTo(0.0455, 2);
  });

  it("give an exponential mean 1 / rate and variance 1 / rate²", () => {
    const random = seededRandom("exponential");
    const values = draw(count, () => random.exponential(4));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    holds(values, { mean: 0.25, variance: 1 / 16, kurtosis: 9 });
  });

  it("give a Poisson variance equal to its mean, below and above where it is split", () => {
    for (const wanted of [0, 0.3, 4, 30, 31, 250]) {
      const random = seededRandom(`poisson ${wanted}`);
      const values = draw(count, () => random.poisson(wanted));
      if (wanted === 0) expect(Math.max(...values)).toBe(0);
      else holds(values, { mean: wanted, variance: wanted, kurtosis: 3 + 1 / wanted });
    }
  });

  it("give a Poisson of 0.7 its probabilities", () => {
    const random = seededRandom("poisson shape");
    const counts = countCells(20, count, () => random.poisson(0.7));
    for (const [k, factorial] of [1, 1, 2, 6].entries()) {
      const wanted = (Math.exp(-0.7) * 0.7 ** k) / factorial;
      expect(Math.abs(counts[k]! / count - wanted)).toBeLessThan(4.5 * Math.sqrt((wanted * (1 - wanted)) / count));
    }
  });

  it("give a gamma mean and variance equal to its shape, below 1 too", () => {
    for (const shape of [0.2, 1, 2.5, 40]) {
      const random = seededRandom(`gamma ${shape}`);
      const values = draw(count, () => random.gamma(shape));
      holds(values, { mean: shape, variance: shape, kurtosis: 3 + 6 / shape });
    }
  });

  it("shuffle every order of three equally often, in place", () => {
    const random = seededRandom("shuffle");
    const orders = new Map<string, number>();
    for (let i = 0; i < 12_000; i++) {
      const order = random.shuffle([1, 2, 3]).join("");
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    expect(Math.abs(unevenness([...orders.values()], 12_000))).toBeLessThan(4);
    const list = [1, 2, 3];
    expect(random.shuffle(list)).toBe(list);
  });
});

import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { driftTests } from "./index.ts";

const draw = (seed: string, count: number, shift = 0) => {
  const random = seededRandom(seed);
  return Float64Array.from({ length: count }, () => random.normal() + shift);
};

describe("every drift test", () => {
  it("has a name as designs write it, a definition that is a sentence, and a source", () => {
    expect(driftTests.length).toBeGreaterThanOrEqual(2);
    for (const { name, definition, source } of driftTests) {
      expect(name).toMatch(/^[a-z]+$/);
      expect(definition).toMatch(/^[A-Z].{40,}\.$/);
      expect(source).toMatch(/\d{4}/);
    }
  });

  it.each(driftTests.map((test) => [test.name, test] as const))(
    "exceeds its noise threshold about as rarely as stated: %s",
    (_, test) => {
      const repetitions = 600;
      let exceeded = 0;
      for (let i = 0; i < repetitions; i++) {
        const reference = test.fitReference(draw(`reference ${i}`, 600), { bins: 8 });
        const measured = test.measure(reference, draw(`sample ${i}`, 400));
        exceeded += Number(measured > test.noiseThreshold(reference, 400, 0.1));
      }
      const errors = (exceeded - 0.1 * repetitions) / Math.sqrt(0.09 * repetitions);
      expect(errors).toBeLessThan(3.5);
      expect(errors).toBeGreaterThan(-5);
    },
  );

  it.each(driftTests.map((test) => [test.name, test] as const))("grows with the shift: %s", (_, test) => {
    const reference = test.fitReference(draw("reference", 2000), { bins: 10 });
    const measured = [0, 0.3, 0.6, 1.2].map((shift) => test.measure(reference, draw("sample", 1000, shift)));
    expect(measured).toEqual(measured.toSorted((a, b) => a - b));
    expect(measured[3]).toBeGreaterThan(test.noiseThreshold(reference, 1000, 0.001));
  });

  it("refuses a reference that another test fitted", () => {
    const [first, second] = driftTests;
    const reference = first.fitReference([1, 2, 3], { bins: 2 });
    expect(() => second.measure(reference, [1])).toThrow(/fitted by/);
  });
});

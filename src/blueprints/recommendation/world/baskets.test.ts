import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../kit/random.ts";
import { boundBasket, drawBasket } from "./baskets.ts";
import { largest } from "./recorder.ts";

const random = seededRandom("baskets");
const probabilities = Float64Array.from({ length: 18 }, () => 0.4 + 0.55 * random.next());

describe("a basket of bounded size", () => {
  it("has the probabilities found by going through every possible basket", () => {
    const chosen = largest(probabilities, 6);
    let allowed = 0;
    let items = 0;
    const found = new Float64Array(chosen.length);
    for (let set = 0; set < 2 ** probabilities.length; set++) {
      const members = probabilities.map((_, i) => (set >> i) & 1);
      const size = members.reduce((sum, member) => sum + member, 0);
      if (size < 1 || size > 15) continue;
      const chance = members.reduce(
        (product, member, i) => product * (member ? probabilities[i]! : 1 - probabilities[i]!),
        1,
      );
      allowed += chance;
      items += chance * size;
      chosen.forEach((product, at) => (found[at]! += members[product]! * chance));
    }
    const bounded = boundBasket(probabilities, chosen);
    expect(bounded.expectedItems).toBeCloseTo(items / allowed, 12);
    bounded.probabilities.forEach((p, at) => expect(p).toBeCloseTo(found[at]! / allowed, 12));
  });

  it("keeps the order of the probabilities it starts from", () => {
    const bounded = boundBasket(probabilities, largest(probabilities, 10)).probabilities;
    expect([...bounded]).toEqual([...bounded].sort((a, b) => b - a));
  });

  it("is drawn with 1 to 15 products, in ascending order", () => {
    const into = new Int32Array(15);
    for (const scale of [0.02, 1]) {
      for (let draw = 0; draw < 200; draw++) {
        const count = drawBasket(
          probabilities.map((p) => p * scale),
          random,
          into,
        );
        const basket = [...into.subarray(0, count)];
        expect(count).toBeGreaterThanOrEqual(1);
        expect(count).toBeLessThanOrEqual(15);
        expect(basket).toEqual([...new Set(basket)].sort((a, b) => a - b));
      }
    }
  });
});

describe("the largest values", () => {
  it("come largest first, and ties by their index", () => {
    expect([...largest(Float64Array.of(1, 5, 3, 9, 2, 9, 5), 4)]).toEqual([3, 5, 1, 6]);
  });
});

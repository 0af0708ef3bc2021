import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import { missBy } from "../testing/known-system.ts";
import { knownSystems } from "../testing/known-systems.ts";
import { simulate } from "./simulate.ts";

/** All of them are simulated, and longer, by `npm run study:sizing`. */
const systems = knownSystems();
const some = systems.filter((_, at) => at % 8 === 3);

describe("systems that theory knows", () => {
  it("are 200, all different", () => {
    expect(new Set(systems.map(({ name }) => name)).size).toBe(200);
  });

  // A Student interval of 95% with 9 degrees of freedom is 2.26 errors wide on each side, one of 99.9% is 4.78.
  it.each(some)("are simulated within the interval: $name", ({ network, arrivalsPerSecond, known }) => {
    const random = seededRandom("known systems");
    const simulation = simulate(network, { random, measureSeconds: 20_000 / arrivalsPerSecond });
    for (const fact of known) expect(missBy(fact, simulation), fact.what).toBeLessThan(4.78 / 2.26);
  });
});

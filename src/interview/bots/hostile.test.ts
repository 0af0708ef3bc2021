import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lensNames } from "../../design/schema/design.ts";
import { seededRandom } from "../../kit/random.ts";
import { levels, styles, type Input, type RoundSetup } from "../record.ts";
import { openRound } from "../round/round.ts";
import { standardParts } from "../round/standard-parts.ts";
import { brokenLaws } from "../round/testing/laws.ts";
import { hostileInput } from "./testing/hostile.ts";

const parts = standardParts();
/** A longer run is `npm run study:interview`. */
const rounds = Number(process.env["PLUMBLINE_HOSTILE_ROUNDS"] ?? 12);

const setups: fc.Arbitrary<RoundSetup> = fc.record({
  problem: fc.constantFrom(...parts.problems.map(({ id }) => id)),
  level: fc.constantFrom(...levels),
  lens: fc.constantFrom(...lensNames),
  minutes: fc.constantFrom(10, 30, 45, 60),
  style: fc.constantFrom(...styles),
  seed: fc.string(),
});

const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom(
    "What is the peak traffic?",
    "We would cache it for 60 s because of the load.",
    "I don't know",
    "[a] -> [b] p99 5ms",
  ),
);

const inputs: fc.Arbitrary<Input> = fc.record({
  kind: fc.constantFrom("say", "draw", "facts", "hint", "drill", "redo", "self-assessment", "tick", "end"),
  atSeconds: fc.oneof(fc.double(), fc.integer({ min: 0, max: 3000 })),
  text: texts,
});

describe("a round", () => {
  it("takes any inputs at any times without throwing, and keeps its laws", () => {
    fc.assert(
      fc.property(setups, fc.array(inputs, { maxLength: 25 }), (setup, list) => {
        const round = openRound(setup, parts);
        for (const input of list) round.take(input);
        round.take({ kind: "tick", atSeconds: 1e6 });
        const broken = brokenLaws(
          round.record(),
          parts.problems.find(({ id }) => id === setup.problem),
        );
        expect(broken).toEqual([]);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it.each(Array.from({ length: rounds }, (_, at) => at))("keeps its laws against hostile inputs, run %i", (at) => {
    const random = seededRandom(`hostile test ${at}`);
    const problem = parts.problems[at % parts.problems.length]!;
    const style = styles[at % styles.length]!;
    const round = openRound(
      { problem: problem.id, level: "senior", lens: "seven-stage", minutes: 45, style, seed: `${at}` },
      parts,
    );
    for (let turn = 0; turn < 40; turn++) round.take(hostileInput(random, turn * 68).input);
    round.take({ kind: "end", atSeconds: 2700 });
    expect(brokenLaws(round.record(), problem)).toEqual([]);
  });
});

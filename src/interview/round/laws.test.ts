import { describe, expect, it } from "vitest";
import { brokenLaws } from "./testing/laws.ts";
import { openRound } from "./round.ts";
import { smallParts } from "./testing/small-parts.ts";
import type { Move, RoundRecord, RoundSetup } from "../record.ts";

const setup: RoundSetup = {
  problem: "small",
  level: "senior",
  lens: "seven-stage",
  minutes: 45,
  style: "coach",
  seed: "one",
};
const parts = smallParts();
const [problem] = parts.problems;

function soundRound(): RoundRecord {
  const round = openRound(setup, parts);
  const topics = parts.topics.map(({ id }) => id);
  for (let at = 1; at <= 46; at++) {
    const text = `We set the ${topics[at % topics.length]} by counting ${at} things, and we go on from there.`;
    round.take({ kind: "say", atSeconds: 59 * at, text });
  }
  return round.record();
}

/** The round with one more move at its end, or with its moves changed. */
function withMove(move: Partial<Move>): RoundRecord {
  const record = soundRound();
  const added: Move = { kind: "probe", atSeconds: 5000, text: "And then?", ...move };
  return { ...record, entries: [...record.entries, { who: "interviewer", move: added }] };
}

describe("the laws of a round", () => {
  it("are kept by a sound round", () => {
    expect(brokenLaws(soundRound(), problem)).toEqual([]);
  });

  it.each<[string, RoundRecord, RegExp]>([
    ["a question is asked twice", withMove(soundProbe()), /asked twice/u],
    ["a line is said twice", withMove({ ...soundProbe(), kind: "stage" }), /said twice/u],
    ["a fact is given away", withMove({ text: "It is four hundred." }), /gave away peak/u],
    ["the end is late", { ...soundRound(), endedSeconds: 2800 }, /ended after/u],
    ["there is no end", { ...soundRound(), endedSeconds: undefined }, /never ended/u],
    ["times go back", withMove({ atSeconds: 3 }), /times went back/u],
    ["the interviewer talks on and on", withMove({ text: "word ".repeat(3000) }), /words too many/u],
    ["praise names nothing", withMove({ kind: "acknowledge", text: 'Great "answer" indeed.' }), /named nothing/u],
    ["a quote is made up", madeUp(), /no such words/u],
  ])("are broken where %s", (_, record, law) => {
    expect(brokenLaws(record, problem).join("\n")).toMatch(law);
  });

  it("are broken where two questions are asked in one turn", () => {
    const record = withMove({ text: "One?" });
    const more: Move = { kind: "probe", atSeconds: 5000, text: "Two?" };
    const twice = { ...record, entries: [...record.entries, { who: "interviewer" as const, move: more }] };
    expect(brokenLaws(twice, problem).join("\n")).toMatch(/several questions/u);
  });
});

function soundProbe(): Move {
  return soundRound().entries.flatMap((entry) =>
    entry.who === "interviewer" && entry.move.kind === "probe" ? [entry.move] : [],
  )[0]!;
}

function madeUp(): RoundRecord {
  const record = soundRound();
  const [first, ...rest] = record.statements;
  return { ...record, statements: [{ ...first!, quote: { ...first!.quote, text: "never said" } }, ...rest] };
}

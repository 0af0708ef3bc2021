import { describe, expect, it } from "vitest";
import { problemOf } from "../../kit/testing/problem-of.ts";
import type { Input, RoundSetup } from "../record.ts";
import { journalHead, journalLine, readJournal } from "./journal.ts";

const setup: RoundSetup = {
  problem: "rag",
  level: "senior",
  lens: "seven-stage",
  minutes: 45,
  style: "interviewer",
  seed: "1",
};
const inputs: Input[] = [
  { kind: "say", atSeconds: 3, text: "How many users?\nAnd how fast?" },
  { kind: "tick", atSeconds: 60 },
  { kind: "draw", atSeconds: 70.5, text: "[a] -> [b]" },
];
const text = journalHead(setup) + inputs.map(journalLine).join("");

describe("the journal of a round", () => {
  it("gives back setup and inputs as they were", () => {
    expect(readJournal(text, "j")).toEqual({ setup, inputs, isTorn: false });
  });

  it("leaves out a last line that was cut off, wherever", () => {
    for (let length = text.length - 1; length > journalHead(setup).length; length--) {
      const { inputs: read, isTorn } = readJournal(text.slice(0, length), "j");
      expect(inputs.slice(0, read.length)).toEqual(read);
      expect(isTorn || text.slice(0, length).endsWith("\n")).toBe(true);
    }
  });

  it("refuses what is no journal, with the line", () => {
    for (const wrong of ["", "{}\n", "nonsense\n", '{"plumblineRound":2}\n'])
      expect(problemOf(() => readJournal(wrong, "j")).code).toBe("interview/bad-journal");
    expect(problemOf(() => readJournal(`${journalHead(setup)}{"kind":"fly"}\n`, "j")).at?.line).toBe(2);
  });
});

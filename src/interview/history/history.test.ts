import { describe, expect, it } from "vitest";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { aimsFrom, historyOf, readDebrief, type PlayedRound, type SavedDebrief } from "./history.ts";

const empty: SavedDebrief = {
  plumblineDebrief: 1,
  title: "a",
  tooLittle: false,
  contradictions: [],
  named: [],
  unreached: [],
  ledger: [],
};
const missed = (...topics: string[]) => topics.map((topic) => ({ topic, name: topic, mustDiscuss: true }));
const round = (name: string, changed: Partial<SavedDebrief>): PlayedRound => ({
  name,
  debrief: { ...empty, ...changed },
});

describe("historyOf", () => {
  it("names what more than one round left open, most often first, in whatever order the rounds come", () => {
    const history = historyOf([
      round("03", { unreached: missed("drift", "labels") }),
      round("01", { unreached: missed("drift") }),
      round("02", { named: [{ topic: "drift", name: "Drift" }], unreached: missed("labels") }),
    ]);
    expect(history.map(({ topic, open }) => [topic, open])).toEqual([
      ["drift", ["01", "02", "03"]],
      ["labels", ["02", "03"]],
    ]);
    expect(aimsFrom(history)).toEqual(["drift", "labels"]);
  });

  it("forgets what was explained since, and remembers what was left open again after that", () => {
    const shown = { ledger: [{ topic: "drift", name: "Drift", state: "shown" }] };
    const [a, b] = [round("01", { unreached: missed("drift") }), round("02", { unreached: missed("drift") })];
    expect(historyOf([a, b, round("03", shown)])).toEqual([]);
    expect(historyOf([a, round("02", shown), round("03", { unreached: missed("drift") })])[0]?.lastShown).toBe("02");
  });

  it("counts no round in which too little was said, and nothing that was only worth exploring", () => {
    const silent = { tooLittle: true, unreached: missed("drift") };
    expect(historyOf([round("01", silent), round("02", silent)])).toEqual([]);
    const aside = { unreached: [{ topic: "drift", name: "Drift", mustDiscuss: false }] };
    expect(historyOf([round("01", aside), round("02", aside)])).toEqual([]);
  });
});

describe("readDebrief", () => {
  it("refuses what is no debrief, and names the file", () => {
    for (const text of ["", "{", "{}", '{"plumblineDebrief": 2}']) {
      const { code, at } = problemOf(() => readDebrief(text, "x/debrief.json"));
      expect([code, at?.file]).toEqual(["interview/bad-debrief", "x/debrief.json"]);
    }
  });
});

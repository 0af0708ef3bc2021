import { describe, expect, it } from "vitest";
import { lenses } from "../../design/lenses.ts";
import { stages } from "../../design/schema/design.ts";
import type { RoundRecord } from "../record.ts";
import { clock } from "./clock.ts";
import { planOf, plannedAt, sectionOfTopic } from "./plan.ts";

const setup = { problem: "p", level: "senior", lens: "seven-stage", minutes: 45, style: "coach", seed: "s" } as const;
const record: RoundRecord = {
  setup,
  entries: [],
  statements: [],
  boards: [],
  drills: [],
  sections: [{ title: "Requirements", minutes: 5, enteredSeconds: 0 }],
  endedSeconds: undefined,
};

describe("the plan of a round", () => {
  it("gives the seven stages their minutes, and fills rounds of other lengths in proportion", () => {
    const minutesOf = (length: number) =>
      planOf("seven-stage", length).map(({ startSeconds, endSeconds }) => (endSeconds - startSeconds) / 60);
    expect(minutesOf(45)).toEqual([5, 3, 7, 5, 8, 8, 5, 4]);
    expect(minutesOf(90)).toEqual([10, 6, 14, 10, 16, 16, 10, 8]);
  });

  it.each(lenses.map(({ name }) => name))("ends with the round through the lens %s", (lens) => {
    expect(planOf(lens, 30).at(-1)!.endSeconds).toBeCloseTo(1800, 6);
    expect(plannedAt(planOf(lens, 30), 1e6)).toBe(planOf(lens, 30).length - 1);
  });

  it.each(lenses.map(({ name }) => name))("has a section for every stage through the lens %s", (lens) => {
    for (const stage of stages) expect(sectionOfTopic(lens, { stage })).toBeGreaterThanOrEqual(0);
  });
});

describe("the clock", () => {
  it("tells elapsed time, the section, its budget, and by how much it is overrun", () => {
    expect(clock(record, 200)).toMatchObject({ section: "Requirements", sectionSeconds: 200, overrunSeconds: 0 });
    expect(clock(record, 330)).toMatchObject({ budgetSeconds: 300, overrunSeconds: 30, leftSeconds: 2370 });
  });

  it("tells what should be on the board by now", () => {
    const minutes = [5, 8, 15, 20, 28, 36, 41];
    expect(minutes.map((minute) => clock(record, 60 * minute).due.length)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(clock(record, 299).due).toEqual([]);
    expect(clock({ ...record, setup: { ...setup, minutes: 90 } }, 600).due).toHaveLength(1);
  });

  it("sees what has been drawn", () => {
    const part = { lines: [], numbers: [], start: 0, end: 1 };
    const boxes = [
      { id: "a", name: "Requirements", kind: "note", ...part, lines: ["10M users"] },
      { id: "b", name: "clicks", kind: "source", ...part },
      { id: "c", name: "redis", kind: "features", p99Millis: 8, ...part },
      { id: "d", name: "ranker", kind: "ranker", p99Millis: 30, ...part },
      { id: "e", name: "drift", kind: "monitor", ...part },
    ] as const;
    const arrows = [{ from: "e", to: "d", kind: "feedback", numbers: [], start: 0, end: 1 }] as const;
    const drawnOf = (board: { boxes: typeof boxes | []; arrows: typeof arrows | [] }) =>
      clock(
        { ...record, boards: [{ atSeconds: 1, entry: 0, board: { text: "", unread: [], ...board } }] },
        2700,
      ).due.map(({ drawn }) => drawn);
    expect(drawnOf({ boxes, arrows })).toEqual([true, false, true, true, true, true, true]);
    expect(drawnOf({ boxes: [], arrows: [] })).toEqual(Array(7).fill(false));
  });
});

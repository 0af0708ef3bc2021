import { milestonesDrawn, milestonesOf as dueBy } from "../round/clock.ts";
import { planOf } from "../round/plan.ts";
import type { MoveKind, RoundRecord } from "../record.ts";
import type { BoardMilestone, Debrief, TimelineEvent, TimelineSection } from "./debrief.ts";

/** Each section that was entered, with its budget and the time that it took. */
export function sectionsOf({ setup, sections, endedSeconds = 0 }: RoundRecord): TimelineSection[] {
  const plan = planOf(setup.lens, setup.minutes);
  return sections.map(({ title, enteredSeconds }, at) => {
    const planned = plan.find(({ section }) => section.title === title);
    return {
      title,
      budgetSeconds: planned ? planned.endSeconds - planned.startSeconds : 0,
      enteredSeconds,
      usedSeconds: Math.max(0, (sections[at + 1]?.enteredSeconds ?? endedSeconds) - enteredSeconds),
    };
  });
}

/** What should have been drawn by when, and when it was first there. Only what was due before the round ended. */
export function milestonesOf({ setup, boards, endedSeconds = 0 }: RoundRecord): BoardMilestone[] {
  const drawn = new Map<string, number>();
  for (const { atSeconds, board } of boards)
    for (const what of milestonesDrawn(board)) if (!drawn.has(what)) drawn.set(what, atSeconds);
  return dueBy(setup.minutes)
    .filter(({ bySeconds }) => bySeconds <= endedSeconds)
    .map(({ what, bySeconds }) => {
      const drawnSeconds = drawn.get(what);
      return { what, bySeconds, ...(drawnSeconds !== undefined && { drawnSeconds }) };
    });
}

const told: ReadonlySet<MoveKind> = new Set(["interrupt", "change", "drill", "hint", "sizing"]);

/** What happened beside questions and answers. */
export function eventsOf({ entries }: RoundRecord): TimelineEvent[] {
  return entries.flatMap((entry) =>
    entry.who === "interviewer" && told.has(entry.move.kind)
      ? [{ kind: entry.move.kind, atSeconds: entry.move.atSeconds, text: entry.move.text }]
      : [],
  );
}

/** The board as it stood at each time at which something was due, where it had changed since, and the last one. */
export function boardsAtMilestones({ setup, boards, endedSeconds = 0 }: RoundRecord): Debrief["boards"] {
  const times = [...dueBy(setup.minutes).map(({ bySeconds }) => bySeconds), endedSeconds];
  const seen = times.map((time) => boards.findLast(({ atSeconds }) => atSeconds <= time));
  return [...new Set(seen)].filter((one) => one !== undefined).map(({ atSeconds, board }) => ({ atSeconds, board }));
}

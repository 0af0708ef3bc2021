import type { Block } from "../../documents/index.ts";
import type { Debrief, TimelineSection } from "./debrief.ts";
import { list, minuteText, soft, strong, text } from "./spans.ts";

/** The round as it went: time by section, what was drawn when, and what the interviewer threw in. */
export function timelineBlocks({ sections, milestones, events }: Debrief): Block[] {
  return [
    { kind: "heading", level: 2, text: "The round" },
    {
      kind: "table",
      head: ["section", "from", "planned", "used", ""],
      rows: sections.map((one) => [
        [strong(one.title)],
        [text(minuteText(one.enteredSeconds))],
        [text(minuteText(one.budgetSeconds))],
        [text(minuteText(one.usedSeconds))],
        [text(barOf(one, sections))],
      ]),
    },
    ...(milestones.length > 0 ? drawnBlocks(milestones) : []),
    ...(events.length > 0
      ? [
          { kind: "heading", level: 3, text: "On the way" } as const,
          list(
            events.map(({ kind, atSeconds, text: words }) => [soft(`${minuteText(atSeconds)} ${kind}: `), text(words)]),
          ),
        ]
      : []),
  ];
}

function drawnBlocks(milestones: Debrief["milestones"]): Block[] {
  return [
    { kind: "heading", level: 3, text: "On the board" },
    {
      kind: "table",
      head: ["what", "good by", "drawn"],
      rows: milestones.map(({ what, bySeconds, drawnSeconds }) => [
        [strong(what)],
        [text(minuteText(bySeconds))],
        [drawnSeconds === undefined ? soft("not drawn") : text(minuteText(drawnSeconds))],
      ]),
    },
  ];
}

const barCells = 20;

/** Used time as blocks on one scale for all sections; what goes over the plan is lighter. */
function barOf({ usedSeconds, budgetSeconds }: TimelineSection, all: readonly TimelineSection[]): string {
  const longest = Math.max(1, ...all.map((one) => Math.max(one.usedSeconds, one.budgetSeconds)));
  const cells = (seconds: number) => Math.round((seconds / longest) * barCells);
  const [inPlan, over] = [cells(Math.min(usedSeconds, budgetSeconds)), cells(Math.max(0, usedSeconds - budgetSeconds))];
  const left = Math.max(0, cells(budgetSeconds) - inPlan);
  return `${"█".repeat(inPlan)}${"▒".repeat(over)}${"·".repeat(left)}`;
}

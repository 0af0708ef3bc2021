import { clock } from "../../interview/round/clock.ts";
import type { Move, RoundRecord } from "../../interview/record.ts";
import type { Spoken } from "../operation.ts";

/** `12:05`. */
export function minutesText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** `12:40 of 45:00 · Data, 2:20 of 7:00 · draw by now: the data pipeline`. */
export function clockLine(record: RoundRecord, atSeconds: number): string {
  const { lengthSeconds, section, sectionSeconds, budgetSeconds, due } = clock(record, atSeconds);
  const missing = due.filter(({ drawn }) => !drawn).at(-1);
  return [
    `${minutesText(atSeconds)} of ${minutesText(lengthSeconds)}`,
    `${section}, ${minutesText(sectionSeconds)} of ${minutesText(budgetSeconds)}`,
    ...(missing ? [`not drawn yet: ${missing.what}`] : []),
  ].join(" · ");
}

export const spokenMoves = (moves: readonly Move[]): Spoken[] =>
  moves.map(({ text }) => ({ who: "interviewer", text }));

export const note = (text: string): Spoken => ({ who: "note", text });

import { Problem } from "../kit/problem.ts";

/** An alarm that somebody answers. */
export interface Alarm {
  readonly name: string;
  /** Who is called. */
  readonly owner: string;
  /** What they do. */
  readonly action: string;
  /** It fires above this value, in the unit of what is measured. */
  readonly threshold: number;
}

/**
 * Refuses an alarm that nobody would answer.
 *
 * @throws {Problem} `monitoring/alarm-incomplete`
 */
export function defineAlarm(alarm: Alarm): Alarm {
  for (const part of ["name", "owner", "action"] as const) {
    if (alarm[part].trim() === "") throw incomplete(alarm, `has no ${part}`, `name its ${part}`);
  }
  if (!Number.isFinite(alarm.threshold))
    throw incomplete(alarm, `has the threshold ${alarm.threshold}`, "give a number");
  return Object.freeze({ ...alarm });
}

/** Whether a measured value sets the alarm off; a value that could not be measured (NaN) does not. */
export function alarmFires(alarm: Alarm, measured: number): boolean {
  return measured > alarm.threshold;
}

function incomplete(alarm: Alarm, found: string, fix: string): Problem {
  return new Problem({ code: "monitoring/alarm-incomplete", found: `The alarm ${alarm.name} ${found}.`, fix });
}

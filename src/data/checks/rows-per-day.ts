import type { CheckKind, DayCount, DayFault } from "./check.ts";

const FORM = /^rows per day within (?<percent>\d+(?:\.\d+)?)\s*% of the week['’]s median$/i;
const HALF_A_WEEK = 3;

/**
 * `rows per day within 50% of the week's median`: a day is compared with the median of the seven days around it, days
 * without rows included. The first and the last day of the data are incomplete as a rule and are not judged.
 */
export const rowsPerDay: CheckKind = {
  kind: "rows-per-day",
  form: "rows per day within 50% of the week's median",
  read(text) {
    const match = FORM.exec(text);
    if (!match) return undefined;
    const share = Number(match.groups!.percent) / 100;
    return { kind: "rows-per-day", text, columns: [], numeric: [], judgeDays: (days) => daysOutside(days, share) };
  },
};

function daysOutside(days: readonly DayCount[], share: number): DayFault[] {
  if (days.length === 0) return [];
  const first = Math.min(...days.map(({ day }) => day));
  const last = Math.max(...days.map(({ day }) => day));
  const counts = new Map(days.map(({ day, rows }) => [day, rows]));
  const faults: DayFault[] = [];
  for (let day = first + 1; day < last; day++) {
    const rows = counts.get(day) ?? 0;
    const middle = weekMedian(counts, Math.max(first + 1, day - HALF_A_WEEK), Math.min(last - 1, day + HALF_A_WEEK));
    const [low, high] = [middle * (1 - share), middle * (1 + share)];
    if (rows >= low && rows <= high) continue;
    faults.push({ day, rows, expected: `where ${Math.ceil(low)} to ${Math.floor(high)} were expected` });
  }
  return faults;
}

function weekMedian(counts: ReadonlyMap<number, number>, from: number, to: number): number {
  const week = Array.from({ length: to - from + 1 }, (_, offset) => counts.get(from + offset) ?? 0);
  week.sort((a, b) => a - b);
  return (week[Math.floor((week.length - 1) / 2)]! + week[Math.ceil((week.length - 1) / 2)]!) / 2;
}

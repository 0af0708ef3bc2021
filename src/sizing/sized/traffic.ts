import { derived, type Figure } from "./figure.ts";
import type { Sheet } from "./sheet.ts";

/** Multiples of the stated load that a design is sized at. */
export const multiples = [1, 2, 5, 10, 100] as const;
export type At = "average" | "peak";

/** Requests per second as stated, before any multiple; one that is not stated follows from the other. */
export interface Traffic {
  readonly average: Figure;
  readonly peak: Figure;
}

/** How many requests arrive; `undefined` where the design says nothing about it. */
export function trafficOf(sheet: Sheet): Traffic | undefined {
  const { requests, predictions } = sheet.design.requirements?.scale ?? {};
  const average = requests?.average && rate(sheet, ["requests", "average"], requests.average.perSecond);
  const peak = requests?.peak && rate(sheet, ["requests", "peak"], requests.peak.perSecond);
  if (average && peak) return { average, peak };
  if (average ?? peak) return completed(sheet, average, peak);
  if (!predictions || sheet.design.serving?.mode === "batch") return undefined;
  return completed(sheet, rate(sheet, ["predictions"], predictions.perSecond), undefined);
}

const rate = (sheet: Sheet, path: readonly string[], perSecond: number): Figure =>
  sheet.stated(["requirements", "scale", ...path], perSecond, "/s");

function completed(sheet: Sheet, average: Figure | undefined, peak: Figure | undefined): Traffic {
  const ratio = sheet.assume("peak over average", {
    value: 3,
    low: 2,
    high: 5,
    unit: "x",
    why: "traffic of people over a day; machines are steadier",
  });
  if (peak) return { peak, average: derived("/s", [peak, ratio], (rate, times) => rate / times) };
  return { average: average!, peak: derived("/s", [average!, ratio], (rate, times) => rate * times) };
}

import type { Measurement, Verdict } from "../claim-shape.ts";
import { countText, measuredTexts, quantityText } from "./number-text.ts";

/** What a reader sees of a verdict, the same in the table and on the page. */
export interface VerdictCells {
  readonly claim: string;
  readonly stated: string;
  /** Empty where nothing was measured. */
  readonly measured: string;
  /** Empty where there is no width or no interval. */
  readonly interval: string;
  readonly sampleSize: string;
  readonly sampleUnit: string;
}

/** The cells of a verdict, in words and numbers. */
export function verdictCells({ claim, measured }: Verdict): VerdictCells {
  return {
    claim: claim.sentence.replace(/^[a-z]+(?=[ ,])/, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
    stated: claim.stated,
    ...(measured ? measuredCells(measured) : { measured: "", interval: "", sampleSize: "", sampleUnit: "" }),
  };
}

function measuredCells({
  value,
  interval,
  unit,
  sampleSize,
  sampleUnit,
}: Measurement): Omit<VerdictCells, "claim" | "stated"> {
  const sample = { sampleSize: countText(sampleSize), sampleUnit };
  if (Number.isNaN(value)) return { measured: "", interval: "", ...sample };
  if (interval === null) return { measured: quantityText(value, unit), interval: "", ...sample };
  const texts = measuredTexts(value, interval, unit);
  return { measured: texts.value, interval: interval.low === interval.high ? "" : texts.ends, ...sample };
}

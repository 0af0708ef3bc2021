import { chiSquareAbove } from "./chi-square.ts";

export interface PsiSetting {
  /** Bins that the reference uses, ≥ 1. */
  readonly bins: number;
  readonly referenceCount: number;
  readonly sampleCount: number;
  /** Probability to exceed the threshold although nothing has moved, in (0, 1). */
  readonly falseAlarmRate: number;
}

/**
 * The PSI that chance alone exceeds with a given probability: (1/m + 1/n) times a chi-square quantile with bins − 1
 * degrees of freedom, because PSI of two samples of one distribution is about (1/m + 1/n) χ². Its mean is so about
 * (bins − 1)(1/m + 1/n). Holds for independent values and at least about five values a bin; values that come in
 * clusters (many rows of one household) scatter more.
 *
 * @see Yurdakul, Statistical Properties of Population Stability Index (2018), dissertation, Western Michigan University
 * @example psiThreshold({ bins: 10, referenceCount: 10_000, sampleCount: 500, falseAlarmRate: 0.05 }) // => 0.0355
 */
export function psiThreshold({ bins, referenceCount, sampleCount, falseAlarmRate }: PsiSetting): number {
  if (bins < 2) return 0;
  return (1 / referenceCount + 1 / sampleCount) * chiSquareAbove(falseAlarmRate, bins - 1);
}

/** PSI to expect when nothing has moved. */
export function expectedPsi({ bins, referenceCount, sampleCount }: Omit<PsiSetting, "falseAlarmRate">): number {
  return (bins - 1) * (1 / referenceCount + 1 / sampleCount);
}

const SMALLEST_MEAN_PER_BIN = 5;

/**
 * Fewest values for which an alarm at a fixed PSI fires by chance at most as often as stated, and for which the
 * approximation holds (five values a bin).
 *
 * @param alarmAbove  > 0
 * @returns Infinity when the reference is so small that no sample is large enough
 */
export function fewestForAlarm(alarmAbove: number, setting: Omit<PsiSetting, "sampleCount">): number {
  const { bins, referenceCount, falseAlarmRate } = setting;
  const forApproximation = SMALLEST_MEAN_PER_BIN * bins;
  if (bins < 2) return forApproximation;
  const room = alarmAbove / chiSquareAbove(falseAlarmRate, bins - 1) - 1 / referenceCount;
  return room <= 0 ? Infinity : Math.max(forApproximation, Math.ceil(1 / room));
}

import type { Random } from "../kit/random.ts";
import { fewestForAlarm } from "./calibrate.ts";
import { fitReference, psi, usedBins, type DriftReference } from "./drift/psi.ts";

/** How often, at most, an alarm may fire although nothing has moved, before it refuses to judge. */
export const FALSE_ALARM_RATE = 0.01;

export interface DriftVerdict {
  readonly fires: boolean;
  /** NaN for no values. */
  readonly psi: number;
  readonly sampleCount: number;
  /** Present when the alarm refuses to judge; it does not fire then. */
  readonly tooFew?: {
    /** Infinity when the reference is too small for any sample. */
    readonly needed: number;
    readonly reason: string;
  };
}

/**
 * Holds values against a reference. An alarm that chance could set off more often than `FALSE_ALARM_RATE` refuses to
 * judge and says how many values it needs.
 *
 * @param options.alarmAbove  PSI above which the alarm fires, e.g. 0.2
 */
export function driftAlarm(
  reference: DriftReference,
  values: ArrayLike<number>,
  { alarmAbove }: { readonly alarmAbove: number },
): DriftVerdict {
  const setting = { bins: usedBins(reference), referenceCount: reference.count, falseAlarmRate: FALSE_ALARM_RATE };
  const needed = fewestForAlarm(alarmAbove, setting);
  const sampleCount = values.length;
  const measured = psi(reference, values);
  if (sampleCount >= needed) return { fires: measured > alarmAbove, psi: measured, sampleCount };
  const reason = Number.isFinite(needed)
    ? `${sampleCount} values are too few for an alarm at ${alarmAbove} in ${setting.bins} bins: below ${needed}, chance sets it off more than 1 time in ${1 / FALSE_ALARM_RATE}`
    : `a reference of ${reference.count} values is too small for an alarm at ${alarmAbove} in ${setting.bins} bins, however many values arrive`;
  return { fires: false, psi: measured, sampleCount, tooFew: { needed, reason } };
}

export interface AlarmTrial {
  /** Values the reference is fitted on. */
  readonly referenceValues: ArrayLike<number>;
  readonly bins: number;
  /** PSI above which the alarm fires. */
  readonly alarmAbove: number;
  /** Fresh values without drift. */
  readonly sample: (random: Random) => ArrayLike<number>;
  /** The same values with drift. */
  readonly inject: (values: ArrayLike<number>, random: Random) => ArrayLike<number>;
  readonly repetitions: number;
  readonly random: Random;
}

/** Counts over all repetitions; shares and their intervals are for the reader to make. */
export interface AlarmRates {
  readonly falseAlarms: number;
  readonly detections: number;
  /** Judgements refused because of too few values, with and without drift. */
  readonly refusals: number;
  readonly repetitions: number;
}

/** How often a drift alarm fires without and with injected drift. Repetition i draws from its own streams. */
export function alarmRates(trial: AlarmTrial): AlarmRates {
  const reference = fitReference(trial.referenceValues, { bins: trial.bins });
  let falseAlarms = 0;
  let detections = 0;
  let refusals = 0;
  for (let i = 0; i < trial.repetitions; i++) {
    const random = trial.random.stream(`repetition ${i}`);
    const values = trial.sample(random.stream("sample"));
    const quiet = driftAlarm(reference, values, trial);
    const drifted = driftAlarm(reference, trial.inject(values, random.stream("inject")), trial);
    falseAlarms += Number(quiet.fires);
    detections += Number(drifted.fires);
    refusals += Number(quiet.tooFew !== undefined) + Number(drifted.tooFew !== undefined);
  }
  return { falseAlarms, detections, refusals, repetitions: trial.repetitions };
}

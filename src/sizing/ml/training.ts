import { checkCount, checkInside, checkPositive } from "../check-range.ts";
import type { Accelerator } from "./language-model.ts";

/**
 * FLOPs to train a transformer once over its data: 6 per parameter and token, forward and backward.
 *
 * @see Kaplan et al. (2020), Scaling Laws for Neural Language Models, §2.1; Hoffmann et al. (2022), appendix F
 */
export function transformerTrainingFlops(parameters: number, tokens: number): number {
  checkPositive({ parameters, tokens });
  return 6 * parameters * tokens;
}

/** How parameters are held while they are trained. */
export type TrainingPrecision = "float32" | "mixed";

/**
 * Bytes of parameters, gradients and Adam's two moments, activations aside: 16 per parameter in float32 (4 each), and 16
 * in mixed precision too (2 + 2, and 12 for the float32 copy and moments).
 *
 * @see Rajbhandari et al. (2020), ZeRO, §3.1
 */
export function trainingBytes(parameters: number, precision: TrainingPrecision): number {
  checkPositive({ parameters });
  const { weights, gradients, optimiser } = bytesPerParameter[precision];
  return parameters * (weights + gradients + optimiser);
}

const bytesPerParameter = {
  float32: { weights: 4, gradients: 4, optimiser: 8 },
  mixed: { weights: 2, gradients: 2, optimiser: 12 },
} as const;

/** Seconds of training, from FLOPs: of several accelerators that reach a share of their peak. */
export function flopsSeconds(flops: number, accelerator: Accelerator, accelerators: number): number {
  const { flopsPerSecond, reached = 0.5 } = accelerator;
  checkPositive({ flops, flopsPerSecond });
  checkInside({ reached });
  checkCount({ accelerators });
  return flops / (flopsPerSecond * reached * accelerators);
}

export interface RowTraining {
  readonly rows: number;
  /** Passes over the rows: epochs, or trees. */
  readonly passes: number;
  /** Measured, one pass, one worker. */
  readonly rowsPerSecond: number;
  readonly workers?: number;
  /** Training runs that one tuning makes; 1 when absent. */
  readonly trials?: number;
}

/** Seconds of training, from measured rows per second. */
export function rowTrainingSeconds({ rows, passes, rowsPerSecond, workers = 1, trials = 1 }: RowTraining): number {
  checkPositive({ rows, passes, rowsPerSecond });
  checkCount({ workers, trials });
  return (rows * passes * trials) / (rowsPerSecond * workers);
}

const secondsPerMonth = (365.25 / 12) * 86_400;

/** Accelerator- or machine-hours per month of a training that is repeated. */
export function trainingHoursPerMonth(training: {
  readonly seconds: number;
  readonly machines: number;
  readonly everySeconds: number;
}): number {
  checkPositive({ seconds: training.seconds, everySeconds: training.everySeconds });
  checkCount({ machines: training.machines });
  return (training.seconds / 3600) * training.machines * (secondsPerMonth / training.everySeconds);
}

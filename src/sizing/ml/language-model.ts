import { checkCount, checkInside, checkNotNegative, checkPositive } from "../check-range.ts";

/** What decides memory and speed of a transformer that answers token by token. */
export interface LanguageModel {
  /** All of them. */
  readonly parameters: number;
  /** Used per token; fewer than all in a mixture of experts. The same when absent. */
  readonly activeParameters?: number;
  readonly layers: number;
  /** Heads of keys and values: fewer than attention heads with grouped queries. */
  readonly keyValueHeads: number;
  readonly headDimensions: number;
  /** 2 for float16, 1 for int8 or fp8, 0.5 for 4 bits. */
  readonly bytesPerParameter: number;
  /** 2 for float16. */
  readonly bytesPerCacheValue: number;
}

/** Bytes of one parameter, by how it is held. */
export const bytesOfPrecision = { float32: 4, float16: 2, bfloat16: 2, fp8: 1, int8: 1, int4: 0.5 } as const;

/** One accelerator, or several that act as one. */
export interface Accelerator {
  readonly memoryBytes: number;
  readonly bytesPerSecond: number;
  /** Peak at the model's precision. */
  readonly flopsPerSecond: number;
  /** Share of the peak that is reached, in (0, 1); 0.5 when absent. */
  readonly reached?: number;
}

/**
 * Bytes of keys and values that each token keeps: 2 × layers × heads × dimensions × bytes.
 *
 * @see Pope et al. (2022), Efficiently Scaling Transformer Inference, §3.3
 * @example 32 layers, 8 heads of 128, float16 // => 131072
 */
export function cacheBytesPerToken(model: LanguageModel): number {
  const { layers, keyValueHeads, headDimensions, bytesPerCacheValue } = model;
  checkCount({ layers, keyValueHeads, headDimensions });
  checkPositive({ bytesPerCacheValue });
  return 2 * layers * keyValueHeads * headDimensions * bytesPerCacheValue;
}

/** Bytes of the parameters. */
export function parameterBytes({ parameters, bytesPerParameter }: LanguageModel): number {
  checkPositive({ parameters, bytesPerParameter });
  return parameters * bytesPerParameter;
}

/**
 * Sequences that fit beside the parameters; 0 when the parameters themselves do not fit.
 *
 * @param tokens  of each sequence, prompt and answer
 * @param spare   share of memory kept for activations and fragmentation, in (0, 1), e.g. 0.1
 */
export function sequencesThatFit(model: LanguageModel, accelerator: Accelerator, tokens: number, spare = 0.1): number {
  checkPositive({ tokens, memoryBytes: accelerator.memoryBytes });
  checkInside({ spare });
  const free = accelerator.memoryBytes * (1 - spare) - parameterBytes(model);
  return Math.max(0, Math.floor(free / (cacheBytesPerToken(model) * tokens)));
}

/**
 * Least seconds to read a prompt: 2 FLOPs per active parameter and token, and reading the parameters once. A lower
 * bound; attention itself is left out, which matters above some ten thousand tokens.
 */
export function prefillSecondsAtLeast(model: LanguageModel, accelerator: Accelerator, promptTokens: number): number {
  checkCount({ promptTokens });
  const compute = (2 * active(model) * promptTokens) / reachedFlops(accelerator);
  return Math.max(compute, parameterBytes(model) / accelerator.bytesPerSecond);
}

export interface DecodeStep {
  /** Sequences that advance together, ≥ 1. */
  readonly sequences: number;
  /** Tokens that each has so far. */
  readonly contextTokens: number;
}

/**
 * Least seconds for every sequence to gain one token: reading the parameters and all caches, or computing, whichever is
 * slower. A lower bound. For a mixture of experts all parameters are read, which holds for large batches.
 */
export function decodeSecondsAtLeast(model: LanguageModel, accelerator: Accelerator, step: DecodeStep): number {
  const { sequences, contextTokens } = step;
  checkCount({ sequences });
  checkNotNegative({ contextTokens });
  const read = parameterBytes(model) + sequences * contextTokens * cacheBytesPerToken(model);
  const compute = (2 * active(model) * sequences) / reachedFlops(accelerator);
  return Math.max(read / accelerator.bytesPerSecond, compute);
}

/** Most tokens per second over all sequences of a step. */
export function tokensPerSecondAtMost(model: LanguageModel, accelerator: Accelerator, step: DecodeStep): number {
  return step.sequences / decodeSecondsAtLeast(model, accelerator, step);
}

const active = ({ parameters, activeParameters = parameters }: LanguageModel): number => activeParameters;

function reachedFlops({ flopsPerSecond, bytesPerSecond, reached = 0.5 }: Accelerator): number {
  checkPositive({ flopsPerSecond, bytesPerSecond });
  checkInside({ reached });
  return flopsPerSecond * reached;
}

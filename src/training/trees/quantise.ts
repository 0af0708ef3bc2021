import { countBits, type WholeDerivatives } from "./kernel.ts";

/** Derivatives as whole numbers with the powers of two that turn sums back into real ones. */
export interface Quantised extends WholeDerivatives {
  /** Real gradient = whole gradient × gradientUnit. */
  gradientUnit: number;
  hessianUnit: number;
}

export function quantisedFor(rowCount: number): Quantised {
  return { gradient: new Int32Array(rowCount), hessian: new Int32Array(rowCount), gradientUnit: 1, hessianUnit: 1 };
}

/**
 * Rounds derivatives to whole multiples of a power of two, as fine as exact sums allow: about 2^-30 of the largest.
 * Sums are then the same in every order, and a histogram subtracted from its parent's leaves no residue.
 */
export function quantise(gradient: Float64Array, hessian: Float64Array, into: Quantised): void {
  into.gradientUnit = roundTo(into.gradient, gradient, 2 ** 51);
  into.hessianUnit = roundTo(into.hessian, hessian, 2 ** (61 - countBits(gradient.length)));
}

/** @returns the power of two that one unit stands for */
function roundTo(whole: Int32Array, real: Float64Array, mostSum: number): number {
  let largest = 0;
  let sum = 0;
  for (let i = 0; i < real.length; i++) {
    const size = Math.abs(real[i]!);
    if (size > largest) largest = size;
    sum += size;
  }
  if (largest === 0) {
    whole.fill(0);
    return 1;
  }
  const unit = powerOfTwoAtLeast(Math.max(largest / 2 ** 30, sum / mostSum));
  const scale = 1 / unit;
  for (let i = 0; i < real.length; i++) whole[i] = real[i]! * scale + ROUNDER - ROUNDER;
  return unit;
}

/** Adding and taking it away rounds a double below 2^51 to a whole number: its last place is then worth one. */
const ROUNDER = 1.5 * 2 ** 52;

/** Bounded so that neither the unit nor its inverse leaves the normal range. */
const powerOfTwoAtLeast = (value: number): number => 2 ** Math.min(1000, Math.max(-1000, Math.ceil(Math.log2(value))));

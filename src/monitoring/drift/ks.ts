import { Problem } from "../../kit/problem.ts";
import { defineDriftTest, type FrozenReference } from "../drift-test.ts";

/** All reference values in order, missing ones left out. */
export interface KsReference extends FrozenReference {
  readonly test: "ks";
  readonly sorted: readonly number[];
}

/**
 * @param values  NaN is missing and left out
 * @throws {Problem} `monitoring/reference-unusable` when no value is left
 */
export function fitSortedReference(values: ArrayLike<number>): KsReference {
  const sorted = Array.from(present(values));
  if (sorted.length > 0) return Object.freeze({ test: "ks", count: values.length, sorted: Object.freeze(sorted) });
  throw new Problem({
    code: "monitoring/reference-unusable",
    found: "The drift reference has no values that are not missing.",
    fix: "give at least a few hundred reference values",
  });
}

/**
 * Two-sample Kolmogorov–Smirnov statistic: the largest distance between the two distribution functions.
 *
 * @param values  NaN is missing and left out
 * @returns in [0, 1]; NaN when no value is left
 */
export function ks(reference: KsReference, values: ArrayLike<number>): number {
  const sample = present(values);
  const { sorted } = reference;
  if (sample.length === 0) return NaN;
  let largest = 0;
  for (let i = 0, j = 0; i < sorted.length && j < sample.length;) {
    const value = Math.min(sorted[i]!, sample[j]!);
    while (sorted[i] === value) i++;
    while (sample[j] === value) j++;
    largest = Math.max(largest, Math.abs(i / sorted.length - j / sample.length));
  }
  return largest;
}

/**
 * What the statistic exceeds with a given probability when both samples come from one continuous distribution; ties
 * make the true rate smaller.
 *
 * @see Smirnov (1948), Annals of Mathematical Statistics 19, 279–281; first term of the limiting distribution
 * @example ksThreshold(1000, 1000, 0.05) // => 0.0607
 */
export function ksThreshold(referenceCount: number, sampleCount: number, falseAlarmRate: number): number {
  return Math.sqrt((-Math.log(falseAlarmRate / 2) / 2) * (1 / referenceCount + 1 / sampleCount));
}

const present = (values: ArrayLike<number>): Float64Array =>
  Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();

export default defineDriftTest<KsReference>({
  name: "ks",
  definition: "Largest distance between the two empirical distribution functions; missing values are left out.",
  source: "Smirnov (1948), Annals of Mathematical Statistics 19, 279–281",
  fitReference: fitSortedReference,
  measure: ks,
  noiseThreshold: ({ sorted }, sampleCount, falseAlarmRate) => ksThreshold(sorted.length, sampleCount, falseAlarmRate),
});

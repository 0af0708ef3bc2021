import { Problem } from "../../kit/problem.ts";
import { binCounts, quantileEdges } from "../bins.ts";
import { psiThreshold } from "../calibrate.ts";
import { defineDriftTest, type FrozenReference, type ReferenceOptions } from "../drift-test.ts";

/** Quantile bins frozen on reference values. */
export interface DriftReference extends FrozenReference {
  readonly test: "psi";
  /** Strictly ascending inner edges; bin k holds edge[k − 1] < x ≤ edge[k]. */
  readonly edges: readonly number[];
  /** Reference values by bin; the last entry counts missing values. */
  readonly counts: readonly number[];
}

/**
 * Freezes bins with about equally many reference values each; fewer than asked for where values are tied.
 *
 * @param values  NaN is missing and gets a bin of its own
 * @throws {Problem} `monitoring/reference-unusable` for no values, infinite values, or fewer than two bins
 */
export function fitReference(values: ArrayLike<number>, { bins }: ReferenceOptions): DriftReference {
  const present = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (values.length === 0) throw unusable("has no values", "give at least a few hundred reference values");
  if (!Number.isInteger(bins) || bins < 2) throw unusable(`is to have ${bins} bins`, "ask for 2 bins or more");
  if (present.some((value) => !Number.isFinite(value))) {
    throw unusable("holds infinite values", "replace them by a missing value or a bound");
  }
  const edges = present.length === 0 ? [] : quantileEdges(present, bins);
  const counts = Object.freeze(binCounts(edges, values));
  return Object.freeze({ test: "psi", count: values.length, edges: Object.freeze(edges), counts });
}

/**
 * Population stability index: the sum over bins of (p − q) ln(p / q), p the reference's share and q the sample's.
 *
 * Smoothing: half an observation for each of the B bins that either side uses is added to both sides, spread over the
 * bins as both sides together are. So it is finite for an empty bin, zero exactly when all shares agree (whatever the
 * two sizes), and unmoved by bins that nobody uses.
 *
 * @returns ≥ 0; NaN for no values
 * @see Siddiqi, Credit Risk Scorecards (2006), ch. 9 for the index
 */
export function psi(reference: DriftReference, values: ArrayLike<number>): number {
  if (values.length === 0) return NaN;
  const sample = binCounts(reference.edges, values);
  const used = sample.map((count, bin) => count + reference.counts[bin]!);
  const added = used.filter((count) => count > 0).length / 2;
  const total = reference.count + values.length;
  let sum = 0;
  used.forEach((count, bin) => {
    if (count === 0) return;
    const prior = (added * count) / total;
    const p = (reference.counts[bin]! + prior) / (reference.count + added);
    const q = (sample[bin]! + prior) / (values.length + added);
    sum += (p - q) * Math.log(p / q);
  });
  return sum;
}

/** Bins that the reference itself uses; the missing bin counts where values were missing. */
export function usedBins(reference: DriftReference): number {
  return reference.counts.filter((count) => count > 0).length;
}

function unusable(found: string, fix: string): Problem {
  return new Problem({ code: "monitoring/reference-unusable", found: `The drift reference ${found}.`, fix });
}

export default defineDriftTest<DriftReference>({
  name: "psi",
  definition:
    "Sum over frozen quantile bins of (p − q) ln(p / q), half an observation per used bin added to both sides in their joint proportions; missing values are a bin.",
  source: "Siddiqi, Credit Risk Scorecards (2006); distribution: Yurdakul (2018)",
  fitReference,
  measure: psi,
  noiseThreshold: (reference, sampleCount, falseAlarmRate) =>
    psiThreshold({ bins: usedBins(reference), referenceCount: reference.count, sampleCount, falseAlarmRate }),
});

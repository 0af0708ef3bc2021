/** What a drift test keeps of the values it compares against: frozen plain data that survives a file. */
export interface FrozenReference {
  /** Name of the test that fitted it. */
  readonly test: string;
  /** Number of reference values, missing ones included. */
  readonly count: number;
}

export interface ReferenceOptions {
  /** Quantile bins wanted, ≥ 2; tests without bins ignore it. */
  readonly bins: number;
}

/** A measure of how far values have moved from a reference. Values are numbers; NaN is missing. */
export interface DriftTest<Reference extends FrozenReference = FrozenReference> {
  /** As written in a design: `psi`. */
  readonly name: string;
  /** One precise sentence: statistic, smoothing, what happens to missing values. */
  readonly definition: string;
  readonly source: string;
  /** @throws {Problem} `monitoring/reference-unusable` */
  fitReference(values: ArrayLike<number>, options: ReferenceOptions): Reference;
  /** Zero when nothing moved; grows with the difference. NaN for no values. */
  measure(reference: Reference, values: ArrayLike<number>): number;
  /** What `measure` exceeds with probability `falseAlarmRate` when nothing has moved. */
  noiseThreshold(reference: Reference, sampleCount: number, falseAlarmRate: number): number;
}

/** Hides the kind of reference, so that tests can be listed together; a test refuses another test's reference. */
export function defineDriftTest<Reference extends FrozenReference>(test: DriftTest<Reference>): DriftTest {
  const own = (reference: FrozenReference): Reference => {
    if (reference.test === test.name) return reference as Reference;
    throw new Error(`${test.name} was given a reference fitted by ${reference.test}`);
  };
  return Object.freeze({
    ...test,
    measure: (reference: FrozenReference, values: ArrayLike<number>) => test.measure(own(reference), values),
    noiseThreshold: (reference: FrozenReference, sampleCount: number, falseAlarmRate: number) =>
      test.noiseThreshold(own(reference), sampleCount, falseAlarmRate),
  });
}

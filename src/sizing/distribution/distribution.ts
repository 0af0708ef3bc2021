/**
 * How a time (of service, between arrivals) is spread. Plain data: closed forms read its moments, the simulator its draws.
 *
 * - `deterministic`: always the same.
 * - `exponential`: memoryless, the queueing textbook's choice.
 * - `gamma`: `shape` 1 is exponential, whole shapes are Erlang, below 1 is burstier.
 * - `lognormal`: by its median and 99th percentile, the two numbers that people know of a step.
 * - `hyperexponential`: one of several exponentials, with the given weights; slow and fast paths.
 * - `empirical`: one of the measured values, each as likely.
 * - `shifted`: a fixed part and the rest.
 */
export type Distribution =
  | { readonly kind: "deterministic"; readonly seconds: number }
  | { readonly kind: "exponential"; readonly meanSeconds: number }
  | { readonly kind: "gamma"; readonly meanSeconds: number; readonly shape: number }
  | { readonly kind: "lognormal"; readonly p50Seconds: number; readonly p99Seconds: number }
  | {
      readonly kind: "hyperexponential";
      readonly branches: readonly { readonly weight: number; readonly meanSeconds: number }[];
    }
  | { readonly kind: "empirical"; readonly valuesSeconds: readonly number[] }
  | { readonly kind: "shifted"; readonly bySeconds: number; readonly rest: Distribution };

/** The distribution of one kind. */
export type OfKind<Kind extends Distribution["kind"]> = Extract<Distribution, { kind: Kind }>;

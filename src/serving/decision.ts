import type { FallbackNote, StepTiming } from "./path.ts";

/** One item that was shown. */
export interface Shown {
  readonly id: string;
  /** From 1. */
  readonly position: number;
  /** Probability with which this item was put at this position; in (0, 1]. */
  readonly propensity: number;
}

/** Features of the candidates: row-major, one row per candidate, NaN where missing. */
export interface FeatureVectors {
  readonly names: readonly string[];
  readonly values: Float32Array;
}

/** Everything needed to replay a decision, to judge it, and to learn from it. */
export interface Decision {
  readonly requestId: string;
  readonly timeMillis: number;
  /** Arm of the experiment the request was in. */
  readonly arm: string;
  /** The request as it was validated. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly candidates: readonly string[];
  /** Which source proposed which candidates: indexes into `candidates`. */
  readonly sources: Readonly<Record<string, readonly number[]>>;
  readonly features: FeatureVectors | { readonly absent: string };
  /** One per candidate, NaN where there is none; empty when nothing was scored. */
  readonly scores: Float32Array | Float64Array;
  readonly shown: readonly Shown[];
  /** What made the answer: model, features, index, data. */
  readonly versions: Readonly<Record<string, string>>;
  readonly fallback?: Pick<FallbackNote, "name" | "step" | "kind" | "because"> | undefined;
  readonly timings: readonly Pick<StepTiming, "step" | "millis">[];
  readonly totalMillis: number;
}

type Packed = { readonly f32: string } | { readonly f64: string };

/** One line of JSON; numbers of vectors are packed as little-endian bytes in base64, so they come back bit by bit. */
export function encodeDecision(decision: Decision): string {
  const { features, fallback, timings } = decision;
  return JSON.stringify({
    requestId: decision.requestId,
    timeMillis: decision.timeMillis,
    arm: decision.arm,
    request: decision.request,
    candidates: decision.candidates,
    sources: decision.sources,
    features: "absent" in features ? features : { names: features.names, values: pack(features.values) },
    scores: pack(decision.scores),
    shown: decision.shown,
    versions: decision.versions,
    fallback: fallback && { name: fallback.name, step: fallback.step, kind: fallback.kind, because: fallback.because },
    timings: timings.map(({ step, millis }) => ({ step, millis })),
    totalMillis: decision.totalMillis,
  });
}

/** The inverse of {@link encodeDecision}. */
export function decodeDecision(line: string): Decision {
  const raw = JSON.parse(line) as Omit<Decision, "scores" | "features"> & {
    scores: Packed;
    features: { names: string[]; values: Packed } | { absent: string };
  };
  const { features } = raw;
  return {
    ...raw,
    features:
      "absent" in features ? features : { names: features.names, values: unpack(features.values) as Float32Array },
    scores: unpack(raw.scores),
  };
}

function pack(values: Float32Array | Float64Array): Packed {
  const text = Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");
  return values instanceof Float32Array ? { f32: text } : { f64: text };
}

/** Copied, because the bytes of a decoded text need not begin at a multiple of the element size. */
function unpack(packed: Packed): Float32Array | Float64Array {
  const bytes = Uint8Array.from(Buffer.from("f32" in packed ? packed.f32 : packed.f64, "base64"));
  return "f32" in packed ? new Float32Array(bytes.buffer) : new Float64Array(bytes.buffer);
}

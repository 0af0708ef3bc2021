import { durationText } from "../../kit/quantity.ts";
import type { Found, Where } from "../rule.ts";

/** A duration of the document, with its name and place. */
export interface Measured {
  readonly name: string;
  readonly seconds: number;
  /** As it was written. */
  readonly text: string;
  readonly at: Where;
}

/** A duration where one is given. */
export function measured(
  name: string,
  duration: { readonly seconds: number; readonly text: string } | undefined,
  at: Where,
): Measured | undefined {
  return duration && { name, seconds: duration.seconds, text: duration.text, at };
}

/** The working of a comparison of two durations. */
export function difference(longer: Measured, shorter: Measured): NonNullable<Found["working"]> {
  return {
    inputs: [longer, shorter].map(({ name, text, at }) => ({ name, value: text, at })),
    sum: `${durationText(longer.seconds)} − ${durationText(shorter.seconds)}`,
    result: `${durationText(longer.seconds - shorter.seconds)} apart`,
  };
}

import type { Design } from "../../src/design/design.ts";

/** Looks at numbers of a design that must agree; each complaint shows the working. */
export type Check = (design: Design) => string[];

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
export const short = (value: number): string => String(Number(value.toPrecision(3)));
/** A complaint where something is not as it must be. */
export const unless = (holds: boolean, complaint: string): string[] => (holds ? [] : [complaint]);

/** Pairs of durations of which the first may not be the longer; a missing one is no complaint. */
export function inOrder(
  ...pairs: [string, { seconds: number } | undefined, string, { seconds: number } | undefined][]
): string[] {
  return pairs.flatMap(([shorter, a, longer, b]) =>
    a && b ? unless(a.seconds <= b.seconds, `${shorter}: ${a.seconds} s > ${longer}: ${b.seconds} s`) : [],
  );
}

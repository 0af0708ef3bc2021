import { Problem } from "../kit/problem.ts";

type Numbers = Readonly<Record<string, number>>;

/** @throws {Problem} `sizing/out-of-range` for the first that is not a finite number above 0 */
export function checkPositive(numbers: Numbers): void {
  check(numbers, (value) => value > 0, "a number above 0");
}

/** @throws {Problem} `sizing/out-of-range` for the first that is negative or not finite */
export function checkNotNegative(numbers: Numbers): void {
  check(numbers, (value) => value >= 0, "0 or more");
}

/** @throws {Problem} `sizing/out-of-range` for the first that is not a whole number of at least `least` */
export function checkCount(numbers: Numbers, least = 1): void {
  check(numbers, (value) => Number.isInteger(value) && value >= least, `a whole number of ${least} or more`);
}

/** @throws {Problem} `sizing/out-of-range` for the first outside [0, 1] */
export function checkShare(numbers: Numbers): void {
  check(numbers, (value) => value >= 0 && value <= 1, "a share from 0 to 1");
}

/** @throws {Problem} `sizing/out-of-range` for the first that is not strictly between 0 and 1 */
export function checkInside(numbers: Numbers): void {
  check(numbers, (value) => value > 0 && value < 1, "between 0 and 1, both ends excluded");
}

function check(numbers: Numbers, holds: (value: number) => boolean, wanted: string): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (Number.isFinite(value) && holds(value)) continue;
    throw new Problem({
      code: "sizing/out-of-range",
      found: `${name} is ${value}, but it must be ${wanted}`,
      fix: `give ${name} as ${wanted}`,
    });
  }
}

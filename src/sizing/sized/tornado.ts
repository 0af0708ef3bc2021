import type { DesignDocument } from "../../design/design.ts";
import { answerAt, costAt, evaluate, type Evaluation } from "./evaluate.ts";
import { capacityTimes, latencyTarget } from "./limits.ts";
import { Sheet, type SizeOptions } from "./sheet.ts";
import type { Sway } from "./sized.ts";

interface Answers {
  readonly p99Seconds: number | undefined;
  readonly breaksAtTimes: number;
  readonly costUsdPerMonth: number;
}

/**
 * How far the p99 at peak, the load at which the first machines give in, and the cost move when one number moves from
 * its low to its high and all others stay; the largest move first. Stated times of steps are moved by a fifth.
 */
export function tornadoOf(
  document: Pick<DesignDocument, "design" | "placeOf">,
  options: SizeOptions,
  base: Evaluation,
): Sway[] {
  const here = answersOf(base);
  const swayOf = (name: string, low: number, high: number, unit: string): Sway => {
    const at = (value: number) => {
      const sheet = new Sheet(document, { ...options, assume: { ...options.assume, [name]: value } });
      return answersOf(evaluate(sheet));
    };
    return sway({ name, low, high, unit }, here, [at(low), at(high)]);
  };
  const { used, doubts } = base.sheet.book;
  const assumed = [...used.values()]
    .filter(({ figure: { low, high } }) => low < high)
    .map(({ name, figure: { low, high, unit } }) => swayOf(name, low, high, unit));
  const doubted = [...doubts].map(([name, part]) => swayOf(name, 1 - part, 1 + part, "of what is stated"));
  return [...assumed, ...doubted].filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);
}

function answersOf(evaluation: Evaluation): Answers {
  return {
    p99Seconds: answerAt(evaluation, "peak", 1, 128)?.wholeSeconds?.[
      latencyTarget(evaluation.sheet)?.percentile ?? "p99"
    ],
    breaksAtTimes: capacityTimes(evaluation),
    costUsdPerMonth: costAt(evaluation, 1).value,
  };
}

function sway(
  facts: Pick<Sway, "name" | "low" | "high" | "unit">,
  here: Answers,
  [low, high]: readonly [Answers, Answers],
): Sway {
  const p99 = low.p99Seconds !== undefined &&
    high.p99Seconds !== undefined && { low: low.p99Seconds, high: high.p99Seconds };
  const finite = Number.isFinite(low.breaksAtTimes) && Number.isFinite(high.breaksAtTimes);
  const moves = [
    p99 ? Math.abs(p99.high - p99.low) / (here.p99Seconds ?? Infinity) : 0,
    finite ? Math.abs(high.breaksAtTimes - low.breaksAtTimes) / here.breaksAtTimes : 0,
    here.costUsdPerMonth > 0 ? Math.abs(high.costUsdPerMonth - low.costUsdPerMonth) / here.costUsdPerMonth : 0,
  ];
  return {
    ...facts,
    ...(p99 && { p99Seconds: p99 }),
    ...(finite && { breaksAtTimes: { low: low.breaksAtTimes, high: high.breaksAtTimes } }),
    costUsdPerMonth: { low: low.costUsdPerMonth, high: high.costUsdPerMonth },
    weight: Number(Math.max(...moves).toFixed(6)),
  };
}

import { Problem } from "../../kit/problem.ts";

export interface WaterfallStep {
  readonly name: string;
  /** Share of the whole budget that this step may use. */
  readonly budgetMillis?: number;
  readonly p50Millis?: number;
  readonly p99Millis?: number;
  /** Names of the steps that must end first; the step before when absent, nothing for the first. */
  readonly after?: readonly string[];
}

/** One request, step by step. */
export interface Waterfall {
  readonly title: string;
  readonly description?: string;
  readonly steps: readonly WaterfallStep[];
  /** For the whole request. Percentiles of steps do not add up, so the predictions are given, not summed. */
  readonly total?: { readonly budgetMillis?: number; readonly p50Millis?: number; readonly p99Millis?: number };
}

export interface PlacedBar {
  readonly step: WaterfallStep;
  readonly startMillis: number;
}

/** A prediction is not surer than to a tenth: one that exceeds its budget by less is not called beyond it. */
export const budgetSlack = 1.1;

/** Whether a step is predicted to end beyond its budget. */
export const isBeyond = ({ p99Millis, budgetMillis }: Omit<WaterfallStep, "name">, slack = budgetSlack): boolean =>
  p99Millis !== undefined && budgetMillis !== undefined && p99Millis > budgetMillis * slack;

/** Room that a step takes in the row of steps: its budget, else what it is predicted to need. */
export const reserved = ({ budgetMillis, p99Millis, p50Millis }: WaterfallStep): number =>
  budgetMillis ?? p99Millis ?? p50Millis ?? 0;

/**
 * When each step begins, if those before it use all their budget.
 *
 * @throws {Problem} `drawing/duplicate-id` for a name used twice, `drawing/unknown-id` for an `after` that is no step
 *   before this one, `drawing/no-values` for a time that is negative or not finite
 */
export function placeBars({ steps }: Waterfall): PlacedBar[] {
  const ends = new Map<string, number>();
  return steps.map((step, at) => {
    requireSoundStep(step, at, ends);
    const before = step.after ?? steps.slice(Math.max(0, at - 1), at).map(({ name }) => name);
    const startMillis = Math.max(0, ...before.map((name) => ends.get(name)!));
    ends.set(step.name, startMillis + reserved(step));
    return { step, startMillis };
  });
}

function requireSoundStep(step: WaterfallStep, at: number, before: ReadonlyMap<string, number>): void {
  const { name, after, budgetMillis, p50Millis, p99Millis } = step;
  const path = `steps[${at}]`;
  if (before.has(name)) throw stepProblem("drawing/duplicate-id", `Two steps are named "${name}".`, path);
  const unknown = after?.find((one) => !before.has(one));
  if (unknown !== undefined) {
    throw stepProblem("drawing/unknown-id", `"${name}" waits for "${unknown}", which is no step before it.`, path);
  }
  const wrong = [budgetMillis, p50Millis, p99Millis].find(
    (millis) => millis !== undefined && !(millis >= 0 && millis < 1e9),
  );
  if (wrong !== undefined) throw stepProblem("drawing/no-values", `"${name}" takes ${wrong} ms.`, path);
}

function stepProblem(code: Problem["code"], found: string, path: string): Problem {
  return new Problem({ code, found, fix: "give each step one name and times of 0 ms or more", at: { path } });
}

import type { Design } from "../../design/design.ts";
import type { Waterfall, WaterfallStep } from "../waterfall/waterfall.ts";
import type { SizedFacts } from "./facts.ts";
import { designTitle } from "./graph-of.ts";
import { pathSteps, type PathStep } from "./parts/steps.ts";
import { title } from "./words.ts";

/**
 * The budgets of the steps of one request, and beside them what sizing predicts.
 *
 * @returns `undefined` when no step of the path has a budget or a prediction
 */
export function waterfallOf(design: Design, sized?: SizedFacts): Waterfall | undefined {
  const steps = pathSteps(design).map((step) => waterfallStep(step, sized));
  if (!steps.some(({ budgetMillis, p99Millis }) => budgetMillis ?? p99Millis)) return undefined;
  const whole = sized?.get("request");
  const budget = promisedMillis(design);
  const total = { ...(budget !== undefined && { budgetMillis: budget }), ...predicted(whole) };
  return {
    title: `${designTitle(design)} · one request`,
    steps,
    ...(Object.keys(total).length > 0 && { total }),
  };
}

function waterfallStep({ id, step }: PathStep, sized: SizedFacts | undefined): WaterfallStep {
  return {
    name: title(step.step),
    ...(step.p99 && { budgetMillis: millis(step.p99.seconds) }),
    ...predicted(sized?.get(id)),
  };
}

function predicted(fact: { readonly p50Millis?: number; readonly p99Millis?: number } | undefined) {
  return {
    ...(fact?.p50Millis !== undefined && { p50Millis: fact.p50Millis }),
    ...(fact?.p99Millis !== undefined && { p99Millis: fact.p99Millis }),
  };
}

/** What the design promises for the whole request: its p99 guardrail, else the deadline. */
function promisedMillis({ metrics, serving }: Design): number | undefined {
  const promise = metrics?.guardrails?.find(({ metric }) => metric.text === "latency p99")?.target?.quantity;
  const seconds = promise?.kind === "duration" ? promise.seconds : serving?.deadline?.seconds;
  return seconds === undefined ? undefined : millis(seconds);
}

/** Without the noise of binary fractions. */
const millis = (seconds: number): number => Number((seconds * 1000).toPrecision(12));

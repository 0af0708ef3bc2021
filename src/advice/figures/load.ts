import type { Design } from "../../design/design.ts";
import { facts } from "../facts.ts";
import { derived, stated, type Figure } from "./figure.ts";

/**
 * Peak over average. Traffic that swings over the day like a sine between nothing and its top has a top of twice the
 * mean; the busiest minute within the busiest hour adds half again: 2 × 1.5 = 3.
 */
export const peakPerAverage = 3;

/** Requests per second on average; a third of the peak where only that is stated. */
export function averageRate(design: Design): Figure | undefined {
  const { average, peak } = design.requirements?.scale?.requests ?? {};
  if (average) return stated(average.perSecond, facts(design, "requirements.scale.requests.average"));
  if (!peak) return undefined;
  const found = facts(design, "requirements.scale.requests.peak");
  return derived(peak.perSecond / peakPerAverage, found, `a third of the peak of ${peak.text}`);
}

/** Requests per second in the busiest minute; three times the average where only that is stated. */
export function peakRate(design: Design): Figure | undefined {
  const { average, peak } = design.requirements?.scale?.requests ?? {};
  if (peak) return stated(peak.perSecond, facts(design, "requirements.scale.requests.peak"));
  if (!average) return undefined;
  const found = facts(design, "requirements.scale.requests.average");
  return derived(average.perSecond * peakPerAverage, found, `${peakPerAverage} × the average of ${average.text}`);
}

/** How long a request may take, in seconds: the tightest latency guardrail, else the deadline, else the device's step budgets. */
export function latencyTarget(design: Design): Figure | undefined {
  const guardrails = (design.metrics?.guardrails ?? []).flatMap(({ metric, target }, i) =>
    metric?.name === "latency" && target?.quantity.kind === "duration"
      ? [stated(target.quantity.seconds, facts(design, `metrics.guardrails[${i}].target`))]
      : [],
  );
  const tightest = guardrails.sort((a, b) => a.value - b.value)[0];
  const { deadline } = design.serving ?? {};
  return tightest ?? (deadline && stated(deadline.seconds, facts(design, "serving.deadline")));
}

/** The freshest thing that is asked for, in seconds, among sources and features. */
export function freshnessNeeded(design: Design): Figure | undefined {
  const sources = (design.data?.sources ?? []).flatMap(({ freshness }, i) =>
    freshness ? [stated(freshness.seconds, facts(design, `data.sources[${i}].freshness`))] : [],
  );
  const features = (design.features ?? []).flatMap(({ freshness }, i) =>
    freshness ? [stated(freshness.seconds, facts(design, `features[${i}].freshness`))] : [],
  );
  return [...features, ...sources].sort((a, b) => a.value - b.value)[0];
}

/** Items in the list that a person sees: the smallest cut-off among metrics of the final list. */
export function listLength(design: Design): Figure | undefined {
  return (design.metrics?.offline ?? [])
    .flatMap(({ metric, of }, i) =>
      metric?.cutoff && !of ? [stated(metric.cutoff, facts(design, `metrics.offline[${i}].metric`))] : [],
    )
    .sort((a, b) => a.value - b.value)[0];
}

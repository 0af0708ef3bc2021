import { durationText } from "../../kit/quantity.ts";
import { percentileOfSum, type PercentileOfSum } from "../arithmetic/percentile-of-sum.ts";
import { edited } from "../edited.ts";
import { defineRule, type Found } from "../rule.ts";
import type { View } from "../view.ts";

export default defineRule({
  id: "budget-sum-exceeds-target",
  stage: "serving",
  kind: "arithmetic",
  severity: "flaw",
  why: "When every step may use its budget, the whole is later than was promised, and no step is at fault.",
  source: "Dean and Barroso, The Tail at Scale (2013), doi:10.1145/2408776.2408794",
  asks: "Each of your steps keeps its own p99. What is the p99 of the whole path, and why is it not the sum?",
  bad: (sound) => edited(sound, { "serving.path[features].p99": "90ms" }),
  *check(view) {
    const steps = pathOf(view);
    if (steps.length < 2) return;
    for (const [i, { metric, target, of }] of (view.design.metrics?.guardrails ?? []).entries()) {
      if (metric.name !== "latency" || of !== undefined || !metric.percentile || target?.quantity.kind !== "duration")
        continue;
      const sum = percentileOfSum(steps, metric.percentile);
      const targetSeconds = target.quantity.seconds;
      if (sum.independentSeconds <= targetSeconds || sum.additionSeconds <= targetSeconds) continue;
      yield late(view, ["metrics", "guardrails", i, "target"], { sum, targetSeconds, name: metric.text });
    }
  },
});

function pathOf({ design }: View) {
  return (design.serving?.path ?? []).flatMap(({ p50, p99 }) =>
    p99 ? [{ p50Seconds: p50?.seconds, p99Seconds: p99.seconds }] : [],
  );
}

function late(
  { design, written }: View,
  target: readonly (string | number)[],
  { sum, targetSeconds, name }: { sum: PercentileOfSum; targetSeconds: number; name: string },
): Found {
  const [whole, bound] = [durationText(sum.independentSeconds), durationText(sum.additionSeconds)];
  const alone = sum.leastSeconds > targetSeconds;
  const steps = (design.serving?.path ?? []).flatMap(({ step, p99 }, i) =>
    p99 ? [{ name: step, value: p99.text, at: ["serving", "path", i, "p99"] }] : [],
  );
  return {
    at: "serving.path",
    ...(alone && { severity: "blocker" }),
    found: alone
      ? `One step alone takes ${durationText(sum.leastSeconds)}, and ${name} of the whole must be ${written(target)}.`
      : `The budgets of the steps make a ${name} of ${whole}, and ${written(target)} is promised.`,
    clears: `cut the steps by ${durationText(sum.independentSeconds - targetSeconds)}, or promise a ${name} of ${whole} or more`,
    working: {
      inputs: [...steps, { name: "promised", value: written(target), at: target }],
      sum: `${name} of ${steps.length} independent steps (added up ${bound}, which is only a bound)`,
      result: whole,
    },
  };
}

import { z } from "zod";
import { Problem } from "../../kit/problem.ts";
import { bound, quantity, readAs, section } from "../fields.ts";
import { readMetric, type MetricName } from "../expressions.ts";
import type { Bound } from "../../kit/quantity.ts";

export const metricName = readAs(readMetric, ["ndcg@10", "latency p99", "errorRate"]);
const target = bound("share", "duration").describe(
  "The bound that the measured value must keep, such as `>= 0.30` or `<= 80ms`.",
);

interface Targeted {
  readonly metric: MetricName;
  readonly target?: Bound<"share" | "duration"> | undefined;
}

/** A latency is bounded by a duration, everything else by a share; a relative bound needs something to be relative to. */
function checkTarget({ metric, target }: Targeted, context: z.RefinementCtx): void {
  if (!target) return;
  const timed = metric.name === "latency";
  const { quantity } = target;
  if (timed !== (quantity.kind === "duration"))
    report(
      context,
      "quantity/wrong-unit",
      `\`${target.text}\` bounds ${metric.text}, which is ${timed ? "a duration" : "a share"}.`,
      timed
        ? `write \`${target.comparison} 80ms\` or the like`
        : `write \`${target.comparison} 0.30\` or \`${target.comparison} 5%\``,
    );
  else if (quantity.kind === "share" && quantity.relative)
    report(
      context,
      "quantity/wrong-unit",
      `\`${target.text}\` is a percentage of nothing: no baseline is named.`,
      "give an absolute bound, and say `beats: popularity` with `by: 20% relative`",
    );
}

function report(context: z.RefinementCtx, code: "quantity/wrong-unit", found: string, fix: string): void {
  context.addIssue({
    code: "custom",
    path: ["target"],
    message: found,
    params: { problem: new Problem({ code, found, fix }) },
  });
}

const offline = z
  .strictObject({
    metric: metricName,
    of: z.string().optional().describe("What is measured, when it is not the final list: `candidates`."),
    target: target.optional(),
    beats: z.string().optional().describe("The baseline that must be beaten on the same later data."),
    by: quantity("share").optional().describe("By how much: `20% relative`, or `2%` in absolute points."),
    definition: z.string().optional().describe("Any difference from the documented default definition."),
  })
  .superRefine(checkTarget);

const online = z.strictObject({
  metric: z.string(),
  primary: z.boolean().optional().describe("Whether the experiment decides on it."),
  baseline: quantity("share").optional().describe("Its value today."),
  detect: quantity("share").optional().describe("The smallest change that must be seen."),
});

const guardrail = z
  .strictObject({
    metric: metricName,
    of: z.string().optional(),
    target: target.optional(),
    at: z
      .enum(["average", "peak"])
      .optional()
      .describe("The load of `requirements.scale.requests` at which it must hold."),
  })
  .superRefine(checkTarget);

export const metrics = section("How it is judged: before release, live, and what must not get worse.", {
  offline: z.array(offline).optional().describe("Measured on held-out data before release."),
  online: z.array(online).optional().describe("Measured on people, by experiment."),
  guardrails: z.array(guardrail).optional().describe("What must not get worse."),
  link: z.string().optional().describe("Why the offline metric should move the online one, and where it would not."),
  fairness: z.string().optional().describe("Groups between which results are compared."),
});

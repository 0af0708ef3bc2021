import { z } from "zod";
import { Problem } from "../../kit/problem.ts";
import { bound, positive, quantity, readAs, section } from "../fields.ts";
import { readMetric, type MetricName } from "../expressions.ts";
import type { Bound } from "../../kit/quantity.ts";

export const metricName = readAs(readMetric, ["ndcg@10", "latency p99", "errorRate"]);
const target = bound("share", "duration").describe(
  "The bound that the measured value must keep, such as `>= 0.30` or `<= 80ms`.",
);

type Target = Bound<"share" | "duration">;
interface Targeted {
  readonly metric: MetricName;
  readonly target?: Target | undefined;
}

/** Metrics that lie between 0 and 1 by definition. */
const shares: readonly string[] =
  "ndcg recall precision map recipRank hitRate auc averagePrecision coverage errorRate".split(" ");
const lowerIsBetter: readonly string[] = ["latency", "errorRate"];

/** A latency is bounded from above by a duration, everything else by a share that it can reach. */
function checkTarget({ metric, target }: Targeted, context: z.RefinementCtx): void {
  const problem = target && (wrongUnit(metric, target) ?? wrongSide(metric, target));
  if (problem) context.addIssue({ code: "custom", path: ["target"], message: problem.found, params: { problem } });
}

/** Checked as soon as these two are read, whatever is wrong beside them. */
const whereRead = {
  when: ({ value }: { value: unknown }): boolean => {
    const { metric, target } = (value ?? {}) as { [Key in keyof Targeted]?: Partial<Targeted[Key]> };
    return metric?.name !== undefined && target?.quantity !== undefined;
  },
};

function wrongUnit(metric: MetricName, { text, comparison, quantity }: Target): Problem | undefined {
  const timed = metric.name === "latency";
  if (timed !== (quantity.kind === "duration"))
    return new Problem({
      code: "quantity/wrong-unit",
      found: `\`${text}\` bounds ${metric.text}, which is ${timed ? "a duration" : "a share"}.`,
      fix: timed ? `write \`${comparison} 80ms\` or the like` : `write \`${comparison} 0.30\` or \`${comparison} 5%\``,
    });
  if (quantity.kind === "duration" || !quantity.relative) return undefined;
  return new Problem({
    code: "quantity/wrong-unit",
    found: `\`${text}\` is a percentage of nothing: no baseline is named.`,
    fix: "give an absolute bound, and say `beats: popularity` with `by: 20% relative`",
  });
}

function wrongSide(metric: MetricName, { text, comparison, quantity }: Target): Problem | undefined {
  if (lowerIsBetter.includes(metric.name) && comparison.startsWith(">"))
    return new Problem({
      code: "design/wrong-value",
      found: `\`${text}\` asks for a high ${metric.text}, and less is better.`,
      fix: `write \`<= ${quantity.text}\``,
    });
  const share = shares.includes(metric.name) || (quantity.text.includes("%") && quantity.kind === "share");
  if (!share || quantity.kind !== "share" || quantity.share <= 1) return undefined;
  return new Problem({
    code: "quantity/out-of-range",
    found: `\`${text}\` is out of reach: ${metric.text} is at most 1, which is 100%.`,
    fix:
      quantity.share <= 100 && !text.includes("%")
        ? `write \`${text}%\`, if that is what was meant`
        : "write at most 100%",
  });
}

const offline = z
  .strictObject({
    metric: metricName,
    of: z.string().optional().describe("What is measured, when it is not the final list: `candidates`."),
    target: target.optional(),
    beats: z.string().optional().describe("The baseline that must be beaten on the same later data."),
    by: positive("share").optional().describe("By how much: `20% relative`, or `2%` in absolute points."),
    definition: z.string().optional().describe("Any difference from the documented default definition."),
  })
  .superRefine(checkTarget, whereRead);

const online = z.strictObject({
  metric: z.string(),
  primary: z.boolean().optional().describe("Whether the experiment decides on it."),
  baseline: quantity("share", { inside: true }).optional().describe("Its value today."),
  detect: positive("share").optional().describe("The smallest change that must be seen."),
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
  .superRefine(checkTarget, whereRead);

export const metrics = section("How it is judged: before release, live, and what must not get worse.", {
  offline: z.array(offline).optional().describe("Measured on held-out data before release."),
  online: z.array(online).optional().describe("Measured on people, by experiment."),
  guardrails: z.array(guardrail).optional().describe("What must not get worse."),
  link: z.string().optional().describe("Why the offline metric should move the online one, and where it would not."),
  fairness: z.string().optional().describe("Groups between which results are compared."),
});

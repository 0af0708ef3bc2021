import { z } from "zod";
import { bound, positive, quantity, readAs, section, whole, wordList, words } from "../fields.ts";
import { readMetric } from "../expressions.ts";
import { checkTarget, whereRead } from "../targets.ts";

export const metricName = readAs(readMetric, ["ndcg@10", "latency p99", "errorRate"]);
const target = bound("share", "duration", "cost", "bytes").describe(
  "The bound that the measured value must keep, such as `>= 0.30`, `<= 80ms` or `<= 0.40 $`.",
);

const judged = z
  .strictObject({
    by: z.enum(["people", "model", "people and model"]).describe("Who judges."),
    repeats: whole("How often the same answer is judged, so that disagreement can be seen."),
    agreement: z.string().optional().describe("How agreement between judges is measured, and what is asked for."),
    sample: quantity("count", { positive: true }).optional().describe("How many answers are judged."),
  })
  .describe("For what only a judge can tell, such as whether an answer is grounded in its sources.");

const offline = z
  .strictObject({
    metric: metricName.describe("Name with its cut-off, such as `ndcg@10`; the documented default definition."),
    of: z.string().optional().describe("What is measured, when it is not the final list: `candidates`."),
    on: z.string().optional().describe("The data it is measured on, when it is not the held-out part."),
    target: target.optional(),
    beats: z.string().optional().describe("The baseline that must be beaten on the same later data."),
    by: positive("share").optional().describe("By how much: `20% relative`, or `2%` in absolute points."),
    grades: z.array(z.string()).optional().describe("Grades of relevance, worst first, where there are more than two."),
    judged: judged.optional(),
    slices: z
      .array(z.string())
      .optional()
      .describe("Groups for which it is reported apart: new users, languages, night."),
    definition: z.string().optional().describe("Any difference from the documented default definition."),
  })
  .superRefine(checkTarget, whereRead);

const online = z.strictObject({
  metric: z.string().describe("What is counted on people, such as `addRate`."),
  primary: z.boolean().optional().describe("Whether the experiment decides on it: the one KPI."),
  baseline: z
    .union([quantity("share", { inside: true }), quantity("cost"), quantity("unitCost")])
    .optional()
    .describe("Its value today: a share, or money where that is what is counted."),
  spread: z
    .union([quantity("cost"), quantity("count")])
    .optional()
    .describe("Its standard deviation between units, where it is not a share; an experiment is sized by it."),
  detect: positive("share").optional().describe("The smallest change that must be seen."),
  per: z.string().optional().describe("What it is a share or a mean of: visit, user, order, impression."),
  definition: z.string().optional().describe("What exactly is counted, and in which window."),
});

const guardrail = z
  .strictObject({
    metric: metricName.describe("What must not get worse: `latency p99`, `errorRate`, `coverage`."),
    of: z.string().optional().describe("Of what, where it is not the whole: `catalogue`, `new sellers`."),
    target: target.optional(),
    at: z
      .enum(["average", "peak"])
      .optional()
      .describe("The load of `requirements.scale.requests` at which it must hold."),
    definition: z.string().optional().describe("What exactly is measured."),
  })
  .superRefine(checkTarget, whereRead);

const fairness = z
  .strictObject({
    groups: z.array(z.string()).describe("Groups between which results are compared."),
    metric: z.string().optional().describe("What is compared between them, such as `falsePositiveRate`."),
    gap: bound("share").optional().describe("The largest gap that is accepted: `<= 2%`."),
    action: z.string().optional().describe("What happens when the gap is larger."),
  })
  .describe("Groups, what is compared between them, and the gap that is accepted.");

export const metrics = section("How it is judged: before release, live, and what must not get worse.", {
  offline: z.array(offline).optional().describe("Measured on held-out data before release."),
  online: z.array(online).optional().describe("Measured on people, by experiment. One of them is primary: the KPI."),
  guardrails: z.array(guardrail).optional().describe("What must not get worse."),
  link: words("Why the offline metric should move the online one, and where it would not."),
  fairness: z
    .union([z.string(), fairness])
    .optional()
    .describe("Groups between which results are compared, and the gap that is accepted."),
  slices: wordList("Groups for which every metric is reported apart."),
});

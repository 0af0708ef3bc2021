import { z } from "zod";
import { bound, part, positive, quantity, section, whole, wordList, words } from "../fields.ts";
import { Problem } from "../../kit/problem.ts";
import type { Bound } from "../../kit/quantity.ts";
import { metricName } from "./metrics.ts";

/** An alarm says where it fires, which is not where all is well. */
function checkAlarm({ text, comparison, quantity }: Bound<"count">, context: z.RefinementCtx): void {
  if (comparison === ">" || comparison === ">=") return;
  const found = `\`${text}\` would sound the alarm while nothing drifts.`;
  const problem = new Problem({ code: "design/wrong-value", found, fix: `write \`> ${quantity.text}\`` });
  context.addIssue({ code: "custom", message: found, params: { problem } });
}

const drift = z.strictObject({
  of: z
    .enum(["features", "scores", "labels", "inputs", "embeddings", "actions"])
    .describe("What is compared with the time of training."),
  test: z.enum(["psi", "ks", "kl", "js", "chi-square", "mmd"]).describe("How the distance is measured."),
  alarm: bound("count").superRefine(checkAlarm).describe("The distance at which the alarm fires."),
  over: positive("duration").optional().describe("The stretch of live data that is compared."),
});

const decay = z
  .strictObject({
    metric: metricName.describe("The metric that is watched as labels arrive."),
    alarm: z.string().describe("Where the alarm fires: `10% below launch`."),
    before: z.string().optional().describe("What is watched until labels arrive."),
  })
  .describe("How a model that has become worse is noticed.");

const experiment = z
  .strictObject({
    unit: z.string().describe("What is assigned to an arm: user, household, query, region."),
    split: quantity("share", { inside: true }).optional().describe("Share that gets the new model."),
    power: quantity("share", { inside: true }).optional().describe("Chance to see the effect that must be seen."),
    significance: quantity("share", { inside: true }).optional().describe("Chance to see one that is not there."),
    lasts: positive("duration").optional().describe("How long it runs; whole weeks."),
    looks: whole("How often results are looked at before the end; more than one needs a sequential test.", 1, 1000),
    arms: whole("Arms, the control included.", 2, 100),
    novelty: z.string().optional().describe("How the effect of mere newness is told apart."),
    holdout: part().optional().describe("Share that keeps the old behaviour for long, so that slow effects are seen."),
    checks: z
      .string()
      .optional()
      .describe("What is checked before results are read: ratio of arms, logging, outliers."),
  })
  .describe("How the KPI decides.");

const alarm = z.strictObject({
  alarm: z.string().describe("Its name."),
  when: z.string().describe("The condition, with a number and a duration: `errorRate > 1% for 5m`."),
  severity: z.enum(["page", "ticket", "report"]).optional().describe("Whether it wakes somebody."),
  owner: z.string().optional().describe("Who answers."),
  action: z.string().optional().describe("What they do first."),
});

const watched = z.strictObject({
  what: z.string().describe("What is watched: `rows per hour`, `share of missing prices`, `queue length`."),
  alarm: z.string().optional().describe("Where the alarm fires."),
  every: positive("duration").optional().describe("How often it is looked at."),
});

const run = z.strictObject({
  when: z.string().describe("What is seen: `p99 doubled`, `precision fell`, `labels stopped`."),
  do: z.string().describe("What is done, in order."),
});

const gate = z.string().optional().describe("What a retrained model must show before it goes live.");

export const monitoring = section("How we notice that it got worse, and what happens then.", {
  drift: z.array(drift).optional().describe("Distances between now and the time of training."),
  decay: decay.optional(),
  quality: z.array(watched).optional().describe("Health of the data that comes in."),
  latency: z.array(watched).optional().describe("Speed and errors of the request path, step by step."),
  freshness: z.array(watched).optional().describe("Age of features, indexes, models."),
  skew: words("How served features are held against training features."),
  slices: wordList("Groups that are watched apart."),
  experiment: experiment.optional(),
  retrain: z
    .array(
      z.union([
        z.strictObject({ every: positive("duration").describe("On a schedule."), gate }),
        z.strictObject({ on: z.string().describe("On an event: `drift`, `decay`, `new labels`."), gate }),
      ]),
    )
    .optional()
    .describe("What starts a new training, and what the new model must show."),
  feedback: z
    .strictObject({
      log: z.string().describe("What is logged of each decision."),
      joinLabelsAfter: quantity("duration").optional().describe("When outcomes are joined to decisions."),
      signals: z.array(z.string()).optional().describe("What people do that says good or bad: accept, hide, report."),
      loop: z.string().optional().describe("How the model's own decisions shape its data, and what is done about it."),
    })
    .optional()
    .describe("What is logged, and how outcomes come back to it."),
  labels: words("How labels keep coming after launch, and how their delay is watched."),
  alarms: z.array(alarm).optional().describe("Each with a number, an owner and an action."),
  runbook: z.array(run).optional().describe("What to do when something is seen."),
  audit: words("What is kept so that a decision can be explained a year later."),
  owner: words("Who answers for it."),
});

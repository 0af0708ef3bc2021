import { z } from "zod";
import { bound, positive, quantity, section } from "../fields.ts";
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
  of: z.enum(["features", "scores"]),
  test: z.enum(["psi"]),
  alarm: bound("count").superRefine(checkAlarm).describe("The distance at which the alarm fires."),
});

export const monitoring = section("How we notice that it got worse, and what happens then.", {
  drift: z.array(drift).optional(),
  decay: z.strictObject({ metric: metricName, alarm: z.string() }).optional(),
  experiment: z
    .strictObject({
      unit: z.string(),
      split: quantity("share", { inside: true }).optional(),
      power: quantity("share", { inside: true }).optional(),
      significance: quantity("share", { inside: true }).optional(),
    })
    .optional(),
  retrain: z
    .array(z.union([z.strictObject({ every: positive("duration") }), z.strictObject({ on: z.string() })]))
    .optional(),
  feedback: z.strictObject({ log: z.string(), joinLabelsAfter: quantity("duration").optional() }).optional(),
  owner: z.string().optional(),
});

import { z } from "zod";
import { bound, quantity, section } from "../fields.ts";
import { metricName } from "./metrics.ts";

const drift = z.strictObject({
  of: z.enum(["features", "scores"]),
  test: z.enum(["psi"]),
  alarm: bound("count").describe("The distance at which the alarm fires."),
});

export const monitoring = section("How we notice that it got worse, and what happens then.", {
  drift: z.array(drift).optional(),
  decay: z.strictObject({ metric: metricName, alarm: z.string() }).optional(),
  experiment: z
    .strictObject({
      unit: z.string(),
      split: quantity("share").optional(),
      power: quantity("share").optional(),
      significance: quantity("share").optional(),
    })
    .optional(),
  retrain: z
    .array(z.union([z.strictObject({ every: quantity("duration") }), z.strictObject({ on: z.string() })]))
    .optional(),
  feedback: z.strictObject({ log: z.string(), joinLabelsAfter: quantity("duration").optional() }).optional(),
  owner: z.string().optional(),
});

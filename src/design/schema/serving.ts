import { z } from "zod";
import { part, positive, quantity, section } from "../fields.ts";

const step = z.strictObject({
  step: z.string(),
  p99: positive("duration").optional().describe("What 99 of 100 requests spend in it at most."),
});

export const serving = section("How an answer is made, in what time, and what happens when a part fails.", {
  mode: z.enum(["online", "batch", "near-real-time", "streaming", "on-device"]).optional(),
  path: z.array(step).optional().describe("The steps of one request, in order, each with its budget."),
  deadline: positive("duration").optional().describe("When a request stops waiting and the fallback answers."),
  cache: z.strictObject({ what: z.string(), for: positive("duration").optional(), hits: part().optional() }).optional(),
  fallback: z.enum(["popularity"]).optional().describe("What answers when a step fails."),
  rollout: z
    .strictObject({
      shadow: quantity("duration").optional(),
      canary: z.array(quantity("share", { part: true, positive: true })).optional(),
      rollBack: z.enum(["automatic", "by hand"]).optional(),
    })
    .optional(),
});

import { z } from "zod";
import { positive, quantity, section } from "../fields.ts";

const requests = z
  .strictObject({
    average: positive("rate").optional().describe("Requests per second over a usual day."),
    peak: positive("rate").optional().describe("Requests per second in the busiest minute that must still be served."),
  })
  .describe("How many requests arrive.");

export const requirements = section("What is asked for, by whom, at what scale, and what limits the answer.", {
  problem: z.string().optional().describe("What hurts today, in a sentence."),
  decision: z.string().optional().describe("The one decision the system takes, for whom, how often."),
  objective: z.string().optional().describe("What gets better for the business when the decision gets better."),
  today: z.string().optional().describe("How it is decided now."),
  whyMl: z.string().optional().describe("Why rules or people are not enough."),
  outOfScope: z.array(z.string()).optional().describe("What this design leaves out on purpose."),
  assumptions: z.array(z.string()).optional().describe("What is taken for granted and could be wrong."),
  scale: section("How big it is and how it grows.", {
    users: quantity("count", { positive: true, whole: true })
      .optional()
      .describe("People, households or accounts that are served."),
    items: quantity("count", { positive: true, whole: true }).optional().describe("Things to choose from."),
    requests: requests.optional(),
    events: positive("rate").optional().describe("Events that arrive per second."),
    growth: quantity("growth").optional().describe("How much larger it becomes, and by when."),
  }).optional(),
  constraints: section("What the answer must respect.", {
    privacy: z.array(z.string()).optional().describe("Privacy laws and promises."),
    regulation: z.array(z.string()).optional().describe("Other rules that apply."),
    interpretability: z.string().optional().describe("How well a single decision must be explained."),
    budget: quantity("money").optional().describe("What it may cost to run."),
    team: section("Who builds and keeps it.", {
      engineers: z.number().int().nonnegative().optional(),
      onCall: z.boolean().optional(),
    }).optional(),
  }).optional(),
  costOfErrors: z.string().optional().describe("What a wrong decision costs, and whether it can be undone."),
});

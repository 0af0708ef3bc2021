import { z } from "zod";
import { part, positive, section } from "../fields.ts";

const retriever = z.strictObject({
  kind: z.enum(["als", "popularity", "bought-before"]),
  take: z.number().int().min(1).max(10_000).optional().describe("How many candidates it gives."),
  over: positive("duration").optional().describe("Window of the events that it looks at."),
  factors: z.number().int().min(2).max(512).optional(),
});

const rank = z.strictObject({
  kind: z.enum(["gbdt"]),
  objective: z.enum(["lambdarank", "binary"]).optional(),
  trees: z.number().int().min(1).max(5000).optional(),
  leaves: z.number().int().min(2).max(255).optional(),
  learningRate: z.number().positive().max(1).optional(),
});

const rerank = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("explore"),
    policy: z.enum(["epsilon-slot"]),
    share: part().describe("Share of lists in which the last place is given to chance."),
  }),
]);

export const model = section("The simplest thing that could work, and what is put on top of it.", {
  task: z.string().optional(),
  baseline: z
    .strictObject({ kind: z.enum(["popularity"]), over: positive("duration").optional() })
    .optional()
    .describe("What a model must beat before it is released."),
  retrieve: z.array(retriever).optional().describe("Candidate generation."),
  rank: rank.optional(),
  rerank: z.array(rerank).optional(),
  train: z
    .strictObject({
      every: positive("duration").optional(),
      on: positive("duration").optional().describe("How much history it learns from."),
    })
    .optional(),
});

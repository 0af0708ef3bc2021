import { z } from "zod";
import { positive, quantity, section, words } from "../fields.ts";

const role = z.strictObject({
  role: z.string().describe("`ML engineer`, `data engineer`, `product manager`, `reviewer`."),
  people: z.number().nonnegative().optional().describe("How many; halves are allowed."),
  does: z.string().optional().describe("What they are responsible for."),
});

const choice = z.strictObject({
  part: z.string().describe("The part: `feature store`, `embedding model`, `labelling`."),
  choice: z.enum(["build", "buy", "open source", "have already"]).describe("Where it comes from."),
  because: z.string().optional().describe("Why."),
  cost: quantity("money").optional().describe("What it costs to have it."),
  exit: z.string().optional().describe("How to leave it again."),
});

const migration = z.strictObject({
  step: z.string().describe("What moves."),
  until: z.string().optional().describe("By when, or when what is true."),
  back: z.string().optional().describe("How to go back."),
});

export const organisation = section("Who builds it, keeps it, pays for it, and how it gets from here to there.", {
  owner: words("Who decides, and who answers for it."),
  team: z.array(role).optional().describe("Who works on it."),
  onCall: z
    .strictObject({
      who: z.string().describe("Who is woken."),
      hours: z.string().optional().describe("When: always, working hours."),
      answers: positive("duration").optional().describe("How soon somebody looks."),
    })
    .optional()
    .describe("Who is woken when it breaks."),
  dependsOn: z
    .array(z.strictObject({ team: z.string().describe("Another team."), for: z.string().describe("What it gives.") }))
    .optional()
    .describe("Other teams whose work this needs."),
  buildOrBuy: z.array(choice).optional().describe("Which parts are built, bought or taken as they are."),
  migration: z.array(migration).optional().describe("How it gets from the system of today to this one."),
  flywheel: words("How a better model brings better data, and what speeds that up."),
});

const risk = z.strictObject({
  risk: z.string().describe("What could go wrong."),
  likelihood: z.enum(["low", "medium", "high"]).optional().describe("How likely."),
  impact: z.enum(["low", "medium", "high"]).optional().describe("How bad."),
  mitigation: z.string().optional().describe("What is done about it."),
  signal: z.string().optional().describe("How it would be seen."),
  owner: z.string().optional().describe("Who watches it."),
});
export const risks = z.array(risk).describe("What could go wrong, what is done about it, and how it would be seen.");

const allowed = z.strictObject({
  rule: z.string().describe("Id of the rule or gate, such as `model-before-objective`."),
  at: z.string().optional().describe("Path it is allowed at; everywhere when absent."),
  because: z.string().describe("Why."),
  until: z.string().optional().describe("Day on which it must be looked at again: `2027-03-01`."),
});
export const allow = z
  .array(allowed)
  .describe("Findings and gates that were looked at and are accepted, with the reason.");

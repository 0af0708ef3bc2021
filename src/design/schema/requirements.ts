import { z } from "zod";
import { part, positive, quantity, section, whole, wordList, words } from "../fields.ts";

const requests = z
  .strictObject({
    average: positive("rate").optional().describe("Requests per second over a usual day."),
    peak: positive("rate").optional().describe("Requests per second in the busiest minute that must still be served."),
  })
  .describe("How many requests arrive.");

const wholeCount = (description: string) =>
  quantity("count", { positive: true, whole: true }).optional().describe(description);

const scale = section("How big it is and how it grows.", {
  users: wholeCount("People, households or accounts that are served."),
  items: wholeCount("Things to choose from: products, documents, ads, listings."),
  requests: requests.optional(),
  predictions: positive("rate").optional().describe("Predictions made, where one request asks for many or none does."),
  events: positive("rate").optional().describe("Events that arrive per second."),
  models: whole("Models that are served side by side."),
  growth: quantity("growth").optional().describe("How much larger it becomes, and by when."),
});

const team = section("Who builds and keeps it.", {
  engineers: whole("People who build and keep it.", 0, 100_000),
  onCall: z.boolean().optional().describe("Whether somebody is woken when it breaks."),
});

const constraints = section("What the answer must respect.", {
  privacy: wordList("Privacy laws and promises: `GDPR`, `no raw text leaves the device`."),
  regulation: wordList("Other rules that apply: `PSD2`, `EU AI Act, high risk`, `ISO 26262`."),
  interpretability: words("How well a single decision must be explained, and to whom."),
  availability: part().optional().describe("Share of time in which it must answer."),
  budget: quantity("money").optional().describe("What it may cost to run."),
  deadline: words("By when it must be live."),
  hardware: words("Hardware that is given: a phone, a vehicle computer, a cluster without accelerators."),
  team: team.optional(),
});

const priced = z.union([quantity("unitCost"), quantity("cost"), z.string()]);

const errorCosts = z
  .strictObject({
    falsePositive: priced
      .optional()
      .describe("What it costs to act where nothing was wrong: `15 $ per case`, or words."),
    falseNegative: priced.optional().describe("What it costs to miss what was there: `120 $ per case`, or words."),
    reversible: z.boolean().optional().describe("Whether a wrong decision can be undone."),
    appeal: words("How a person affected can object, and who decides."),
    worst: words("The worst single error, and what keeps it from happening."),
  })
  .describe("What each kind of error costs.");

export const requirements = section("What is asked for, by whom, at what scale, and what limits the answer.", {
  problem: words("What hurts today, in a sentence."),
  decision: words("The one decision the system takes, for whom, how often."),
  objective: words("What gets better for the business when the decision gets better."),
  worth: z
    .union([quantity("money"), z.string()])
    .optional()
    .describe("What success is worth: `40k $/month`, or words where it is not money."),
  today: words("How it is decided now, and how well that works."),
  whyMl: words("Why rules or people are not enough."),
  changes: words("How often the pattern that is learned changes, and what makes it change."),
  scope: wordList("What this design covers."),
  outOfScope: wordList("What this design leaves out on purpose."),
  assumptions: wordList("What is taken for granted and could be wrong: languages, regions, devices, signed-in users."),
  scale: scale.optional(),
  constraints: constraints.optional(),
  costOfErrors: z
    .union([z.string(), errorCosts])
    .optional()
    .describe("What a wrong decision costs, and whether it can be undone: words, or a cost for each kind of error."),
});

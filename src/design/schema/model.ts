import { z } from "zod";
import { bound, name, part, positive, quantity, section, whole, wordList, words } from "../fields.ts";
import {
  baselineKinds,
  estimators,
  explorationPolicies,
  formulations,
  modelKinds,
  objectives,
  retrieverKinds,
} from "./model-kinds.ts";

const objective = z.enum(objectives).optional().describe("The loss that training lowers.");

const index = z
  .strictObject({
    kind: z.enum(["exact", "hnsw", "ivf", "inverted"]).describe("How neighbours or terms are found."),
    recall: part().optional().describe("Share of the true nearest neighbours that it finds."),
    rebuild: positive("duration").optional().describe("How often it is built anew."),
    takes: positive("duration").optional().describe("How long building it takes."),
  })
  .describe("The index that it searches.");

const retriever = z.strictObject({
  kind: z.enum(retrieverKinds).describe("How candidates are found."),
  take: z.number().int().min(1).max(100_000).optional().describe("How many candidates it gives."),
  over: positive("duration").optional().describe("Window of the events that it looks at."),
  factors: z.number().int().min(2).max(512).optional().describe("Numbers that describe one user or item in `als`."),
  dims: whole("Numbers in one vector.", 2, 65_536),
  index: index.optional(),
  because: words("Which candidates only this one finds."),
});

const rank = z.strictObject({
  kind: z.enum(modelKinds).describe("The kind of model that orders or decides."),
  objective,
  trees: z.number().int().min(1).max(5000).optional().describe("Trees of `gbdt`."),
  leaves: z.number().int().min(2).max(255).optional().describe("Leaves of one tree."),
  learningRate: z.number().positive().max(1).optional().describe("Step of training."),
  parameters: quantity("count", { positive: true }).optional().describe("Numbers that training sets: `25M`, `8B`."),
  bytes: quantity("bytes", { positive: true }).optional().describe("Size as it is served."),
  layers: z.array(z.number().int().min(1)).optional().describe("Widths of hidden layers."),
});

const part_ = z.strictObject({
  name: name.describe("How the path and other parts refer to it."),
  kind: z.enum(modelKinds).describe("The kind of model."),
  does: z.string().optional().describe("What it takes and what it gives."),
  objective,
  parameters: quantity("count", { positive: true }).optional().describe("Numbers that training sets: `25M`, `8B`."),
  bytes: quantity("bytes", { positive: true }).optional().describe("Size as it is served."),
  from: z.string().optional().describe("The pretrained model it starts from, or `bought`."),
  dims: whole("Numbers in one vector that it gives.", 2, 65_536),
  tokens: z
    .strictObject({
      input: quantity("count", { positive: true }).optional().describe("Tokens it reads per request."),
      output: quantity("count", { positive: true }).optional().describe("Tokens it writes per request."),
      context: quantity("count", { positive: true }).optional().describe("The most it can read."),
    })
    .optional()
    .describe("For language models: what one request reads and writes."),
});

const rerank = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("explore"),
    policy: z.enum(explorationPolicies).describe("How chance is used."),
    share: part().describe("Share of decisions given to chance; for `epsilon-slot`, of lists whose last place is."),
  }),
  z.strictObject({
    kind: z.literal("diversity"),
    method: z.enum(["mmr", "dpp", "caps"]).describe("How likeness is held down."),
    strength: part().optional().describe("How much likeness counts against relevance."),
    of: z.string().optional().describe("What must differ: author, seller, topic."),
  }),
  z.strictObject({
    kind: z.literal("rules"),
    rules: z.array(z.string()).describe("Business rules that are applied last."),
  }),
  z.strictObject({
    kind: z.literal("freshness"),
    halfLife: positive("duration").optional().describe("Age at which a boost has halved."),
  }),
  z.strictObject({
    kind: z.literal("quota"),
    of: z.string().describe("Who is given a share: new sellers, small languages."),
    share: part().optional().describe("The share."),
  }),
]);

const explore = z
  .strictObject({
    policy: z.enum(explorationPolicies).describe("How chance is used."),
    share: part().optional().describe("Share of decisions given to chance."),
    within: z
      .string()
      .optional()
      .describe("Bounds that chance never leaves: `list price ± 5%`, `scores above the bar`."),
  })
  .describe("Exploration of single decisions; for lists use `rerank: [{kind: explore}]`.");

const goal = z.strictObject({
  name: z.string().describe("What is maximised or kept: `purchase`, `dwell`, `diversity`."),
  label: z.string().optional().describe("The label it is learned from."),
  weight: z.number().optional().describe("Its weight in the sum."),
  keep: z.string().optional().describe("The bound it must keep instead of a weight: `>= today`."),
});

const decide = z
  .strictObject({
    score: z.string().optional().describe("What the score means: a calibrated probability, an expected value."),
    actions: z
      .array(
        z.strictObject({
          when: z.string().describe("The condition: `score >= 0.95`, `amount > 500 and score >= 0.6`."),
          do: z.string().describe("What happens: `block`, `send to review`, `let through`."),
        }),
      )
      .describe("What follows from a score, strictest first."),
    chosenBy: z
      .string()
      .optional()
      .describe("How thresholds are set: cost of each error, capacity of review, a target."),
  })
  .describe("How a score becomes a decision.");

const auction = z
  .strictObject({
    kind: z.enum(["first-price", "second-price", "generalised second-price", "vcg"]).describe("Who pays what."),
    reserve: z
      .union([quantity("cost"), quantity("unitCost"), z.string()])
      .optional()
      .describe("The least that is taken."),
    ranksBy: z.string().optional().describe("What orders the bids: `bid × pCTR × quality`."),
    pacing: z.string().optional().describe("How a budget is spread over the day."),
  })
  .describe("How scores and bids become a winner and a price.");

const train = z
  .strictObject({
    every: positive("duration").optional().describe("How often a new model is trained."),
    on: positive("duration").optional().describe("How much history it learns from."),
    rows: quantity("count", { positive: true }).optional().describe("Rows of one training set."),
    imbalance: z.string().optional().describe("How rare outcomes are handled: weights, sampling with correction."),
    hardware: z.string().optional().describe("What it is trained on: `8 vCPU`, `4 accelerators`."),
    takes: positive("duration").optional().describe("How long one training takes."),
    distributed: z.string().optional().describe("How it is spread over machines, where it is."),
    tracked: z.string().optional().describe("How runs are recorded: seed, data version, code version, parameters."),
  })
  .describe("How a model is made.");

const tuning = z
  .strictObject({
    method: z.enum(["by hand", "grid", "random", "bayesian", "population"]).describe("How settings are searched."),
    trials: whole("How many settings are tried."),
    metric: z.string().optional().describe("What decides between them, on validation data."),
  })
  .describe("How settings are chosen.");

const offPolicy = z
  .strictObject({
    estimators: z.array(z.enum(estimators)).describe("At least two, because each is wrong in its own way."),
    gate: bound("share").optional().describe("What the estimate must show before release: `>= 0%`."),
    minimumSample: quantity("count", { positive: true })
      .optional()
      .describe("Effective sample below which it is refused."),
  })
  .describe("How a new policy is judged on logged decisions before anybody sees it.");

const explanation = z
  .strictObject({
    for: z.string().optional().describe("Who asks: the customer, the reviewer, the regulator, the engineer."),
    how: z.string().describe("How: reason codes from the trees, coefficients, citations, nearest examples."),
    each: z.string().optional().describe("What every decision carries: the three strongest reasons."),
  })
  .describe("How one decision is explained.");

const chunks = z
  .strictObject({
    tokens: quantity("count", { positive: true }).describe("Tokens of one chunk."),
    overlap: quantity("count").optional().describe("Tokens that neighbours share."),
    by: z.string().optional().describe("Where texts are cut: headings, sentences, pages."),
  })
  .describe("How documents are cut before they are indexed.");

export const model = section("The simplest thing that could work, and what is put on top of it.", {
  task: words("What is predicted, for what, from what, in a sentence."),
  formulation: z.enum(formulations).optional().describe("The kind of machine learning task."),
  level: whole("How complex the model is: 1 rules, 2 linear, 3 trees, 4 deep, 5 large language model.", 1, 5),
  climbWhen: words("What must be true before the next level is tried."),
  baseline: z
    .strictObject({
      kind: z.enum(baselineKinds).describe("The kind of baseline."),
      over: positive("duration").optional().describe("Window of the events that it looks at."),
      about: z.string().optional().describe("Its rules or inputs, in words."),
    })
    .optional()
    .describe("What a model must beat before it is released."),
  retrieve: z.array(retriever).optional().describe("Candidate generation."),
  rank: rank.optional().describe("What orders candidates, or scores the one case."),
  rerank: z.array(rerank).optional().describe("What is done to the ordered list."),
  parts: z.array(part_).optional().describe("Other models on the path, for systems that are not retrieve and rank."),
  chunks: chunks.optional(),
  decide: decide.optional(),
  auction: auction.optional(),
  explore: explore.optional(),
  coldStart: words("What happens for a user, an item or a query that was never seen."),
  objectives: z.array(goal).optional().describe("What is optimised, where it is more than one thing."),
  conflicts: words("How conflicts between objectives are settled: weights, constraints, Pareto front, rules."),
  train: train.optional(),
  tuning: tuning.optional(),
  calibration: words("How scores are made probabilities, and how that is checked."),
  offPolicy: offPolicy.optional(),
  explanation: explanation.optional(),
  iterations: wordList("What is tried first after the first release, in order."),
});

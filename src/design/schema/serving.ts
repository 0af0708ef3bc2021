import { z } from "zod";
import { oneOrMore, part, positive, quantity, section, whole, words } from "../fields.ts";

/** What can answer when a step or a model fails. */
export const fallbacks = [
  "popularity",
  "cached-answer",
  "previous-model",
  "smaller-model",
  "baseline",
  "rules",
  "most-recent",
  "bm25",
  "default-value",
  "list-price",
  "last-price",
  "no-ad",
  "no-bid",
  "no-answer",
  "let-through",
  "hold",
  "block",
  "human-review",
  "remaining-sensors",
  "safe-stop",
] as const;

const step = z.strictObject({
  step: z.string().describe("Its name, such as `features`, `retrieve`, `rank`."),
  p50: positive("duration").optional().describe("What half of requests spend in it at most."),
  p99: positive("duration").optional().describe("What 99 of 100 requests spend in it at most."),
  does: z.string().optional().describe("What it does, in half a sentence."),
  uses: z.string().optional().describe("The part of the model, the store or the service that it calls."),
  items: whole("Candidates, lookups or pages it works on for one request."),
  shards: whole("Machines that are asked at once; the slowest decides."),
  replicas: whole("Copies that share the load."),
  onFailure: z
    .enum(["fallback", "skip", "retry once", "fail"])
    .optional()
    .describe("What happens to the request when this step fails or is late."),
});

const cache = z.strictObject({
  what: z.string().describe("What is kept: `response`, `features`, `embeddings`."),
  for: positive("duration").optional().describe("How long an entry may be used."),
  hits: part().optional().describe("Share of requests that it answers."),
  invalidatedBy: z.string().optional().describe("What throws an entry away before its time."),
});

const precompute = z.strictObject({
  what: z.string().describe("What is made ahead of time: `user vectors`, `top 100 for each segment`."),
  every: positive("duration").optional().describe("How often."),
  rows: quantity("count", { positive: true }).optional().describe("How many results."),
  bytes: quantity("bytes", { positive: true }).optional().describe("Room that they take."),
});

const hardware = z.strictObject({
  for: z.string().describe("Which step or service."),
  on: z.string().describe("What it runs on: `4 vCPU, 16 GiB`, `1 accelerator, 24 GiB`, `phone`."),
  replicas: whole("How many of them."),
  utilisation: part().optional().describe("The share of its capacity that is planned to be used at peak."),
});

const batch = z
  .strictObject({
    every: positive("duration").optional().describe("How often it runs."),
    takes: positive("duration").optional().describe("How long one run may take."),
    rows: quantity("count", { positive: true }).optional().describe("Predictions of one run."),
    usableFor: positive("duration").optional().describe("How long a result may be used before it is too old."),
    publishes: z.string().optional().describe("Where results go, and how a half-written run is kept out."),
  })
  .describe("For predictions made ahead of time.");

const stream = z
  .strictObject({
    lag: positive("duration").optional().describe("How far behind the newest event a prediction may be."),
    window: positive("duration").optional().describe("How much of the stream is looked at."),
  })
  .describe("For predictions that follow a stream.");

const onDevice = z
  .strictObject({
    bytes: quantity("bytes", { positive: true }).optional().describe("Size of the model on the device."),
    fleet: quantity("count", { positive: true, whole: true }).optional().describe("Devices."),
    update: z.string().optional().describe("How a new model gets there, in which steps, and how it is taken back."),
    least: z.string().optional().describe("The weakest device that must carry it."),
  })
  .describe("For predictions on the device itself.");

const review = z
  .strictObject({
    inflow: positive("rate").optional().describe("Cases that arrive: `2k/d`."),
    reviewers: whole("People who decide at the same time."),
    perCase: positive("duration").optional().describe("How long one case takes."),
    answerWithin: positive("duration").optional().describe("How soon a case must be looked at."),
    tiers: z.array(z.string()).optional().describe("Steps of escalation, first to last."),
    appeal: z.string().optional().describe("How a decision is contested, and who decides then."),
  })
  .describe("The people who decide what the model should not decide alone.");

const rollout = z.strictObject({
  shadow: quantity("duration").optional().describe("How long it answers beside the live one without being heard."),
  canary: z
    .array(quantity("share", { part: true, positive: true }))
    .optional()
    .describe("Shares of traffic, step by step."),
  stepEvery: positive("duration").optional().describe("How long each step is watched."),
  signal: z.string().optional().describe("What decides between going on and going back."),
  rollBack: z.enum(["automatic", "by hand"]).optional().describe("Who takes a bad release back."),
  rollBackWithin: positive("duration").optional().describe("How soon the previous model answers again."),
});

const flag = z.strictObject({
  flag: z.string().describe("Its name."),
  guards: z.string().optional().describe("What it switches."),
  off: z.string().optional().describe("What happens when it is off."),
});

const scaling = z
  .strictObject({
    least: whole("Copies that always run; two or more, so that one may fail."),
    most: whole("Copies at most."),
    on: z.string().optional().describe("What it scales on: `utilisation above 60%`, `queue longer than 20`."),
    takes: positive("duration").optional().describe("How long a new copy takes until it answers."),
  })
  .describe("How capacity follows the load.");

export const serving = section("How an answer is made, in what time, and what happens when a part fails.", {
  mode: z
    .enum(["online", "batch", "near-real-time", "streaming", "on-device"])
    .optional()
    .describe("When predictions are made: on request, ahead of time, within a minute, along a stream, on the device."),
  path: z.array(step).optional().describe("The steps of one request, in order, each with its budget."),
  deadline: positive("duration").optional().describe("When a request stops waiting and the fallback answers."),
  cache: cache.optional().describe("What is kept, so that it need not be computed again."),
  precompute: z.array(precompute).optional().describe("What is made before anybody asks."),
  batch: batch.optional(),
  stream: stream.optional(),
  onDevice: onDevice.optional(),
  hardware: z.array(hardware).optional().describe("What it runs on."),
  quantisation: z
    .strictObject({
      to: z.enum(["fp16", "bf16", "int8", "int4"]).describe("Number format of the served weights."),
      loss: z.string().optional().describe("What it costs in quality, and how that was measured."),
    })
    .optional()
    .describe("Smaller numbers for a smaller, faster model."),
  fallback: oneOrMore(z.union([z.enum(fallbacks), z.strictObject({ other: z.string().describe("In words.") })]))
    .optional()
    .describe("What answers when a step fails; several are tried in order, and the last one cannot fail."),
  scaling: scaling.optional(),
  review: review.optional(),
  rollout: rollout.optional().describe("How a new model takes over, and how it is taken back."),
  flags: z.array(flag).optional().describe("Feature flags."),
  abuse: words("How callers are known and limited, and what an attacker would try."),
  guard: words("What is checked on the way out: groundedness, blocked words, price bounds, safe ranges."),
});

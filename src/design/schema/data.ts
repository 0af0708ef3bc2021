import { z } from "zod";
import { name, part, positive, quantity, readAs, section, whole, wordList, words } from "../fields.ts";
import { knownExamples, readHoldOut, readKnown } from "../expressions.ts";
import { parsePredicate } from "../../kit/predicate.ts";

const source = z.strictObject({
  name: name.describe("How features and labels refer to it."),
  kind: z
    .enum(["events", "table", "documents", "images", "stream"])
    .optional()
    .describe("Things that happen, things that are, texts, pictures, or readings that never end."),
  from: z.string().optional().describe("File or pattern, such as `transactions*.csv`; CSV, Parquet or NDJSON."),
  optional: z.boolean().optional().describe("Whether the data may lack it; it then counts as empty."),
  id: z.array(z.string()).optional().describe("Columns that together identify one event; repeats are dropped."),
  entities: z
    .record(name, z.string())
    .optional()
    .describe("Entity → column. The first entity of a label's source is for whom, the last is what."),
  time: z.string().optional().describe("Column: when it happened."),
  known: readAs(readKnown, knownExamples)
    .optional()
    .describe("Column: when we could have known it; the time itself when absent."),
  volume: positive("rate").optional().describe("Events per second."),
  rows: quantity("count", { positive: true })
    .optional()
    .describe("How many rows, documents or pictures there are now."),
  rowBytes: quantity("bytes", { positive: true }).optional().describe("Size of one row, document or picture."),
  freshness: positive("duration").optional().describe("How soon after it happened (or changed) it can be used."),
  personal: z.array(z.string()).optional().describe("Columns that identify or describe a person."),
  checks: z
    .array(z.string())
    .optional()
    .describe("What every row or day must satisfy: `rating in 1..5`, `user_id not null`."),
  retention: quantity("duration").optional().describe("How long it is kept."),
  owner: words("The team that owns it, and whom to ask when it changes."),
  about: words("What one row is, and how it is collected."),
});

const bias = z.union([
  z.string(),
  z.strictObject({
    kind: z
      .string()
      .describe("`position`, `exposure`, `popularity`, `selection`, `survivorship`, `annotator` or another."),
    handled: z.string().describe("What is done about it."),
  }),
]);

const label = z.strictObject({
  name: name.describe("How metrics and the model refer to it."),
  from: z.string().optional().describe("The source whose events are the outcome."),
  positive: readAs(parsePredicate, ["rating >= 4", "quantity > 0"])
    .optional()
    .describe("Which events count as a positive outcome."),
  negatives: words("Where the negative examples come from: shown and not clicked, sampled, everything not reported."),
  per: z
    .string()
    .optional()
    .describe("Column that groups the outcomes of one decision, such as a basket or a session."),
  window: positive("duration").optional().describe("How long after the decision an outcome still counts."),
  delay: quantity("duration").optional().describe("How long 90% of outcomes take to arrive."),
  strategy: words("How labels come about: implicit feedback, human review, chargebacks, weak supervision, simulation."),
  balance: part().optional().describe("Share of positive outcomes."),
  classes: z.array(z.string()).optional().describe("The classes, where there are more than two."),
  noise: part().optional().describe("Share of labels that are wrong, and known from a re-labelled sample."),
  cost: quantity("unitCost").optional().describe("What one label costs: `0.25 $ per label`."),
  perDay: positive("rate").optional().describe("How many new labels arrive: `12k/d`."),
  bias: z.array(bias).optional().describe("How the labels differ from the truth: a word, or what is done about it."),
});

const split = z.strictObject({
  by: z
    .enum(["time", "entity", "group", "random"])
    .describe("What is held out: later data, entities never seen, whole groups, or rows drawn by chance."),
  test: readAs(readHoldOut, ["last 10%", "last 28d"]).optional().describe("The part that is judged on."),
  validation: readAs(readHoldOut, ["last 10%", "last 14d"])
    .optional()
    .describe("The part before it, on which settings are chosen."),
  entity: z.string().optional().describe("The entity that never stands on both sides."),
  gap: quantity("duration").optional().describe("Time left out between training and test, so that labels cannot leak."),
  duplicates: words("How near-duplicates are kept on one side."),
});

const pipeline = z.strictObject({
  step: z.string().describe("What it does: `deduplicate`, `join clicks`, `tokenise`."),
  kind: z.enum(["batch", "streaming"]).optional().describe("Whether it runs now and then, or all the time."),
  every: positive("duration").optional().describe("How often a batch runs."),
  lateness: quantity("duration").optional().describe("How late an event may be and still be counted."),
  badRows: words("What happens with a row that fails: quarantine, default, stop."),
});

const erasure = z
  .strictObject({
    within: positive("duration").optional().describe("How soon after the request a person is gone."),
    reaches: z
      .array(z.string())
      .optional()
      .describe("From where: `log`, `features`, `training sets`, `model`, `index`."),
    how: z.string().optional().describe("How it is done, and how it is proved."),
  })
  .describe("How a person is removed.");

const personal = z
  .strictObject({
    basis: z.string().optional().describe("Why the data may be used: consent, contract, legitimate interest, duty."),
    kept: z.string().optional().describe("What is kept of a person and where: hashed id, coarse region, no raw text."),
    never: z.array(z.string()).optional().describe("What never reaches a log, a feature or a model."),
  })
  .describe("How data about people is used.");

export const data = section("Where the facts come from, what counts as an outcome, and what is held out.", {
  sources: z.array(source).optional().describe("Where facts come from."),
  labels: z.array(label).optional().describe("What counts as an outcome, when it is known, and what it costs."),
  biases: z.array(bias).optional().describe("How the data differs from the world it will be used on."),
  pipelines: z.array(pipeline).optional().describe("What happens to data between its source and the feature store."),
  augmentation: words("How data is added where it is thin: noise, back-translation, simulation, hard negatives."),
  split: split.optional().describe("What is held out."),
  versions: words("How a data set can be had again: snapshots, table versions, content hashes."),
  retention: quantity("duration").optional().describe("How long training data is kept."),
  personal: personal.optional(),
  erasure: erasure.optional(),
  annotators: whole("People who label.", 0),
  languages: wordList("Languages that occur."),
});

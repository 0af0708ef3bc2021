import { z } from "zod";
import { positive, quantity, readAs, section } from "../fields.ts";
import { knownExamples, readHoldOut, readKnown } from "../expressions.ts";
import { parsePredicate } from "../../kit/predicate.ts";

const name = z.string().regex(/^[A-Za-z]\w*$/, "starts with a letter and holds only letters, digits and _");

const source = z.strictObject({
  name: name.describe("How features and labels refer to it."),
  kind: z.enum(["events", "table"]).optional().describe("Things that happen, or things that are."),
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
  freshness: positive("duration").optional().describe("How soon after it happened (or changed) it can be used."),
  personal: z.array(z.string()).optional().describe("Columns that identify or describe a person."),
  checks: z
    .array(z.string())
    .optional()
    .describe("What every row or day must satisfy: `rating in 1..5`, `user_id not null`."),
  retention: quantity("duration").optional().describe("How long it is kept."),
});

const label = z.strictObject({
  name,
  from: z.string().describe("The source whose events are the outcome."),
  positive: readAs(parsePredicate, ["rating >= 4", "quantity > 0"])
    .optional()
    .describe("Which events count as a positive outcome."),
  per: z
    .string()
    .optional()
    .describe("Column that groups the outcomes of one decision, such as a basket or a session."),
  window: positive("duration").optional().describe("How long after the decision an outcome still counts."),
  delay: quantity("duration").optional().describe("How long 90% of outcomes take to arrive."),
  strategy: z.string().optional(),
  bias: z.array(z.string()).optional(),
});

const split = z.strictObject({
  by: z.enum(["time"]).describe("Later data is held out."),
  test: readAs(readHoldOut, ["last 10%", "last 28d"]).optional(),
});

export const data = section("Where the facts come from, what counts as an outcome, and what is held out.", {
  sources: z.array(source).optional(),
  labels: z.array(label).optional(),
  split: split.optional(),
});

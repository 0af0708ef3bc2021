import { z } from "zod";
import { name, oneOrMore, positive, quantity, readAs, whole, words } from "../fields.ts";
import { featureExamples, readFeature } from "../expressions.ts";

/** What a feature describes, in the field's usual groups. */
export const featureGroups = ["user", "item", "context", "interaction", "cross", "query", "content", "graph"] as const;

const feature = z.strictObject({
  name: name.describe("Its name in the model, in logs and in drift reports."),
  group: z
    .enum(featureGroups)
    .optional()
    .describe("What it describes: who asks, what is offered, the moment, their history, or a crossing of these."),
  entity: oneOrMore(z.string()).optional().describe("The entity or entities that it describes; none for the request."),
  from: z.string().optional().describe("The source it is computed from."),
  is: readAs(readFeature, featureExamples)
    .optional()
    .describe("Its definition; one definition serves training and serving."),
  means: words("What it is in plain words, where its definition is code."),
  over: positive("duration").optional().describe("Window that ends at the moment of the decision."),
  freshness: positive("duration").optional().describe("How soon an event must show in it."),
  computed: z
    .enum(["offline", "online", "on-demand"])
    .optional()
    .describe("Ahead of time in batches, as events arrive, or from the request itself."),
  type: z.enum(["number", "category", "text", "embedding", "flag"]).optional().describe("What kind of value it has."),
  dims: whole("Numbers in one value of an embedding."),
  bytes: quantity("bytes", { positive: true }).optional().describe("Size of one stored value."),
  missing: z
    .union([z.number(), z.string()])
    .optional()
    .describe("The value where nothing is known, the same in training and serving."),
  version: whole("Raised whenever its definition changes; both versions live side by side until a release has moved."),
});

export const features = z
  .array(feature)
  .describe("What the model sees. Each has one definition, for training and for serving.");

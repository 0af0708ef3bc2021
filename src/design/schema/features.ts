import { z } from "zod";
import { oneOrMore, positive, readAs } from "../fields.ts";
import { featureExamples, readFeature } from "../expressions.ts";

const feature = z.strictObject({
  name: z.string().regex(/^[A-Za-z]\w*$/, "starts with a letter and holds only letters, digits and _"),
  entity: oneOrMore(z.string()).describe("The entity or entities that it describes."),
  from: z.string().optional().describe("The source it is computed from."),
  is: readAs(readFeature, featureExamples)
    .optional()
    .describe("Its definition; one definition serves training and serving."),
  over: positive("duration").optional().describe("Window that ends at the moment of the decision."),
  freshness: positive("duration").optional().describe("How soon an event must show in it."),
});

export const features = z
  .array(feature)
  .describe("What the model sees. Each has one definition, for training and for serving.");

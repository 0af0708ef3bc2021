import { z } from "zod";
import { section } from "../fields.ts";
import { requirements } from "./requirements.ts";
import { metrics } from "./metrics.ts";
import { data } from "./data.ts";
import { features } from "./features.ts";
import { model } from "./model.ts";
import { serving } from "./serving.ts";
import { monitoring } from "./monitoring.ts";

/** The stages of a design, in the order in which they are written and read. */
export const stages = ["requirements", "metrics", "data", "features", "model", "serving", "monitoring"] as const;
export type Stage = (typeof stages)[number];

/** The whole document. Every stage may be missing: three lines are a design. */
export const designSchema = section("A machine learning system, as claims that can be held against reality.", {
  plumbline: z.literal(1).describe("Version of this format."),
  name: z
    .string()
    .regex(/^[\w][\w.-]{0,99}$/, "holds letters, digits, `-`, `_` and `.`, at most 100")
    .describe("Short name, used for folders and reports."),
  system: z.enum(["recommendation"]).optional().describe("The kind of system, which decides how it can be run."),
  stage: z.enum(["concept", "prototype", "production"]).optional().describe("How far along it is."),
  requirements: requirements.optional(),
  metrics: metrics.optional(),
  data: data.optional(),
  features: features.optional(),
  model: model.optional(),
  serving: serving.optional(),
  monitoring: monitoring.optional(),
});

/** What a person writes. */
export type DesignInput = z.input<typeof designSchema>;
/** What a reader of designs gets: quantities read, plain data. */
export type DesignValue = z.output<typeof designSchema>;

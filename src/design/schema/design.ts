import { z } from "zod";
import { section, words } from "../fields.ts";
import { architecture } from "./architecture.ts";
import { requirements } from "./requirements.ts";
import { metrics } from "./metrics.ts";
import { data } from "./data.ts";
import { features } from "./features.ts";
import { model } from "./model.ts";
import { serving } from "./serving.ts";
import { monitoring } from "./monitoring.ts";
import { allow, organisation, risks } from "./organisation.ts";

/** The stages of a design, in the order in which they are written and read. */
export const stages = ["requirements", "metrics", "data", "features", "model", "serving", "monitoring"] as const;
export type Stage = (typeof stages)[number];

/** The kinds of system that the format has a word for; some of them can also be run. */
export const systems = [
  "recommendation",
  "feed",
  "search",
  "fraud",
  "moderation",
  "spam",
  "ads",
  "bidding",
  "rag",
  "pricing",
  "perception",
  "platform",
  "other",
] as const;
export type System = (typeof systems)[number];

/** The ways to read a design; see `lenses.ts`. */
export const lensNames = ["seven-stage", "five-phase", "flow-template", "interviewer", "overview"] as const;
export type LensName = (typeof lensNames)[number];

/** The whole document. Every stage may be missing: three lines are a design. */
export const designSchema = section("A machine learning system, as claims that can be held against reality.", {
  plumbline: z.literal(1).describe("Version of this format."),
  name: z
    .string()
    .regex(/^[\w][\w.-]{0,99}$/, "holds letters, digits, `-`, `_` and `.`, at most 100")
    .describe("Short name, used for folders and reports."),
  title: words("Its name for readers, as a heading."),
  system: z.enum(systems).optional().describe("The kind of system, which decides what is asked and how it can be run."),
  stage: z
    .enum(["concept", "prototype", "production"])
    .optional()
    .describe("How far along it is; it decides how severe a missing part is."),
  lens: z.enum(lensNames).optional().describe("The order in which the guide asks and documents are rendered."),
  requirements: requirements.optional(),
  metrics: metrics.optional(),
  data: data.optional(),
  features: features.optional(),
  model: model.optional(),
  serving: serving.optional(),
  monitoring: monitoring.optional(),
  architecture: architecture.optional(),
  risks: risks.optional(),
  organisation: organisation.optional(),
  allow: allow.optional(),
});

/** What a person writes. */
export type DesignInput = z.input<typeof designSchema>;
/** What a reader of designs gets: quantities read, plain data. */
export type DesignValue = z.output<typeof designSchema>;

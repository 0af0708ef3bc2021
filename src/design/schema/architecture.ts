import { z } from "zod";
import { section, whole, words } from "../fields.ts";
import { layerNames } from "./layers.ts";

/** Where a component stands in the picture. */
export const planes = ["source", "offline", "training", "online", "monitoring"] as const;

const component = z.strictObject({
  name: z.string().describe("What people call it: `Event log`, `Ranker`."),
  kind: z
    .enum([
      "client",
      "source",
      "queue",
      "pipeline",
      "store",
      "index",
      "feature store",
      "trainer",
      "registry",
      "service",
      "model",
      "cache",
      "rules",
      "people",
      "monitor",
      "experiment",
    ])
    .optional()
    .describe("What kind of thing it is."),
  plane: z.enum(planes).optional().describe("Where it stands: sources, offline, training, online, monitoring."),
  layer: z.enum(layerNames).optional().describe("Which of the nine layers it belongs to."),
  does: words("What it does, in half a sentence."),
  detail: words("The one number that matters: `40k requests/s`, `p99 6 ms`, `14 TB`."),
  replicas: whole("Copies that run."),
});

const flow = z.strictObject({
  from: z.string().describe("Name of a component."),
  to: z.string().describe("Name of a component."),
  carries: words("What flows: `events`, `top 500 ids`."),
  kind: z.enum(["data", "request", "control", "feedback"]).optional().describe("What kind of flow it is."),
});

export const architecture = section("Components and flows, where the stages do not already say them.", {
  components: z.array(component).optional().describe("The parts."),
  flows: z.array(flow).optional().describe("What flows between them."),
});

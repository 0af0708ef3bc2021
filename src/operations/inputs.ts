import { z } from "zod";

/** Inputs that several operations share. */
export const designInput = z
  .string()
  .describe("The design document: YAML, or TypeScript that default-exports defineDesign({…}).");

/** Of pictures, which else show what sizing predicts. */
export const plainInput = z.boolean().default(false).describe("Draw what the design says alone, without predictions.");

export const systemInputs = {
  data: z
    .string()
    .optional()
    .describe("Folder with the data files that `from:` names; a simulated world when absent.")
    .meta({ word: "folder" }),
  work: z
    .string()
    .default(".plumb")
    .describe("Folder that keeps data, models and reports between runs.")
    .meta({ word: "folder" }),
  seed: z.string().default("1").describe("Seed of everything drawn by chance.").meta({ word: "seed" }),
  model: z
    .string()
    .optional()
    .describe("ONNX file of a ranker trained elsewhere, judged and served in place of the built-in one.")
    .meta({ word: "file" }),
  inject: z
    .array(z.string())
    .default([])
    .describe("A fault to put into the request path, such as `rank: sleep 200ms` or `rank: fail`.")
    .meta({ word: "fault" }),
};

/** Inputs of a sitting with the guide. */
export const guideInputs = {
  answers: z
    .string()
    .optional()
    .describe("A file of answers, `path: answer` on each line or a list in order; `-` reads standard input.")
    .meta({ word: "file" }),
  anyway: z
    .string()
    .optional()
    .describe("Model although the objective, the KPI or the scale is open; the reason is written into the document.")
    .meta({ word: "reason" }),
};

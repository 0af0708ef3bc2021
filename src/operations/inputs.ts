import { z } from "zod";

/** Inputs that several operations share. */
export const designInput = z
  .string()
  .describe("The design document: YAML, or TypeScript that default-exports defineDesign({…}).");

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
  inject: z
    .array(z.string())
    .default([])
    .describe("A fault to put into the request path, such as `rank: sleep 200ms` or `rank: fail`.")
    .meta({ word: "fault" }),
};

import { z } from "zod";
import { lensNames } from "../design/schema/design.ts";
import { readAnswers } from "./guide/answers.ts";
import { openDesignFile } from "./files/design-file.ts";
import { guideSession, type SessionOutput } from "./guide/session.ts";
import { guideInputs } from "./inputs.ts";
import { defineOperation } from "./operation.ts";
import { recommend } from "./guide/recommend.ts";

export default defineOperation({
  name: "ask",
  group: "write",
  sentence: "Ask what is open in a design and matters most, and write each answer into the file.",
  input: z.object({
    design: z.string().describe("The design document, as YAML."),
    ...guideInputs,
    about: z
      .string()
      .optional()
      .describe("Only questions about a stage, such as `data`, or a section of the lens.")
      .meta({ word: "stage" }),
    lens: z.enum(lensNames).optional().describe("The order in which to ask.").meta({ word: "lens" }),
    most: z.number().int().min(1).max(20).default(5).describe("Questions in one sitting.").meta({ word: "number" }),
  }),
  positional: ["design"],
  effect: "writes",
  examples: [
    { line: "plumb ask my.design.yaml", does: "the next five questions; Enter takes what is recommended" },
    { line: "plumb ask my.design.yaml --about data", does: "only the questions about the data" },
    { line: "plumb ask my.design.yaml --answers answers.yaml", does: "without a terminal, from a file" },
  ],
  async run({ design, answers, ...options }, context): Promise<SessionOutput> {
    const target = await openDesignFile(design);
    return guideSession(
      target,
      { ...options, recommend, answers: answers ? readAnswers(answers) : undefined },
      context,
    );
  },
  exitCode: () => 0,
});

import { z } from "zod";
import { claims } from "../design/claims.ts";
import { nextQuestions, type Sitting } from "../advice/guide/sitting.ts";
import type { Unsettled } from "../design/unsettled.ts";
import { stages, type Stage } from "../design/schema/design.ts";
import { designInput } from "./inputs.ts";
import { defineOperation } from "./operation.ts";
import { readDesign } from "./files/read-design.ts";
import { recommend } from "./guide/recommend.ts";

export interface CheckOutput {
  readonly file: string;
  readonly design: string;
  /** Stage → how many claims it makes; stages that are not written are left out. */
  readonly stages: Partial<Record<Stage, number>>;
  readonly unsettled: Readonly<Record<string, Unsettled>>;
  readonly next: Sitting;
}

export default defineOperation({
  name: "check",
  group: "write",
  sentence: "Check that a design can be read, and say what is written, what is open and what to settle next.",
  input: z.object({ design: designInput }),
  positional: ["design"],
  effect: "reads",
  examples: [{ line: "plumb check my.design.yaml", does: "every mistake with its line, or what is still open" }],
  async run({ design }): Promise<CheckOutput> {
    const document = await readDesign(design);
    const all = claims(document);
    const written = stages.filter((stage) => document.design[stage] !== undefined);
    return {
      file: design,
      design: document.design.name,
      stages: Object.fromEntries(written.map((stage) => [stage, all.filter((claim) => claim.stage === stage).length])),
      unsettled: document.design.unsettled,
      next: nextQuestions(document.design, { recommend }),
    };
  },
  exitCode: () => 0,
});

import { z } from "zod";
import { claims, type Claim } from "../design/claims.ts";
import type { Unsettled } from "../design/unsettled.ts";
import { defineOperation } from "./operation.ts";
import { readDesign } from "./files/read-design.ts";
import { designInput } from "./inputs.ts";

export interface ClaimsOutput {
  readonly design: string;
  readonly file: string;
  readonly claims: readonly Claim[];
  /** What the document leaves open on purpose, by path. */
  readonly unsettled: Readonly<Record<string, Unsettled>>;
}

export default defineOperation({
  name: "claims",
  group: "run",
  sentence: "List every promise of a design, with its place and what would measure it.",
  input: z.object({ design: designInput }),
  positional: ["design"],
  effect: "reads",
  examples: [{ line: "plumb claims examples/grocery/grocery.design.yaml", does: "what does this design promise?" }],
  async run({ design }): Promise<ClaimsOutput> {
    const document = await readDesign(design);
    return {
      design: document.design.name,
      file: document.file,
      claims: claims(document),
      unsettled: document.design.unsettled,
    };
  },
  exitCode: () => 0,
});

import { z } from "zod";
import { compareDesigns, type DesignDiff } from "../design/diff.ts";
import { diffBlocks } from "../documents/diff-text.ts";
import { markdownOf } from "../documents/index.ts";
import { defineOperation } from "./operation.ts";
import { readRevision } from "./files/revision.ts";

export interface DiffOutput {
  readonly before: string;
  readonly after: string;
  readonly diff: DesignDiff;
  /** For a pull request, when it was asked for. */
  readonly markdown?: string;
}

export default defineOperation({
  name: "diff",
  group: "understand",
  sentence: "Say what changed in meaning between two designs, claim by claim, and which verdicts are void.",
  input: z.object({
    before: z.string().describe("A design: a file, or `REVISION:FILE` from git."),
    after: z.string().optional().describe("The other one; when absent, the first is compared with its last commit."),
    format: z.enum(["text", "md"]).default("text").describe("Use md for a pull request.").meta({ word: "format" }),
  }),
  positional: ["before", "after"],
  effect: "reads",
  examples: [
    { line: "plumb diff my.design.yaml", does: "what changed since the last commit" },
    { line: "plumb diff main:my.design.yaml my.design.yaml --format md", does: "the text for a pull request" },
  ],
  async run({ before, after, format }): Promise<DiffOutput> {
    const names = after === undefined ? { before: `HEAD:${before}`, after: before } : { before, after };
    const [was, is] = [await readRevision(names.before), await readRevision(names.after)];
    const diff = compareDesigns(was, is);
    return { ...names, diff, ...(format === "md" && { markdown: markdownOf(diffBlocks(diff, names)) }) };
  },
  exitCode: () => 0,
});

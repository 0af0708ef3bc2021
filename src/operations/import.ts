import { z } from "zod";
import { importMarkdown, type Imported } from "../documents/import/index.ts";
import { createDesignFile } from "./files/design-file.ts";
import { readMarkdown } from "./files/read-markdown.ts";
import { defineOperation } from "./operation.ts";

export interface ImportOutput extends Imported {
  /** The Markdown file. */
  readonly from: string;
  /** The design file; absent when it was only made. */
  readonly file?: string;
}

export default defineOperation({
  name: "import",
  group: "write",
  sentence:
    "Turn a Markdown design document into a typed design: what it states, and a list of what could not be placed.",
  input: z.object({
    document: z.string().describe("The Markdown file."),
    out: z
      .string()
      .optional()
      .describe("The design file to write; standard output when absent.")
      .meta({ word: "file" }),
  }),
  positional: ["document"],
  effect: "writes",
  examples: [
    { line: "plumb import design.md --out my.design.yaml", does: "every number becomes a claim, marked as imported" },
    { line: "plumb import design.md", does: "see the design, and what could not be placed" },
  ],
  async run({ document, out }): Promise<ImportOutput> {
    const imported = importMarkdown(readMarkdown(document), { file: document });
    if (out === undefined) return { ...imported, from: document };
    createDesignFile(out, imported.yaml);
    return { ...imported, from: document, file: out };
  },
  exitCode: () => 0,
});

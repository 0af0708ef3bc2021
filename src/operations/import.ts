import { readFileSync, statSync } from "node:fs";
import { z } from "zod";
import { importMarkdown, maximumImportCharacters, type Imported } from "../documents/import/index.ts";
import { Problem } from "../kit/problem.ts";
import { createDesignFile } from "./files/design-file.ts";
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

/** Larger files are refused by their size, before they are read. */
function readMarkdown(file: string): string {
  try {
    if (statSync(file).size <= 4 * maximumImportCharacters)
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(readFileSync(file));
  } catch (cause) {
    throw new Problem({
      code: cause instanceof TypeError ? "import/not-text" : "design/unreadable",
      found: `\`${file}\` cannot be read (${(cause as Error).message.split(",")[0]}).`,
      fix: "name a Markdown file in UTF-8 that this user may read",
      at: { file },
      cause,
    });
  }
  throw new Problem({
    code: "import/too-large",
    found: `\`${file}\` has more than ${(4 * maximumImportCharacters) / 1e6} MB.`,
    fix: "give the part that describes the design",
    at: { file },
  });
}

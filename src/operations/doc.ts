import { basename, dirname } from "node:path";
import { z } from "zod";
import { claims } from "../design/claims.ts";
import { lensNamed } from "../design/lenses.ts";
import { lensNames } from "../design/schema/design.ts";
import { documentBlocks, documentPage, markdownOf } from "../documents/index.ts";
import { writeWhole } from "../run/keep.ts";
import { documentPictures } from "./drawing/document-pictures.ts";
import { designInput, plainInput, systemInputs } from "./inputs.ts";
import { latestVerdicts } from "./files/latest-verdicts.ts";
import { defineOperation } from "./operation.ts";
import { readDesign } from "./files/read-design.ts";

export interface DocOutput {
  readonly text: string;
  /** Where it was written; absent when it was only made. */
  readonly file?: string;
}

export default defineOperation({
  name: "doc",
  group: "understand",
  sentence: "Render a design as a document through a lens: Markdown, or one HTML file.",
  input: z.object({
    design: designInput,
    lens: z
      .enum(lensNames)
      .optional()
      .describe("Order of the sections; that of the design, or seven stages.")
      .meta({ word: "lens" }),
    format: z.enum(["md", "html"]).optional().describe("By default that of `--out`, or md.").meta({ word: "format" }),
    out: z.string().optional().describe("File to write; standard output when absent.").meta({ word: "file" }),
    plain: plainInput,
    work: systemInputs.work.describe("Folder in which verdicts are looked up and layouts of pictures are kept."),
  }),
  positional: ["design"],
  effect: "writes",
  examples: [
    { line: "plumb doc my.design.yaml", does: "as Markdown, to read or to paste into a wiki" },
    {
      line: "plumb doc my.design.yaml --lens interviewer --out design.html",
      does: "as a page, in the order of a round",
    },
  ],
  async run({ design, lens, format, out, plain, work }): Promise<DocOutput> {
    const document = await readDesign(design);
    const all = claims(document);
    const verdicts = latestVerdicts(work, document.design.name, all);
    const html = (format ?? (out?.endsWith(".html") ? "html" : "md")) === "html";
    const pictures = await documentPictures(document, { html, plain, work });
    const blocks = documentBlocks(document, {
      lens: lensNamed(lens ?? document.design.lens ?? "seven-stage"),
      claims: all,
      ...(verdicts && { verdicts }),
      pictures,
    });
    const text = html ? documentPage(blocks) : markdownOf(blocks);
    if (out === undefined) return { text };
    return { text, file: writeWhole(dirname(out), basename(out), text) };
  },
  exitCode: () => 0,
});

import { basename, dirname } from "node:path";
import { z } from "zod";
import { sizedFacts, themes, type Theme } from "../drawing/index.ts";
import { sizeDesign } from "../sizing/sized/index.ts";
import { writeWhole } from "../run/keep.ts";
import { layOutKept } from "./drawing/layout-files.ts";
import { drawable, formatOf, pictureNames, type Drawable, type Format, type PictureName } from "./drawing/picture.ts";
import { pngOf } from "./drawing/png.ts";
import { calibrateInput, calibrationAt } from "./files/read-calibration.ts";
import { readDesign } from "./files/read-design.ts";
import { designInput, plainInput, systemInputs } from "./inputs.ts";
import { defineOperation } from "./operation.ts";

export interface DrawOutput {
  readonly view: PictureName;
  readonly format: Format;
  readonly bytes: number;
  readonly count?: Drawable["count"];
  /** The picture itself, when it was not written to a file. */
  readonly text?: string;
  readonly file?: string;
}

export default defineOperation({
  name: "draw",
  group: "understand",
  sentence: "Draw a design: the whole, one of its sides, or one request.",
  input: z.object({
    design: designInput,
    view: z
      .enum(pictureNames)
      .default("overview")
      .describe(`What to draw: ${pictureNames.join(", ")}.`)
      .meta({ word: "view" }),
    out: z
      .string()
      .default("-")
      .describe("File to write, as its ending says: .svg, .png, .mmd, .dot, .drawio, .json; `-` prints Mermaid.")
      .meta({ word: "file" }),
    theme: z
      .enum(themes)
      .default("auto")
      .describe("Colours: light, dark, or auto, which follows the reader (a PNG is then light).")
      .meta({ word: "theme" }),
    pin: z
      .string()
      .optional()
      .describe("File of positions: what it holds stays where it was, and it is written anew.")
      .meta({ word: "file" }),
    calibrate: calibrateInput,
    plain: plainInput,
    work: systemInputs.work.describe("Folder in which layouts are kept."),
  }),
  positional: ["design"],
  effect: "writes",
  examples: [
    { line: "plumb draw my.design.yaml --out overview.svg", does: "the whole system on one screen, light and dark" },
    {
      line: "plumb draw my.design.yaml --view request-path --out path.png --theme dark",
      does: "one request with its budgets and what is predicted, for a slide",
    },
    { line: "plumb draw my.design.yaml --view sequence", does: "as Mermaid, to paste into a wiki" },
  ],
  async run({ design: file, view, out, theme, pin, calibrate, plain, work }): Promise<DrawOutput> {
    const document = await readDesign(file);
    const { design } = document;
    const options = calibrate === undefined ? {} : { calibration: calibrationAt(calibrate) };
    const shown = { design, ...(!plain && { sized: sizedFacts(sizeDesign(document, options)) }) };
    const picture = drawable(shown, view, theme, (graph) => layOutKept(graph, work, pin));
    const format = formatOf(out, view, picture);
    const drawn =
      format === "png" ? drawable(shown, view, fixed(theme), (graph) => layOutKept(graph, work, pin)) : picture;
    const text = await drawn.writes[format]!();
    const facts = { view, format, ...(picture.count && { count: picture.count }) };
    if (out === "-") return { ...facts, bytes: Buffer.byteLength(text), text };
    const bytes = format === "png" ? pngOf(text) : Buffer.from(text);
    return { ...facts, bytes: bytes.length, file: writeWhole(dirname(out), basename(out), bytes) };
  },
  exitCode: () => 0,
});

/** A PNG cannot follow its reader. */
const fixed = (theme: Theme): Theme => (theme === "auto" ? "light" : theme);

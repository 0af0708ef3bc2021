import { join } from "node:path";
import { z } from "zod";
import { advise, adviseAll, type Advised } from "../advice/advise.ts";
import type { MissingFacts } from "../advice/deep/facts.ts";
import { rankerScript } from "../advice/deep/ranker-script.ts";
import type { DeepScript } from "../advice/deep/script.ts";
import { twoTowerScript } from "../advice/deep/two-tower-script.ts";
import type { Place } from "../kit/problem.ts";
import { pathText } from "../design/unsettled.ts";
import { writeWhole } from "../run/keep.ts";
import { readDesign } from "./files/read-design.ts";
import { designInput } from "./inputs.ts";
import { defineOperation } from "./operation.ts";

/** A script that was written, or the facts that it still needs. */
export type WrittenScript =
  (Pick<DeepScript, "columns" | "needs" | "leftOut" | "assumes"> & { readonly file: string }) | MissingFacts;

export interface AdviseOutput {
  readonly file: string;
  readonly advice: readonly Advised[];
  /** Path of a fact that advice names → where it stands. */
  readonly places: Readonly<Record<string, Place>>;
  readonly scripts?: readonly WrittenScript[];
}

export default defineOperation({
  name: "advise",
  group: "understand",
  sentence: "Propose what a design leaves open: the right tool, mode, model, metrics, labels, rollout, with reasons.",
  input: z.object({
    design: designInput,
    about: z
      .array(z.string())
      .default([])
      .describe("Only this subject, such as `model-level` or `exploration`.")
      .meta({ word: "subject" }),
    scripts: z
      .string()
      .optional()
      .describe("Folder for PyTorch training scripts made from the design's features: two-tower and ranker.")
      .meta({ word: "folder" }),
  }),
  positional: ["design"],
  effect: "writes",
  examples: [
    { line: "plumb advise my.design.yaml", does: "twenty subjects, each with its reasons and the facts behind them" },
    { line: "plumb advise my.design.yaml --about serving-mode", does: "batch, online or streaming, and why" },
    { line: "plumb advise my.design.yaml --scripts training", does: "training scripts with ONNX export" },
  ],
  async run({ design: file, about, scripts }): Promise<AdviseOutput> {
    const { design, placeOf } = await readDesign(file);
    const advice = about.length > 0 ? about.map((id) => advise(design, id)) : adviseAll(design);
    const facts = advice.flatMap(({ answer }) =>
      "reasons" in answer ? answer.reasons.flatMap((one) => one.facts) : [],
    );
    return {
      file,
      advice,
      places: Object.fromEntries(facts.map(({ path }) => [pathText(path), placeOf(path)])),
      ...(scripts !== undefined && {
        scripts: [twoTowerScript(design), rankerScript(design)].map((one) => written(one, scripts)),
      }),
    };
  },
  exitCode: () => 0,
});

function written(script: DeepScript | MissingFacts, folder: string): WrittenScript {
  if ("missing" in script) return script;
  writeWhole(folder, script.file, script.text);
  const { columns, needs, leftOut, assumes } = script;
  return { file: join(folder, script.file), columns, needs, leftOut, assumes };
}

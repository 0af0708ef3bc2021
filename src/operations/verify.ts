import { z } from "zod";
import { prepare } from "../run/lazily.ts";
import { chosenClaims, verify } from "../verify/verify.ts";
import type { VerificationReport } from "../verify/report/report.ts";
import { parseFaults } from "../serving/faults.ts";
import { pathSteps } from "../blueprints/recommendation/plan.ts";
import { mustBeWritable } from "../run/keep.ts";
import { defineOperation } from "./operation.ts";
import { readDesign } from "./files/read-design.ts";
import { designInput, systemInputs } from "./inputs.ts";
import { sayPrepared } from "./say-prepared.ts";
import { evidenceWriter, writeReport, type WrittenReport } from "./files/write-report.ts";

export interface VerifyOutput extends WrittenReport {
  readonly report: VerificationReport;
}

export default defineOperation({
  name: "verify",
  group: "run",
  sentence: "Hold every number of a design against the running system; exit with 1 when a claim is broken.",
  input: z.object({
    design: designInput,
    ...systemInputs,
    only: z
      .array(z.string())
      .default([])
      .describe("Judge only claims whose id begins with this.")
      .meta({ word: "claim" }),
    ci: z
      .boolean()
      .default(false)
      .describe("For continuous integration: no colour, no moving lines, broken claims named on standard error."),
    report: z
      .string()
      .optional()
      .describe("Folder for the report; by default beside the models in the work folder.")
      .meta({ word: "folder" }),
  }),
  positional: ["design"],
  effect: "writes",
  examples: [
    { line: "plumb verify my.design.yaml --ci", does: "fail a pipeline when a promise is broken" },
    { line: "plumb verify my.design.yaml --only guardrail.latency", does: "judge one claim" },
    { line: 'plumb verify my.design.yaml --inject "rank: sleep 200ms"', does: "see which promises a slow step breaks" },
  ],
  async run(
    { design, data, work, seed, model, inject, only, report: folder },
    { progress, say },
  ): Promise<VerifyOutput> {
    const document = await readDesign(design);
    parseFaults(inject, pathSteps);
    chosenClaims(document, only);
    if (folder !== undefined) mustBeWritable(folder, "--report");
    const prepared = await prepare(document, {
      dataFolder: data,
      workFolder: work,
      seed,
      modelFile: model,
      onProgress: progress,
    });
    sayPrepared(prepared, say);
    const to = folder ?? prepared.workFolder;
    const report = await verify(prepared, {
      faults: inject,
      only,
      onProgress: progress,
      keepEvidence: evidenceWriter(to),
    });
    return { report, ...writeReport(report, to) };
  },
  exitCode: ({ report }) => (report.verdicts.some(({ status }) => status === "broken") ? 1 : 0),
});

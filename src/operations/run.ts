import { createServer } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import { claims } from "../design/claims.ts";
import { Problem } from "../kit/problem.ts";
import { prepare, recentKeys, startServing } from "../run/lazily.ts";
import type { Prepared } from "../run/prepare.ts";
import type { Serving } from "../run/serving.ts";
import { parseFaults } from "../serving/faults.ts";
import { pathSteps } from "../blueprints/recommendation/plan.ts";
import { verify } from "../verify/verify.ts";
import type { VerificationReport } from "../verify/report/report.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { readDesign } from "./files/read-design.ts";
import { designInput, systemInputs } from "./inputs.ts";
import { sayPrepared } from "./say-prepared.ts";
import { evidenceWriter, writeReport } from "./files/write-report.ts";

export interface RunOutput {
  readonly design: string;
  readonly model: string;
  readonly released: boolean;
  readonly because: string;
  readonly rows: Prepared["evaluation"]["rows"];
  readonly report?: VerificationReport;
  readonly html?: string;
  readonly json?: string;
  readonly url?: string;
}

export default defineOperation({
  name: "run",
  group: "run",
  sentence: "Turn a design into a running system: take data in, learn, judge, release, serve over HTTP.",
  input: z.object({
    design: designInput,
    ...systemInputs,
    verify: z.boolean().default(false).describe("Hold every number of the design against the system before serving."),
    once: z.boolean().default(false).describe("Stop when done instead of serving until Ctrl-C."),
    port: z
      .number()
      .int()
      .min(0)
      .max(65535)
      .default(8484)
      .describe("Port to serve on; 0 takes any free one.")
      .meta({ word: "port" }),
  }),
  positional: ["design"],
  effect: "serves",
  examples: [
    { line: "plumb run examples/grocery/grocery.design.yaml --verify", does: "the whole line on a simulated world" },
    { line: "plumb run my.design.yaml --data ./data --verify --once", does: "on your own files, then stop" },
  ],
  async run(input, context): Promise<RunOutput> {
    const document = await readDesign(input.design);
    parseFaults(input.inject, pathSteps);
    if (!input.once) await mustBeFree(input.port);
    context.say("design", `${document.design.name}: ${claims(document).length} claims in ${document.file}`);
    const prepared = await prepare(document, {
      dataFolder: input.data,
      workFolder: input.work,
      seed: input.seed,
      modelFile: input.model,
      onProgress: context.progress,
    });
    sayPrepared(prepared, context.say);
    const verified = input.verify ? await verifyAndWrite(prepared, input.inject, context) : {};
    const { release, plan, evaluation } = prepared;
    const output: RunOutput = {
      design: plan.name,
      model: release.version,
      released: release.released,
      because: release.because,
      rows: evaluation.rows,
      ...verified,
    };
    if (input.once) return output;
    const [who] = await recentKeys(prepared, plan.forWhom, 1);
    context.servingBegins();
    const serving = await startServing(prepared, {
      port: input.port,
      stateFolder: join(prepared.workFolder, "serving"),
      faults: input.inject,
      featureShare: 0.01,
      onNotice: context.notice,
    });
    sayServing(plan, who ?? "1", serving, await serving.workers(), context);
    await stopped(serving, context.signal);
    return { ...output, url: serving.url };
  },
  exitCode: ({ report }) => (report?.verdicts.some(({ status }) => status === "broken") ? 1 : 0),
});

async function verifyAndWrite(
  prepared: Prepared,
  faults: readonly string[],
  context: OperationContext,
): Promise<Pick<RunOutput, "report" | "html" | "json">> {
  const report = await verify(prepared, {
    faults,
    onProgress: context.progress,
    keepEvidence: evidenceWriter(prepared.workFolder),
  });
  const written = writeReport(report, prepared.workFolder);
  context.show({ report, ...written });
  return { report, ...written };
}

/** Found out before minutes of work are done, not after. */
async function mustBeFree(port: number): Promise<void> {
  if (port === 0) return;
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(cause.code === "EADDRINUSE" || cause.code === "EACCES" ? portTaken(port, cause) : cause),
    );
    server.listen(port, "127.0.0.1", () => server.close(() => resolve()));
  });
}

function portTaken(port: number, cause: NodeJS.ErrnoException): Problem {
  const why = cause.code === "EACCES" ? "may not be opened by this user" : "is in use by another program";
  return new Problem({
    code: cause.code === "EACCES" ? "serving/port-refused" : "serving/port-in-use",
    found: `Port ${port} ${why}.`,
    fix: `stop the other program, or choose another port: \`--port ${port === 65535 ? 8484 : port + 1}\`, or \`--port 0\` for any free one`,
    cause,
  });
}

function sayServing(
  plan: Prepared["plan"],
  who: string,
  serving: Serving,
  workers: readonly number[],
  { say }: OperationContext,
): void {
  say(
    "serving",
    `${serving.url}, holding ${serving.events.toLocaleString("en")} events; ranking worker${workers.length === 1 ? "" : "s"} ${workers.join(", ") || "none"}`,
  );
  say(
    "try it",
    `curl -s ${serving.url}/v1/recommend \\\n  -H 'content-type: application/json' \\\n  -d '{"${plan.forWhom}": "${who}", "explain": true}'`,
  );
  say("", "Ctrl-C stops it.");
}

async function stopped(serving: Serving, signal: AbortSignal): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  const ended = serving.ended.then(() => {
    if (!signal.aborted)
      throw new Problem({
        code: "run/serving-failed",
        found: "The serving process ended by itself.",
        fix: "look at the notices above, and start it again",
      });
  });
  await Promise.race([asked, ended]);
  await serving.close();
}

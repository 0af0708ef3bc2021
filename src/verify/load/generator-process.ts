import { fork, type ChildProcess } from "node:child_process";
import type { GeneratorMessage, GeneratorPlan, GeneratorProgress, GeneratorUse } from "./generator.ts";
import type { RequestRecords } from "./records.ts";

export interface GeneratorOutcome {
  readonly records: RequestRecords;
  readonly use: GeneratorUse;
}

/** A load under way in another process. */
export interface RunningGenerator {
  /** Resolves at the first moment of the load. */
  readonly started: Promise<void>;
  /** Rejects when the process dies before it has told what came of the load. */
  readonly outcome: Promise<GeneratorOutcome>;
  /** Ends the process; harmless when it has ended. */
  stop(): void;
}

/** Starts the generator in a process of its own, so that neither the server nor its garbage collector delays it. */
export function startGenerator(
  plan: GeneratorPlan,
  onProgress: (progress: GeneratorProgress) => void,
): RunningGenerator {
  const child = forkGenerator();
  const started = Promise.withResolvers<void>();
  const outcome = Promise.withResolvers<GeneratorOutcome>();
  child.on("message", (message: GeneratorMessage) => {
    if (message.kind === "ready") child.send(plan);
    if (message.kind === "started") started.resolve();
    if (message.kind === "progress") onProgress(message.progress);
    if (message.kind === "done") outcome.resolve(message);
  });
  whenDead(child, (error) => {
    outcome.reject(error);
    started.reject(error);
  });
  // Whoever waits for the outcome hears of the death there; nobody has to wait for the start.
  started.promise.catch(() => undefined);
  return { started: started.promise, outcome: outcome.promise, stop: () => void child.kill() };
}

function forkGenerator(): ChildProcess {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return fork(new URL(`./generator.${extension}`, import.meta.url), {
    serialization: "advanced",
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}

function whenDead(child: ChildProcess, tell: (error: Error) => void): void {
  let complaint = "";
  child.stderr!.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  child.on("error", tell);
  child.on("close", (code, signal) =>
    tell(new Error(`The load generator's process ended early (${signal ?? `code ${code}`}). ${complaint.trim()}`)),
  );
}

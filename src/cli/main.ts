import { Command, CommanderError } from "commander";
import {
  operations,
  problemText,
  type Problem,
  jsonText,
  reportJson,
  type Operation,
  type OperationContext,
  type VerifyOutput,
} from "../index.ts";
import { helpText, versionText } from "./help.ts";
import { addInput, flagName } from "./options.ts";
import { presentVerification, type Verified } from "./present/verification.ts";
import { asker } from "./ask.ts";
import { conversation } from "./converse.ts";
import { presenters } from "./presenters.ts";
import { badUsage, noValue, problemsOf, wrongValue } from "./problems.ts";
import { openTerminal, type Terminal } from "./terminal.ts";
import { wrapHanging } from "./wrap.ts";

/**
 * Runs one command line.
 *
 * @param words  what was typed after `plumb`
 * @returns 0 fine, 1 a claim is broken, 2 bad input, 70 a mistake of ours
 */
export async function main(words: readonly string[]): Promise<number> {
  const plain = words.includes("--ci") || words.includes("--json");
  const terminal = openTerminal({
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    plain,
    quiet: words.includes("--json"),
  });
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  const stop = new AbortController();
  const unhook = stopOnSignals(stop, terminal);
  try {
    return await runWords(words, terminal, stop.signal);
  } catch (error) {
    return failed(error, terminal, words.includes("--json"));
  } finally {
    terminal.settle();
    unhook();
  }
}

async function runWords(words: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<number> {
  let code = 0;
  const program = new Command("plumb")
    .helpOption("-h, --help", "Show this help.")
    .version(versionText(), "-v, --version", "Show the version.");
  program.exitOverride().configureOutput({ writeOut: (text) => terminal.print(text), writeErr: () => {} });
  program.helpInformation = () => helpText(operations as readonly Operation[], terminal);
  for (const operation of operations as readonly Operation[]) {
    const command = program
      .command(operation.name)
      .description(operation.sentence)
      .helpOption("-h, --help", "Show this help.");
    addInput(command, operation);
    command.option("--json", "Print the result as JSON and nothing else.").configureHelp({ helpWidth: terminal.width });
    command.addHelpText("after", () => exampleText(operation));
    command.action(async (...given: unknown[]) => {
      const options = given[operation.positional.length] as Record<string, unknown>;
      refuseFlagsAsValues(operation, options);
      const placed = Object.fromEntries(operation.positional.map((name, i) => [name, given[i]]));
      code = await runOperation(operation, { ...options, ...placed }, terminal, signal);
    });
  }
  if (words.length === 0) {
    terminal.print(helpText(operations as readonly Operation[], terminal));
    return 0;
  }
  try {
    await program.parseAsync([...words], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw badUsage(error, words, operations as readonly Operation[]);
  }
  return code;
}

async function runOperation(
  operation: Operation,
  given: Record<string, unknown>,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { json, ...rest } = given;
  const input = operation.input.safeParse(
    Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  );
  if (!input.success) throw wrongValue(operation, input.error.issues[0]!, rest);
  const context: OperationContext = {
    say: terminal.say,
    progress: terminal.progress,
    notice: (text) => (json ? undefined : terminal.tell(`! ${text}`)),
    signal,
    ask: asker(terminal),
    converse: () => conversation(terminal),
    servingBegins: () => {
      serving.now = true;
    },
    show: (result) => (json ? undefined : presentVerification(result as Verified, terminal)),
  };
  const output = await operation.run(input.data, context);
  if (json) terminal.print(jsonOf(operation.name, output));
  else presenters[operation.name]!(output, terminal);
  return operation.exitCode(output);
}

/** `--seed --json` gives no seed: what follows the flag is the next flag. */
function refuseFlagsAsValues(operation: Operation, options: Record<string, unknown>): void {
  for (const [name, given] of Object.entries(options))
    for (const value of [given].flat())
      if (typeof value === "string" && value.startsWith("--")) throw noValue(flagName(name), operation);
}

/** Infinite ends of intervals have no number in JSON; the report's own writer names them. */
function jsonOf(name: string, output: unknown): string {
  if (name === "verify") return reportJson((output as VerifyOutput).report);
  return jsonText(output, 2);
}

function exampleText({ examples }: Operation): string {
  return `\nExamples:\n${examples.map(({ line, does }) => `  ${line}\n      ${does}`).join("\n")}`;
}

function failed(error: unknown, terminal: Terminal, json: boolean): number {
  terminal.settle();
  const problems = problemsOf(error);
  if (!problems) {
    terminal.tell(
      `This is a mistake in Plumbline, not in your input: ${error instanceof Error ? error.message : String(error)}`,
    );
    if (process.env["PLUMB_DEBUG"]) terminal.tell(error instanceof Error ? (error.stack ?? "") : "");
    else terminal.tell("Set PLUMB_DEBUG=1 to see where, and please report it.");
    return 70;
  }
  if (json) terminal.print(JSON.stringify({ problems }, null, 2));
  else terminal.tell(problems.map((problem) => problemLines(problem, terminal)).join("\n\n"));
  return 2;
}

/** Whoever read the output has read enough, as `head` does; the work and its exit code stay as they are. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

/** On a screen in its width; in a log one line each, so that it can be searched. */
function problemLines(problem: Problem, { width }: Terminal): string {
  const text = problemText(problem);
  if (!process.stderr.isTTY) return text;
  return text
    .split("\n")
    .flatMap((line) => wrapHanging(line, width, 7))
    .join("\n");
}

/** The first signal asks for a clean end; the second one ends at once. */
function stopOnSignals(stop: AbortController, terminal: Terminal): () => void {
  const heard = () => {
    if (stop.signal.aborted) process.exit(130);
    terminal.settle();
    if (process.stderr.isTTY) process.stderr.write("\n"); // The terminal has written ^C.
    stop.abort();
    if (!serving.now) process.exit(130);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, heard);
  return () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, heard);
  };
}

/** Whether there is something to end cleanly; before that, a signal ends everything at once. */
const serving = { now: false };

import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Problem } from "../kit/problem.ts";
import { decodeDecision, type Decision } from "./decision.ts";
import { segmentNames } from "./log-segments.ts";

/**
 * The decisions of a log, oldest file first. The last line of a file may be torn, because a process was killed while it
 * wrote; it is left out.
 *
 * @throws {Problem} `serving/log-missing`; `serving/log-damaged` when any other line cannot be read
 */
export async function* readDecisionLog(folder: string): AsyncGenerator<Decision> {
  for (const name of await names(folder)) yield* readSegment(join(folder, name));
}

async function names(folder: string): Promise<string[]> {
  try {
    return await segmentNames(folder);
  } catch (cause) {
    throw new Problem({
      code: "serving/log-missing",
      found: `No decision log can be read: ${(cause as Error).message}.`,
      fix: "name the folder that a running server logs its decisions to",
      at: { file: folder },
      cause,
    });
  }
}

async function* readSegment(file: string): AsyncGenerator<Decision> {
  let torn: Problem | undefined;
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (torn) throw torn;
    line++;
    const decision = parse(text);
    if (decision) yield decision;
    else torn = damaged(file, line);
  }
}

function parse(text: string): Decision | undefined {
  try {
    return decodeDecision(text);
  } catch {
    return undefined;
  }
}

function damaged(file: string, line: number): Problem {
  return new Problem({
    code: "serving/log-damaged",
    found: `Line ${line} of the decision log is not a decision, and others follow it.`,
    fix: "restore the file from a copy, or delete the line",
    at: { file, line },
  });
}

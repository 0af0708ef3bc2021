import { Problem } from "../kit/problem.ts";

/** What to throw when a database file cannot be opened. */
export function openingFailure(path: string, cause: unknown): Error {
  const message = textOf(cause);
  if (/could not set lock|already (open|attached)|used by another process/i.test(message)) {
    return new Problem({
      code: "data/store-in-use",
      found: `The table file ${path} is open in another process.`,
      fix: "stop the other run, or give this one its own state folder",
      at: { file: path },
      cause,
    });
  }
  return new Problem({
    code: "data/store-unreadable",
    found: `The table file ${path} cannot be opened: ${firstLine(message)}.`,
    fix: "check that its folder exists and can be written, or delete the file so that it is made anew",
    at: { file: path },
    cause,
  });
}

/** What to throw when a statement fails: a `Problem` where the machine is short of something, else an `Error`. */
export function queryFailure(statement: string, cause: unknown): Error {
  if (cause instanceof Problem) return cause;
  const message = textOf(cause);
  if (/no space left|disk quota|max_temp_directory_size|failed to offload/i.test(message)) return diskFull(cause);
  if (/^Out of Memory Error/i.test(message)) {
    return new Problem({
      code: "data/out-of-memory",
      found: `A table operation needs more memory than it may use: ${firstLine(message)}.`,
      fix: "raise `memoryLimitMb`, or work on less data",
      cause,
    });
  }
  const quoted = statement.length > 600 ? `${statement.slice(0, 600)} …` : statement;
  return new Error(`${firstLine(message)}\n  in: ${quoted}`, { cause });
}

/** The disk, or the quota on it, is used up. */
export function diskFull(cause: unknown): Problem {
  return new Problem({
    code: "data/disk-full",
    found: `There is no room left on the disk: ${firstLine(textOf(cause))}.`,
    fix: "free some space or choose another folder, then run again",
    cause,
  });
}

const textOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** The first line, without a final stop, so that it can stand inside a sentence. */
export const firstLine = (message: string): string => message.split("\n")[0]!.trim().replace(/\.$/, "");

import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { Problem } from "../kit/problem.ts";
import { makeFolder } from "./make-folder.ts";
import { diskFull } from "./table-failure.ts";

/**
 * Makes a folder, with those above it, unless it is there, and sees that it can be written.
 *
 * @throws {Problem} `data/folder-not-writable`, `data/disk-full`
 */
export async function writableFolder(folder: string): Promise<void> {
  await inFolder(folder, async () => {
    makeFolder(folder);
    await access(folder, constants.W_OK);
  });
}

/** Runs work on files in a folder and says in plain words why it could not be written. */
export async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw writeFailure(folder, cause as NodeJS.ErrnoException);
  }
}

const NOT_WRITABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOENT", "ELOOP"]);

function writeFailure(folder: string, cause: NodeJS.ErrnoException): Error {
  if (cause.code === "ENOSPC" || cause.code === "EDQUOT") return diskFull(cause);
  if (!NOT_WRITABLE.has(cause.code ?? "")) return cause;
  return new Problem({
    code: "data/folder-not-writable",
    found: `The folder ${folder} cannot be written (${cause.code}).`,
    fix: "choose another folder, or give yourself the right to write there",
    at: { file: folder },
    cause,
  });
}

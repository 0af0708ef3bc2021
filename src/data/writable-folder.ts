import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Problem } from "../kit/problem.ts";
import { diskFull } from "./table-failure.ts";

/**
 * Makes a folder, with those above it, unless it is there, and sees that it can be written.
 *
 * @throws {Problem} `data/folder-not-writable`, `data/disk-full`
 */
export async function writableFolder(folder: string): Promise<void> {
  await inFolder(folder, async () => {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
  });
}

/** Not `mkdir` with `recursive`: that never returns where a file system, such as /proc, answers ENOENT to every mkdir. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await stat(folder)).isDirectory()) return;
    const above = dirname(folder);
    if (code !== "ENOENT" || (await stat(above).catch(() => undefined))) throw cause;
    await makeFolder(above);
    await mkdir(folder);
  }
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

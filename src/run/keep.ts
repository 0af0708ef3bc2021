import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { makeFolder } from "../data/make-folder.ts";
import { Problem } from "../kit/problem.ts";

/** Sixteen hexadecimal digits that stand for everything a result depends on. */
export function keyOf(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/** Reads a result kept earlier; `undefined` where there is none or where it was cut off half written. */
export function readKept<Value>(folder: string, name: string): Value | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Keeps a result, whole or not at all. @throws {Problem} `run/bad-folder` */
export function keep(folder: string, name: string, value: unknown): void {
  writeWhole(folder, name, JSON.stringify(value));
}

export function writeWhole(folder: string, name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  inFolder(folder, () => {
    makeFolder(resolve(folder));
    const half = `${path}.${process.pid}.half`;
    writeFileSync(half, text);
    renameSync(half, path);
  });
  return path;
}

/** Finds out before minutes of work are done, not after. @throws {Problem} `run/bad-folder` */
export function mustBeWritable(folder: string, flag: string): void {
  inFolder(
    folder,
    () => {
      makeFolder(resolve(folder));
      const trial = join(folder, `.trial-${process.pid}`);
      writeFileSync(trial, "");
      rmSync(trial);
    },
    flag,
  );
}

/** Turns what the file system says about a folder into a Problem. */
export function inFolder<Value>(folder: string, act: () => Value, flag = "--work"): Value {
  try {
    return act();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    const why = folderFailures[code];
    if (!why) throw cause;
    throw new Problem({
      code: "run/bad-folder",
      found: `The folder for results cannot be written: ${why}.`,
      fix: `make it writable, free some space, or name another one with \`${flag} FOLDER\``,
      at: { file: folder },
      cause,
    });
  }
}

const folderFailures: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the quota is used up",
  ENOTDIR: "a part of its path is a file",
  EEXIST: "a file of that name is in the way",
  ENOENT: "it is not there and cannot be made",
  EISDIR: "a folder is in the way of a file",
  ENAMETOOLONG: "its name is too long",
  EIO: "the disk does not answer",
};

import { createHash, randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../data/make-folder.ts";

/** Files named by the SHA-256 of their content: equal bytes are kept once, and a name says what must be inside. */
export interface ArtifactStore {
  /** Writes the bytes unless they are there and sound; returns their SHA-256 in hexadecimal. */
  put(bytes: Uint8Array): string;
  /** The bytes under that name, unchecked; `undefined` when there are none. */
  get(sha256: string): Uint8Array | undefined;
  pathOf(sha256: string): string;
}

const HOUR_MILLIS = 3_600_000;

/** Opens the store and clears what writers killed over an hour ago left behind. */
export function openArtifactStore(folder: string): ArtifactStore {
  const incoming = join(folder, "incoming");
  makeFolder(incoming);
  clearLeftovers(incoming);
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const get = (sha256: string) => readIfThere(pathOf(sha256));
  return {
    pathOf,
    get,
    put: (bytes) => {
      const sha256 = sha256Of(bytes);
      const present = get(sha256);
      if (!present || sha256Of(present) !== sha256) writeAtomically(incoming, pathOf(sha256), bytes);
      return sha256;
    },
  };
}

export const sha256Of = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** A reader sees the whole file or none: written beside its place, flushed to disk, then renamed into it. */
function writeAtomically(incoming: string, path: string, bytes: Uint8Array): void {
  const unfinished = join(incoming, randomUUID());
  try {
    writeFlushed(unfinished, bytes);
    makeFolder(dirname(path));
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  flushFolder(dirname(path));
  flushFolder(dirname(dirname(path)));
}

function writeFlushed(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "wx");
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the names in a folder durable; Windows has no such call and needs none. */
function flushFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Copied into a buffer of its own, so that typed arrays can be laid over it from the start. */
function readIfThere(path: string): Uint8Array | undefined {
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined;
}

/** Ages are by the file system's own clock: the age of a file written just now is 0. */
function clearLeftovers(incoming: string): void {
  const probe = join(incoming, randomUUID());
  closeSync(openSync(probe, "wx"));
  const nowMillis = statSync(probe).mtimeMs;
  rmSync(probe);
  for (const name of readdirSync(incoming)) {
    const facts = statSync(join(incoming, name), { throwIfNoEntry: false });
    if (facts && nowMillis - facts.mtimeMs > HOUR_MILLIS) rmSync(join(incoming, name), { force: true });
  }
}

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Problem } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import { unreadable } from "./unreadable-file.ts";

export type FileFormat = "csv" | "csv.gz" | "ndjson" | "ndjson.gz" | "parquet";

/** A file of a source, seen on disk and not yet read. */
export interface SourceFile {
  /** Absolute path. */
  readonly path: string;
  /** The path as a person wrote it: relative to the root folder. */
  readonly name: string;
  readonly format: FileFormat;
  readonly bytes: number;
}

const ENDINGS: readonly (readonly [RegExp, FileFormat])[] = [
  [/\.(csv|tsv)$/i, "csv"],
  [/\.(csv|tsv)\.gz$/i, "csv.gz"],
  [/\.(ndjson|jsonl)$/i, "ndjson"],
  [/\.(ndjson|jsonl)\.gz$/i, "ndjson.gz"],
  [/\.(parquet|pq)$/i, "parquet"],
];

/** Files of this many bytes in all, and larger ones, are refused unless the caller allows more. */
export const MAX_SOURCE_BYTES = 1e9;

/**
 * The files that a pattern names, by name; none where nothing matches.
 *
 * @param pattern  a path, or one with `*` and `?` in its last part, against `root`
 * @throws {Problem} `data/no-such-folder`, `data/unknown-format`, `data/empty-file`, `data/file-too-large`
 */
export async function findFiles(root: string, pattern: string, maxBytes = MAX_SOURCE_BYTES): Promise<SourceFile[]> {
  await mustBeFolder(root);
  const folder = resolve(root, dirname(pattern));
  const matches = patternOf(basename(pattern));
  const names = (await fileNames(folder)).filter((name) => matches.test(name)).toSorted();
  const files = await Promise.all(names.map((name) => seen(root, join(folder, name))));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes >= maxBytes) throw tooLarge(files, bytes, maxBytes);
  return files;
}

/** What to say when a pattern names no file: the name that was probably meant, or what lies in the folder. */
export async function fileNotFound(root: string, source: string, pattern: string): Promise<Problem> {
  const folder = resolve(root, dirname(pattern));
  const there = (await fileNames(folder)).filter((name) => formatOf(name) !== undefined);
  const meant = nearest(basename(pattern).replace("*", ""), there) ?? there.find((name) => sharesStem(name, pattern));
  const listed = there.slice(0, 5).join(", ") + (there.length > 5 ? ` and ${there.length - 5} more` : "");
  return new Problem({
    code: "data/file-not-found",
    found: `No file ${join(root, pattern)} for the source ${source}; its folder holds ${listed || "no data file"}.`,
    fix: meant
      ? `did you mean ${join(dirname(pattern), meant)}?`
      : "correct the path, or give another data folder with `--data`",
    at: { file: join(root, pattern) },
  });
}

/** SHA-256 over the contents, in the order given; where the files lie and what they are called does not count. */
export async function contentSha256(files: readonly SourceFile[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(`${file.bytes}\n`);
    try {
      for await (const chunk of createReadStream(file.path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
    } catch (cause) {
      throw unreadable(file, cause);
    }
  }
  return hash.digest("hex");
}

async function seen(root: string, path: string): Promise<SourceFile> {
  const name = relative(resolve(root), path);
  const format = formatOf(path);
  if (!format) {
    throw new Problem({
      code: "data/unknown-format",
      found: `The ending of ${name} does not say how to read it.`,
      fix: "use CSV (.csv, .tsv, .csv.gz), NDJSON (.ndjson, .jsonl) or Parquet (.parquet)",
      at: { file: path },
    });
  }
  const { size: bytes } = await stat(path).catch((cause: unknown) => {
    throw unreadable({ path, name, format }, cause);
  });
  if (bytes === 0) {
    throw new Problem({
      code: "data/empty-file",
      found: `The file ${name} is empty: it has 0 bytes.`,
      fix: "export it again, with a header line and at least one row",
      at: { file: path },
    });
  }
  return { path, name, format, bytes };
}

const formatOf = (path: string): FileFormat | undefined => ENDINGS.find(([ending]) => ending.test(path))?.[1];

async function mustBeFolder(root: string): Promise<void> {
  const found = await stat(root).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw new Problem({
    code: "data/no-such-folder",
    found: found ? `The data folder ${root} is a file, not a folder.` : `There is no data folder ${root}.`,
    fix: "give the folder that holds the data files",
    at: { file: root },
  });
}

/** Names of plain files (and links to them) in a folder; none where the folder is absent. */
async function fileNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return [];
    throw cause;
  });
  return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name);
}

function patternOf(name: string): RegExp {
  const source = name
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`);
}

/** `transactions*.parquet` and `transactions_sample.csv` begin alike, up to the first wildcard, ending or sign. */
function sharesStem(name: string, pattern: string): boolean {
  const stem = /^[\p{L}\p{N}]{3,}/u.exec(basename(pattern))?.[0].toLowerCase();
  return stem !== undefined && name.toLowerCase().startsWith(stem);
}

function tooLarge(files: readonly SourceFile[], bytes: number, maxBytes: number): Problem {
  const gigabytes = (count: number) => `${(count / 1e9).toFixed(count < 1e8 ? 6 : 2)} GB`;
  return new Problem({
    code: "data/file-too-large",
    found: `${files.map(({ name }) => name).join(", ")}: ${gigabytes(bytes)}, and the limit is below ${gigabytes(maxBytes)}.`,
    fix: "take a sample or a shorter period, or raise the limit `maxSourceBytes`",
    at: { file: files[0]!.path },
  });
}

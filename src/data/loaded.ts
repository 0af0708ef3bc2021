import { Problem } from "../kit/problem.ts";
import type { SourceFile } from "./source-files.ts";

/** A file, loaded: `select` gives its columns as text beside {@link FILE} and {@link ROW}. */
export interface Loaded {
  readonly columns: readonly string[];
  readonly select: string;
  /** Rows that `select` does not give. */
  readonly badRows: number;
  /** Frees what `select` reads from. */
  release(): Promise<void>;
}

/** Stage columns: index of the file, and the line or row in it. */
export const FILE = '"#file"';
export const ROW = '"#row"';

/** The Problem for a file that has a header, or nothing, and no row. */
export function noRows(file: SourceFile): Problem {
  return new Problem({
    code: "data/no-rows",
    found: `The file ${file.name} has no rows.`,
    fix: "export it again with its rows, or mark the source `optional` and remove the file",
    at: { file: file.path },
  });
}

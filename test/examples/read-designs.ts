import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseDesign, type ParseResult } from "../../src/design/parse.ts";

export const root = join(import.meta.dirname, "../..");

export interface Example extends ParseResult {
  /** Folder below `examples`, `grocery`. */
  readonly name: string;
  /** Path from the root. */
  readonly path: string;
  readonly text: string;
}

/** Every example design, in the order of their names. */
export function readExamples(): Example[] {
  return globSync("examples/*/*.design.yaml", { cwd: root })
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return { name: basename(dirname(path)), path, text, ...parseDesign(text, path) };
    });
}

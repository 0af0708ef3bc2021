import { readFileSync, statSync } from "node:fs";
import { extname } from "node:path";
import { maximumImportCharacters } from "../../documents/import/index.ts";
import { Problem } from "../../kit/problem.ts";

/** Whether a file is a document in prose, by the end of its name. */
export const isMarkdown = (file: string): boolean => [".md", ".markdown"].includes(extname(file).toLowerCase());

/** Reads a Markdown file; larger ones are refused by their size, before they are read. */
export function readMarkdown(file: string): string {
  try {
    if (statSync(file).size <= 4 * maximumImportCharacters)
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(readFileSync(file));
  } catch (cause) {
    throw new Problem({
      code: cause instanceof TypeError ? "import/not-text" : "design/unreadable",
      found: `\`${file}\` cannot be read (${(cause as Error).message.split(",")[0]}).`,
      fix: "name a Markdown file in UTF-8 that this user may read",
      at: { file },
      cause,
    });
  }
  throw new Problem({
    code: "import/too-large",
    found: `\`${file}\` has more than ${(4 * maximumImportCharacters) / 1e6} MB.`,
    fix: "give the part that describes the design",
    at: { file },
  });
}

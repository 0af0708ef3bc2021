import { readFileSync } from "node:fs";
import { join } from "node:path";
import { claims } from "../src/design/claims.ts";
import { lensNamed } from "../src/design/lenses.ts";
import { parseDesign } from "../src/design/parse.ts";
import { lensNames, type LensName } from "../src/design/schema/design.ts";
import { documentBlocks, documentPage, markdownOf } from "../src/documents/index.ts";

/** Two designs through every lens as Markdown, and each once as a page. */
const shown: readonly { example: string; page: LensName }[] = [
  { example: "payment-fraud", page: "five-phase" },
  { example: "rag", page: "overview" },
];

/** The documents of `gallery/documents/` as they should be now, by file name; without pictures, which have a gallery of their own. */
export function documentGallery(root: string): ReadonlyMap<string, string> {
  return new Map(
    shown.flatMap(({ example, page }) => [
      ...lensNames.map((lens) => [`${example}.${lens}.md`, markdownOf(blocksOf(root, example, lens))] as const),
      [`${example}.${page}.html`, documentPage(blocksOf(root, example, page))] as const,
    ]),
  );
}

function blocksOf(root: string, example: string, lens: LensName) {
  const path = `examples/${example}/${example}.design.yaml`;
  const { document, problems } = parseDesign(readFileSync(join(root, path), "utf8"), path);
  if (!document) throw problems[0]!;
  return documentBlocks(document, { lens: lensNamed(lens), claims: claims(document) });
}

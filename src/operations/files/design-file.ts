import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { parseDesign } from "../../design/parse.ts";
import type { DesignDocument } from "../../design/design.ts";
import { editText, type Edit } from "../../design/edit.ts";
import { designSchema } from "../../design/schema/design.ts";
import { allowedKeys } from "../../design/schema-keys.ts";
import type { Path } from "../../design/unsettled.ts";
import { Problem } from "../../kit/problem.ts";
import { writeWhole } from "../../run/keep.ts";
import { readDesign } from "./read-design.ts";

/** A design in a YAML file that is being edited; the file is written whole after every change. */
export interface DesignFile {
  readonly file: string;
  document(): DesignDocument;
  /** Makes the edits, checks that the document is still a design, and writes it. @throws {Problem} and changes nothing */
  edit(edits: readonly Edit[]): void;
}

/** Opens a YAML design for editing. @throws {Problem} as `readDesign`; `design/not-editable` for a design in TypeScript */
export async function openDesignFile(file: string): Promise<DesignFile> {
  let document = await readDesign(file);
  if (document.text === "") throw notEditable(file);
  return {
    file,
    document: () => document,
    edit: (edits) => {
      const changed = editedDocument(document, edits);
      mustBeUnchanged(file, document.text);
      writeWhole(dirname(file), basename(file), changed.text);
      document = changed;
    },
  };
}

/** The document after edits, when it is still a design. @throws {Problem} the first thing that is wrong with it */
export function editedDocument({ text, file }: DesignDocument, edits: readonly Edit[]): DesignDocument {
  const { document, problems } = parseDesign(editText(text, edits, formatOrder), file);
  if (document) return document;
  throw problems[0]!;
}

/** New keys stand where the format has them. */
const formatOrder = (path: Path): readonly string[] => allowedKeys(designSchema, path);

/** Writes a new design file. @throws {Problem} `design/exists` rather than write over one */
export function createDesignFile(file: string, text: string): void {
  if (existsSync(file))
    throw new Problem({
      code: "design/exists",
      found: `\`${file}\` is there already.`,
      fix: `go on with it by \`plumb ask ${file}\`, or take another name`,
      at: { file },
    });
  writeWhole(dirname(file), basename(file), text);
}

/** Somebody may have saved the file in an editor while we asked. */
function mustBeUnchanged(file: string, text: string): void {
  if (statSync(file).size === Buffer.byteLength(text) && readFileSync(file, "utf8") === text) return;
  throw new Problem({
    code: "design/changed-meanwhile",
    found: "The file was changed by somebody else since it was read; nothing was written.",
    fix: "run the command again; it goes on from what stands there now",
    at: { file },
  });
}

function notEditable(file: string): Problem {
  return new Problem({
    code: "design/not-editable",
    found: "A design written in TypeScript is edited in an editor, not by plumb.",
    fix: "edit the file, or keep the design as YAML",
    at: { file },
  });
}

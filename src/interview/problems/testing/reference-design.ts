import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DesignDocument } from "../../../design/design.ts";
import { editText } from "../../../design/edit.ts";
import { valueAt } from "../../../design/edit/plain-value.ts";
import { readPath } from "../../../design/edit/read-path.ts";
import { parseDesign } from "../../../design/parse.ts";
import type { InterviewProblem } from "../../problem.ts";

const examples = join(import.meta.dirname, "../../../../examples");

/** The text of an example. @throws Error when there is none of that name */
export const exampleText = (name: string): string => readFileSync(join(examples, name, `${name}.design.yaml`), "utf8");

/** The reference design of a problem, read. @throws {Problem} the first thing that is wrong with it */
export const referenceOf = ({ reference }: InterviewProblem): DesignDocument => readDesign(exampleText(reference));

/** What stands at a path of the reference, and what would stand there if the words were written in its place. */
export function besideWords(problem: InterviewProblem, path: string, words: string): { there: unknown; told: unknown } {
  const text = exampleText(problem.reference);
  const at = readPath(path);
  const { design } = readDesign(editText(text, [{ set: at, to: asWritten(words) }]));
  return { there: valueAt(readDesign(text).design, at), told: valueAt(design, at) };
}

/** The reference with the changes of the middle of a round. */
export function changedReference(problem: InterviewProblem): DesignDocument {
  const edits = (problem.change.changes ?? []).map(({ path, words }) => ({
    set: readPath(path),
    to: asWritten(words),
  }));
  return readDesign(editText(exampleText(problem.reference), edits));
}

const asWritten = (words: string): string | number => (/^\d+$/.test(words) ? Number(words) : words);

function readDesign(text: string): DesignDocument {
  const { document, problems } = parseDesign(text);
  if (!document) throw problems[0]!;
  return document;
}

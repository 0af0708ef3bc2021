import { z } from "zod";
import { parse } from "yaml";
import type { Edit } from "../design/edit.ts";
import { readPath } from "../design/edit/read-path.ts";
import { Problem } from "../kit/problem.ts";
import { editedDocument, openDesignFile } from "./files/design-file.ts";
import { pathAndValue } from "./files/path-and-value.ts";
import { defineOperation } from "./operation.ts";

export interface EditOutput {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly written: boolean;
}

const change = (what: string, word: string) => z.array(z.string()).default([]).describe(what).meta({ word });

export default defineOperation({
  name: "edit",
  group: "write",
  sentence: "Set, add or remove values of a design by path; comments, order and blank lines stay.",
  input: z.object({
    design: z.string().describe("The design document, as YAML."),
    set: change("Set a value: `serving.deadline=200ms`.", "path=value"),
    add: change("Add an item to a list: `requirements.outOfScope=search`.", "path=value"),
    remove: change("Take a value away.", "path"),
    preview: z.boolean().default(false).describe("Show the changed lines, and write nothing."),
  }),
  positional: ["design"],
  effect: "writes",
  examples: [
    { line: 'plumb edit my.design.yaml --set "serving.deadline=200ms"', does: "one line changes, the rest stays" },
    {
      line: 'plumb edit my.design.yaml --set "data.sources[payments].freshness=10s" --preview',
      does: "items of a list by name; see it first",
    },
  ],
  async run({ design, set, add, remove, preview }): Promise<EditOutput> {
    const target = await openDesignFile(design);
    const { text } = target.document();
    const tree: unknown = parse(text);
    const edits: Edit[] = [
      ...set.map((words) => ({ set: readPath(pathAndValue(words).path, tree), to: pathAndValue(words).value })),
      ...add.map((words) => ({ add: readPath(pathAndValue(words).path, tree), item: pathAndValue(words).value })),
      ...remove.map((path) => ({ remove: readPath(path, tree) })),
    ];
    if (edits.length === 0) throw nothingToDo();
    const after = editedDocument(target.document(), edits).text;
    if (!preview) target.edit(edits);
    return { file: design, before: text, after, written: !preview };
  },
  exitCode: () => 0,
});

function nothingToDo(): Problem {
  return new Problem({
    code: "cli/bad-usage",
    found: "Nothing is to be changed.",
    fix: "give `--set`, `--add` or `--remove`; see `plumb edit --help`",
  });
}

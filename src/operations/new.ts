import { basename, dirname, relative, resolve } from "node:path";
import { z } from "zod";
import { lensNames, systems } from "../design/schema/design.ts";
import { editText, type Edit } from "../design/edit.ts";
import { partsOf } from "../design/plain.ts";
import { readAnswers } from "./guide/answers.ts";
import { createDesignFile, openDesignFile } from "./files/design-file.ts";
import { exampleText } from "./files/examples.ts";
import { guideSession, type SessionOutput } from "./guide/session.ts";
import { guideInputs } from "./inputs.ts";
import { defineOperation } from "./operation.ts";
import { recommend } from "./guide/recommend.ts";

const schemaFile = resolve(import.meta.dirname, "../../schema/design.schema.json");

export default defineOperation({
  name: "new",
  group: "write",
  sentence: "Begin a design: from nothing with the guide's questions, or from an example.",
  input: z.object({
    design: z.string().describe("The file to write, such as `fraud.design.yaml`."),
    from: z.string().optional().describe("Begin with a copy of an example.").meta({ word: "example" }),
    system: z.enum(systems).optional().describe("The kind of system.").meta({ word: "system" }),
    lens: z.enum(lensNames).optional().describe("The order in which to be asked.").meta({ word: "lens" }),
    title: z.string().optional().describe("Its name for readers.").meta({ word: "words" }),
    ...guideInputs,
  }),
  positional: ["design"],
  effect: "writes",
  examples: [
    { line: "plumb new fraud.design.yaml", does: "from nothing: the guide asks, five questions at a time" },
    { line: "plumb new shop.design.yaml --from recommendation", does: "from a sound example, to be changed" },
  ],
  async run({ design, from, answers, anyway, ...facts }, context): Promise<SessionOutput> {
    const file = /\.ya?ml$/.test(design) ? design : `${design}.design.yaml`;
    const given = answers ? readAnswers(answers) : undefined;
    createDesignFile(file, firstText(file, from, facts));
    const target = await openDesignFile(file);
    const options = { anyway, recommend, answers: given, most: from === undefined ? 5 : 0 };
    return guideSession(target, options, context);
  },
  exitCode: () => 0,
});

type Facts = { readonly [key in "system" | "lens" | "title"]?: string | undefined };

function firstText(file: string, from: string | undefined, facts: Facts): string {
  const schema = relative(dirname(resolve(file)), schemaFile).replaceAll("\\", "/");
  const modeline = `# yaml-language-server: $schema=${schema}\n`;
  const text =
    from === undefined
      ? `${modeline}plumbline: 1\nname: ${nameOf(file)}\n`
      : modeline + exampleText(from).replace(/^# yaml-language-server:.*\n/, "");
  const known = Object.entries(facts).flatMap(([key, value]): Edit[] =>
    value === undefined ? [] : [{ set: partsOf(key), to: value }],
  );
  return editText(text, [{ set: ["name"], to: nameOf(file) }, ...known]);
}

/** `Card fraud.design.yaml` → `Card-fraud`. */
function nameOf(file: string): string {
  const name = basename(file)
    .replace(/(\.design)?\.ya?ml$/, "")
    .replaceAll(/[^\w.-]+/g, "-")
    .replace(/^[^\w]+/, "")
    .slice(0, 100);
  return name === "" ? "design" : name;
}

import { readFileSync } from "node:fs";
import type { Operation } from "../index.ts";
import type { Terminal } from "./terminal.ts";
import { wrapText } from "./wrap.ts";

const groups: Readonly<Record<Operation["group"], string>> = {
  write: "Write a design",
  understand: "Understand it",
  run: "Run it and hold it against reality",
  practise: "Practise",
};
/** What a newcomer types first. */
const start = ["new", "review", "size", "run"];

/** Help that teaches: what the tool is, what to type first, what the words mean. */
export function helpText(
  operations: readonly Operation[],
  { paint, width }: Pick<Terminal, "paint" | "width">,
): string {
  const bold = paint.bold;
  const paragraph = (text: string, indent = 0) => wrapText(" ".repeat(indent) + text, width).join("\n");
  const verbsOf = (group: Operation["group"]) =>
    operations
      .filter((one) => one.group === group)
      .map(({ name, sentence }) => {
        const [first, ...more] = wrapText(sentence, width - 12);
        return [`  ${bold(name.padEnd(10))}${first}`, ...more.map((line) => " ".repeat(12) + line)].join("\n");
      });
  const examples = start.flatMap((name) => operations.find((one) => one.name === name)?.examples.slice(0, 1) ?? []);
  return [
    `${bold("plumb")} holds an ML system design against reality.`,
    "",
    paragraph(
      "A design is one short YAML document. Every number in it is a claim; plumb builds the system from real parts, measures each claim and says holds, broken, inconclusive or untested.",
    ),
    "",
    bold("Start here"),
    ...examples.map(({ line, does }) => `  ${line}\n${paint.dim(paragraph(does, 6))}`),
    "",
    ...Object.entries(groups).flatMap(([group, title]) => [bold(title), ...verbsOf(group as Operation["group"]), ""]),
    bold("Exit codes"),
    "  0  fine    1  a claim is broken, or a flaw found    2  bad input",
    "",
    bold("Everywhere"),
    "  --json   the result as JSON and nothing else",
    "  --help   after a verb: its flags and examples",
    paragraph(
      "Colour follows the terminal and NO_COLOR. Results go to standard output, progress and problems to standard error.",
      2,
    ),
  ].join("\n");
}

export function versionText(): string {
  const facts = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  return facts.version;
}

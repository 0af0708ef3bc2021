import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { Problem } from "../../kit/problem.ts";
import type { Plain } from "../../design/plain.ts";

/** Answers that were written down before: by path, or in the order of the questions. */
export type Answers = { readonly byPath: ReadonlyMap<string, string> } | { readonly inOrder: readonly string[] };

const largestBytes = 1_000_000;

/**
 * Reads a file of answers: YAML with `path: answer` on each line, or a list of answers in the order in which they are asked.
 *
 * @param file  a path, or `-` for standard input
 * @throws {Problem} `guide/bad-answers`
 */
export function readAnswers(file: string): Answers {
  const tree = readTree(file);
  if (Array.isArray(tree)) return { inOrder: tree.map((one) => words(one, file)) };
  if (tree !== null && typeof tree === "object")
    return { byPath: new Map(Object.entries(tree).map(([path, answer]) => [path, words(answer as Plain, file)])) };
  throw bad(file, "holds no answers");
}

function readTree(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (cause) {
    throw bad(file, `cannot be read (${(cause as Error).message.split(",")[0]})`, cause);
  }
  if (text.length > largestBytes) throw bad(file, "has more than 1 MB");
  try {
    return parse(text, { schema: "core", maxAliasCount: 0 });
  } catch (cause) {
    throw bad(file, `is not YAML (${(cause as Error).message.split("\n")[0]})`, cause);
  }
}

/** An answer as somebody would have typed it. */
function words(answer: Plain | null, file: string): string {
  if (answer === null) return "";
  if (typeof answer !== "object") return String(answer);
  if (Array.isArray(answer) && answer.every((one) => typeof one !== "object")) return answer.join("; ");
  const [entry, ...more] = Object.entries(answer);
  if (!Array.isArray(answer) && entry && more.length === 0 && ["none", "later"].includes(entry[0]))
    return `${entry[0]}: ${String(entry[1])}`;
  throw bad(file, "holds an answer that is not a text");
}

function bad(file: string, why: string, cause?: unknown): Problem {
  return new Problem({
    code: "guide/bad-answers",
    found: `The answers in \`${file}\` cannot be used: the file ${why}.`,
    fix: "write one `path: answer` a line, such as `requirements.objective: Lower the money lost to fraud`, or a list of answers in order",
    at: { file },
    cause,
  });
}

import type { Design } from "../../design/design.ts";
import type { Edit } from "../../design/edit.ts";
import { partsOf, type Plain } from "../../design/plain.ts";
import { readUnsettled } from "../../design/unsettled.ts";
import { Problem } from "../../kit/problem.ts";
import { isModelling, missingForModel, modelGate, modelOpen } from "./gate.ts";
import type { Question } from "./question.ts";

/**
 * The edits that write an answer into the document.
 *
 * @param words  what the person said; `unknown`, `none: why` and `later: when` are answers too
 * @throws {Problem} `guide/unreadable-answer`, or `guide/model-before-objective` for an answer about the model while it is closed
 */
export function answerEdits(design: Design, question: Question, words: string): Edit[] {
  requireOpen(design, question.path);
  return [{ set: partsOf(question.path), to: readAnswer(question, words.trim()) }];
}

/** The value that the words stand for. */
export function readAnswer(question: Question, words: string): Plain {
  if (readUnsettled(words)) return words;
  return question.read ? question.read(words) : words;
}

/** The edit that records why modelling begins although something is missing. */
export const overrideEdit = (because: string): Edit => ({ add: ["allow"], item: { rule: modelGate, because } });

/** @throws {Problem} `guide/model-before-objective` with what is missing */
export function requireOpen(design: Design, path: string): void {
  if (!isModelling(path) || modelOpen(design)) return;
  const missing = missingForModel(design);
  throw new Problem({
    code: "guide/model-before-objective",
    found: `Modelling is not open yet: ${listed(missing.map(({ what }) => what))} ${missing.length === 1 ? "is" : "are"} not settled.`,
    fix: `answer ${missing.map((one) => `\`${one.path}\``).join(", ")} first, or give a reason with \`--anyway\`, which is written into the document`,
  });
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "../kit/problem.ts";
import { editText, type Edit } from "./edit.ts";
import { commentsOf } from "./edit/tokens.ts";
import { onPlainData, randomEdit } from "./testing/random-edit.ts";
import { diceOf, randomYaml } from "./testing/random-yaml.ts";
import { mayTouch } from "./testing/touched-lines.ts";
import { readYaml } from "./yaml-source.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const corpus = [read("examples/grocery/grocery.design.yaml"), read("test/fixtures/small.design.yaml")];

const treeOf = (text: string): unknown => readYaml(text, "x.yaml").source?.value;
const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, "").split(/\r?\n/);
const ownComments = (text: string): string[] =>
  commentsOf(text)
    .filter(({ from }) => text.slice(text.lastIndexOf("\n", from - 1) + 1, from).trim() === "")
    .map(({ from, to }) => text.slice(from, to));

/** What is wrong with a text that an edit gave; `undefined` when every law holds. */
function wrongWith(text: string, edit: Edit, after: string): string | undefined {
  if (!isDeepStrictEqual(treeOf(after), onPlainData(treeOf(text), edit))) return "another value";
  if (text.startsWith("\uFEFF") !== after.startsWith("\uFEFF")) return "another mark at the start";
  if (text.includes("\r\n") && /[^\r]\n/.test(after)) return "another line end";
  if (text.length > 1 && text.endsWith("\n") !== after.endsWith("\n") && !losesLastLine(text, edit))
    return "another end of the text";
  if (!isPartOf(ownComments(text), ownComments(after))) return "a comment lost";
  return isOutsideKept(text, edit, after) ? undefined : "a line touched in vain";
}

/** What then ends the text may be a blank line, which stays. */
const losesLastLine = (text: string, edit: Edit): boolean => "remove" in edit && !text.endsWith("\n");

function isPartOf(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const one of all) if (one === some[at]) at++;
  return at === some.length;
}

/** The lines before and behind those that an edit may touch are the same bytes, in order. */
function isOutsideKept(text: string, edit: Edit, after: string): boolean {
  const [was, is] = [linesOf(text), linesOf(after)];
  const touched = mayTouch(text.replace(/^\uFEFF/, ""), edit);
  if (touched === "insert") return sameHead(was, is) + sameHead(was.toReversed(), is.toReversed()) >= was.length;
  const behind = Math.max(0, was.length - 1 - touched.last);
  return sameHead(was, is) >= touched.first && sameHead(was.toReversed(), is.toReversed()) >= behind;
}

function sameHead(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count++;
  return count;
}

/** The result of an edit, or `undefined` where it is refused because of an alias. */
function attempt(text: string, edit: Edit): string | undefined {
  try {
    return editText(text, [edit]);
  } catch (error) {
    if (error instanceof Problem && error.code === "design/shared-by-alias" && /[&]x/.test(text)) return undefined;
    throw error;
  }
}

const seen = { edits: 0, refused: 0, unreadable: 0 };

function holds(text: string, dice: readonly number[]): void {
  const tree = treeOf(text);
  if (tree === undefined) return void seen.unreadable++;
  const edit = randomEdit(diceOf(dice), tree);
  if (!edit) return undefined;
  seen.edits++;
  const after = attempt(text, edit);
  if (after === undefined) return void seen.refused++;
  const wrong = wrongWith(text, edit, after);
  if (wrong !== undefined) expect.fail(`${wrong}\n${JSON.stringify(edit)}\n${text}\n=====\n${after}`);
}

const numbers = (length: number) => fc.array(fc.nat({ max: 9_999 }), { minLength: length, maxLength: length });

describe("an edit", { timeout: 240_000 }, () => {
  it("gives the tree that it says, touches no line in vain and loses no comment: 9,880 documents by chance", () => {
    fc.assert(
      fc.property(numbers(120), numbers(40), (layout, dice) => holds(randomYaml(diceOf(layout)), dice)),
      { numRuns: 9_880, seed: 11 },
    );
    expect(seen.edits).toBeGreaterThan(9_000);
    expect(seen.refused).toBeLessThan(500);
    expect(seen.unreadable).toBeLessThan(100);
  });

  it("does so in the examples: 120 edits", () => {
    fc.assert(
      fc.property(fc.constantFrom(...corpus), numbers(40), (text, dice) => holds(text, dice)),
      { numRuns: 120, seed: 12 },
    );
  });
});

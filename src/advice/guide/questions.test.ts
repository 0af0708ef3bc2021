import { describe, expect, it } from "vitest";
import { parseDesign } from "../../design/parse.ts";
import { partsOf, type Plain } from "../../design/plain.ts";
import { editText } from "../../design/edit.ts";
import { allowedKeys } from "../../design/schema-keys.ts";
import { designSchema } from "../../design/schema/design.ts";
import { readAnswer } from "./answer.ts";
import { questions } from "./questions.ts";

/** A document in which every question makes sense: lists have an item, groups that a question looks at are there. */
const ground = `plumbline: 1
name: x
metrics: {online: [{metric: a, primary: true}], offline: [{metric: recall}]}
data: {sources: [{name: payments}, {name: disputes}], labels: [{name: fraud}]}
features: [{name: f}]
model: {train: {every: 1d}, baseline: {kind: rules}}
serving: {rollout: {shadow: 1d}, fallback: rules}
monitoring: {feedback: {log: all}, experiment: {unit: user}}
`;

describe("every question", () => {
  it("asks for a path that documents have, once", () => {
    for (const { path } of questions) {
      const parts = partsOf(path);
      expect(allowedKeys(designSchema, parts.slice(0, -1)), path).toContain(parts.at(-1));
    }
    expect(new Set(questions.map(({ path }) => path)).size).toBe(questions.length);
  });

  it.each(questions.map((question) => [question.path, question] as const))(
    "%s is answered by its own example, and the document is still a design",
    (path, question) => {
      const value = readAnswer(question, question.example) as Plain;
      const text = editText(ground, [{ set: partsOf(path), to: value }]);
      expect(parseDesign(text).problems.map(({ found, fix }) => `${found} ${fix}`)).toEqual([]);
    },
  );

  it.each(questions.map((question) => [question.path, question] as const))(
    "%s says why it matters, in sentences that end like ones",
    (_, { asks, why, example }) => {
      expect(asks).toMatch(/[?.)]$/);
      expect(why).toMatch(/\.$/);
      expect(why.length).toBeGreaterThan(30);
      expect(example).not.toBe("");
    },
  );

  it("takes unknown, none and later for an answer", () => {
    for (const question of questions)
      for (const words of ["unknown", "none: not here", "later: after the pilot"])
        expect(readAnswer(question, words)).toBe(words);
  });
});

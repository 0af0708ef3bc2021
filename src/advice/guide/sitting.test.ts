import { describe, expect, it } from "vitest";
import type { Design } from "../../design/design.ts";
import { lensNames } from "../../design/schema/design.ts";
import { parseDesign } from "../../design/parse.ts";
import { editText } from "../../design/edit.ts";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { answerEdits } from "./answer.ts";
import { isModelling, missingForModel } from "./gate.ts";
import { questions } from "./questions.ts";
import { nextQuestions, questionFor } from "./sitting.ts";

const head = "plumbline: 1\nname: x\n";
function designOf(body: string): Design {
  const { document, problems } = parseDesign(head + body);
  if (!document) throw problems[0]!;
  return document.design;
}
const asked = (design: Design, options = {}) => nextQuestions(design, options).ask.map(({ question }) => question.path);
const all = (design: Design, options = {}) => asked(design, { ...options, most: Infinity });

const settled = `requirements: {objective: a, scale: {requests: {average: 5/s}}}
metrics: {online: [{metric: addRate, primary: true}]}
`;

describe("nextQuestions", () => {
  it("asks at most five, the kind of system before everything else", () => {
    expect(asked(designOf(""))).toHaveLength(5);
    expect(asked(designOf(""))[0]).toBe("system");
  });

  it.each(lensNames)("asks nothing about the model through %s while objective, KPI or scale is open", (lens) => {
    for (const missing of [
      "requirements: {objective: unknown}",
      "requirements: {objective: TBD, scale: {requests: {average: 5/s}}}",
      "requirements: {objective: a}",
      "",
    ]) {
      const design = designOf(missing);
      expect(missingForModel(design).length).toBeGreaterThan(0);
      expect(all(design, { lens }).filter(isModelling)).toEqual([]);
      expect(nextQuestions(design, { lens }).missing.map(({ path }) => path)).toContain("metrics.online");
    }
    expect(all(designOf(settled), { lens }).filter(isModelling).length).toBeGreaterThan(8);
  });

  it("opens the model where somebody wrote down why", () => {
    const design = designOf("allow: [{rule: model-before-objective, because: a study of models only}]\n");
    expect(all(design).filter(isModelling).length).toBeGreaterThan(8);
  });

  it("asks again what is unknown, and not what was put off, decided against or settled", () => {
    const open = designOf(
      "requirements: {problem: unknown, today: 'later: next week', worth: 'none: a study', decision: a}\n",
    );
    const paths = all(open);
    expect(paths).toContain("requirements.problem");
    for (const path of ["requirements.today", "requirements.worth", "requirements.decision"])
      expect(paths).not.toContain(path);
    expect(all(designOf("serving: 'later: after the study'\n")).filter((path) => path.startsWith("serving"))).toEqual(
      [],
    );
  });

  it("asks what matters most first, in the lens's order", () => {
    const { ask, lens } = nextQuestions(designOf("system: fraud\nlens: five-phase\nstage: concept\n"), {
      most: Infinity,
    });
    const firstPass = ask.filter(({ question }) => question.impact >= 4);
    expect(ask.slice(0, firstPass.length)).toEqual(firstPass);
    const places = firstPass.map(({ section }) => lens.sections.indexOf(section));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("asks what was left open before after everything that was never asked", () => {
    const paths = all(designOf("system: fraud\nlens: overview\nstage: concept\nrequirements: {problem: unknown}\n"));
    expect(paths.at(-1)).toBe("requirements.problem");
  });

  it("asks less eagerly for what can be worked out", () => {
    const recommend = (_: Design, path: string) =>
      path === "requirements.problem" ? { value: "x", because: "y", consequence: "z" } : undefined;
    const without = asked(designOf("system: fraud\nlens: overview\nstage: concept\n"));
    const withOne = asked(designOf("system: fraud\nlens: overview\nstage: concept\n"), { recommend });
    expect(without[0]).toBe("requirements.problem");
    expect(withOne[0]).toBe("requirements.decision");
  });

  it("asks a kind of system only what fits it", () => {
    expect(all(designOf(`system: fraud\n${settled}`))).toEqual(
      expect.arrayContaining(["model.decide", "serving.review"]),
    );
    expect(all(designOf(`system: fraud\n${settled}`))).not.toContain("model.retrieve");
    expect(all(designOf(`system: rag\n${settled}`))).toContain("model.chunks");
  });

  it("keeps to a stage or a section when told so", () => {
    const data = all(designOf("data: {sources: [{name: a}]}\n"), { about: "data" });
    expect(data.length).toBeGreaterThan(5);
    expect(data.every((path) => path.startsWith("data"))).toBe(true);
    expect(all(designOf(""), { lens: "overview", about: "problem definition" })).toContain("metrics.link");
  });

  it.each(lensNames)("is done through %s when every question was answered by its example", (lens) => {
    let text = `${head}system: fraud\n`;
    let count = 0;
    for (;;) {
      const { document, problems } = parseDesign(text);
      expect(problems.map(({ found }) => found)).toEqual([]);
      const [next] = nextQuestions(document!.design, { lens, most: 1 }).ask;
      if (!next || count > questions.length) break;
      count++;
      text = editText(text, answerEdits(document!.design, next.question, next.question.example));
    }
    expect(count).toBeGreaterThan(60);
    expect(count).toBeLessThanOrEqual(questions.length);
  });
});

describe("answerEdits", () => {
  it("refuses an answer about the model while it is closed, and says what is missing", () => {
    const problem = problemOf(() =>
      answerEdits(designOf("requirements: {objective: a}\n"), questionFor("model.rank")!, "gbdt"),
    );
    expect(problem.code).toBe("guide/model-before-objective");
    expect(problem.found).toBe("Modelling is not open yet: the primary KPI and the scale are not settled.");
    expect(problem.fix).toContain("`metrics.online`");
  });

  it("says what an answer should look like when it cannot be read", () => {
    const problem = problemOf(() => answerEdits(designOf(settled), questionFor("model.level")!, "trees"));
    expect(problem.found).toBe("`trees` is not an answer to this question, which takes a whole number, such as 3.");
  });
});

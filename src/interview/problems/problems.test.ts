import { describe, expect, it } from "vitest";
import { sizeDesign } from "../../sizing/sized/index.ts";
import type { HiddenFact, InterviewProblem } from "../problem.ts";
import { levels } from "../record.ts";
import { problems as registered } from "./index.ts";
import { besideWords, changedReference, referenceOf } from "./testing/reference-design.ts";
import { requiredOfAll, requiredTopics } from "./testing/required-topics.ts";

const problems: readonly InterviewProblem[] = registered;
const drills = [
  "traffic-10x",
  "feature-store-down",
  "model-server-down",
  "labels-30-days-late",
  "input-drift",
  "bad-release",
  "region-lost",
  "cache-cold",
  "slow-dependency",
  "new-regulation",
  "upstream-schema-change",
  "hot-key",
];

/** Everything an interviewer says without having been asked. */
const openly = ({ title, statement, objective, data, constraints, change, drills }: InterviewProblem): string[] => [
  title,
  statement,
  objective,
  data,
  change.says,
  ...constraints,
  ...drills.map(({ says }) => says),
];

const gives = (text: string, secret: string): boolean => text.toLowerCase().includes(secret.toLowerCase());
const repeated = (words: readonly string[]): string[] => words.filter((word, at) => words.indexOf(word) !== at);

describe("the interview problems", () => {
  it("are sixteen, four or more for each level", () => {
    expect(problems.length).toBe(16);
    for (const level of levels) {
      expect(problems.filter((problem) => problem.level === level).length, level).toBeGreaterThanOrEqual(4);
    }
  });

  it("are all held against a list of what must be discussed", () =>
    expect(Object.keys(requiredTopics).toSorted()).toEqual(problems.map(({ id }) => id).toSorted()));

  it("say nothing twice: no drill or change is put in the words of another", () =>
    expect(
      repeated(problems.flatMap(({ change, drills }) => [change.says, ...drills.map(({ says }) => says)])),
    ).toEqual([]));
});

describe.each(problems)("the problem $id", (problem) => {
  const { facts } = problem;

  it("has eight to sixteen facts with names of their own, each asked for in six wordings or more", () => {
    expect(facts.length).toBeGreaterThanOrEqual(8);
    expect(facts.length).toBeLessThanOrEqual(16);
    expect(repeated(facts.map(({ id }) => id))).toEqual([]);
    for (const { id, asked } of facts) expect(asked.length, id).toBeGreaterThanOrEqual(6);
    expect(repeated(facts.flatMap(({ asked }) => asked))).toEqual([]);
  });

  it("knows its scale, latency, labels, errors, today, people, law, money and uptime", () => {
    const told = new Set(facts.map(({ topic }) => topic));
    for (const topic of ["scale", "latency-requirement", "labels", "label-delay", "error-costs", "current-solution"]) {
      expect(told).toContain(topic);
    }
    expect(told).toContain("cost-limit");
    expect(told).toContain("availability");
    expect([...told].some((topic) => topic === "privacy-and-compliance" || topic === "safety-case")).toBe(true);
    expect([...told].some((topic) => ["class-imbalance", "long-tail", "rollback"].includes(topic))).toBe(true);
    expect(facts.some(({ tells }) => /engineers/.test(tells))).toBe(true);
  });

  it("gives nothing away that was not asked for", () => {
    const leaks = (fact: HiddenFact): string[] => {
      const others = facts.filter((other) => other !== fact).map(({ tells }) => tells);
      return fact.secret.filter((secret) => [...openly(problem), ...others].some((text) => gives(text, secret)));
    };
    for (const fact of facts) {
      expect(leaks(fact), fact.id).toEqual([]);
      for (const secret of fact.secret) expect(gives(fact.tells, secret), `${fact.id}: ${secret}`).toBe(true);
      expect(fact.secret.length, fact.id).toBeGreaterThan(0);
    }
  });

  it("tells the numbers of its reference design", () => {
    for (const { id, quantity } of facts) {
      if (!quantity) continue;
      const { there, told } = besideWords(problem, quantity.path, quantity.words);
      expect(there, `${id}: ${quantity.path}`).toBeDefined();
      expect(told, `${id}: ${quantity.path}`).toEqual(there);
    }
    expect(facts.filter(({ quantity }) => quantity).length).toBeGreaterThanOrEqual(6);
  });

  it("has a reference that can be sized and holds its own peak", () => {
    const sized = sizeDesign(referenceOf(problem));
    const full = sized.limits.filter(({ kind, times }) => kind === "capacity" && times < 1);
    expect(full).toEqual([]);
  });

  it("has a change that its reference can take, and that a good answer meets with several topics", () => {
    expect(() => changedReference(problem)).not.toThrow();
    expect(problem.change.topics.length).toBeGreaterThanOrEqual(3);
  });

  it("tries three to five drills of the list, each once", () => {
    const tried = problem.drills.map(({ drill }) => drill);
    expect(tried.length).toBeGreaterThanOrEqual(3);
    expect(tried.length).toBeLessThanOrEqual(5);
    expect(repeated(tried)).toEqual([]);
    expect(tried.filter((drill) => !drills.includes(drill))).toEqual([]);
  });

  it("must discuss what its kind of system is known for, and its own challenges are among the topics", () => {
    const reached = new Set([...problem.mustDiscuss, ...problem.challenges.map(({ topic }) => topic)]);
    expect(requiredTopics[problem.id]!.filter((topic) => !reached.has(topic))).toEqual([]);
    for (const oneOf of requiredOfAll)
      expect(
        oneOf.some((topic) => reached.has(topic)),
        oneOf.join(" or "),
      ).toBe(true);
    expect(repeated(problem.mustDiscuss)).toEqual([]);
    expect(problem.challenges.length).toBeGreaterThanOrEqual(3);
  });
});

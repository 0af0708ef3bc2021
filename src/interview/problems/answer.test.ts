import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/random.ts";
import type { InterviewProblem } from "../problem.ts";
import { topics as registeredTopics } from "../topics/index.ts";
import type { Topic } from "../topic.ts";
import { compilePhrases, compileTopics, matchesAny } from "../understand/lexicon.ts";
import { factsFor, noFactAnswer, noFactAnswers } from "./answer.ts";
import { problems as registered } from "./index.ts";
import { juniorQuestions } from "./testing/junior-questions.ts";
import { seniorQuestions } from "./testing/senior-questions.ts";
import { spokenOf } from "./testing/spoken.ts";
import { staffQuestions } from "./testing/staff-questions.ts";

const problems: readonly InterviewProblem[] = registered;
const topics: readonly Topic[] = registeredTopics;
const lexicon = compileTopics(topics);
const nothing = compileTopics([]);
const questions = [...juniorQuestions, ...seniorQuestions, ...staffQuestions];
const problemOf = (id: string) => problems.find((problem) => problem.id === id)!;
const found = (question: string, problem: InterviewProblem, words = lexicon) =>
  factsFor(question, problem, words).map(({ id }) => id);

describe("the facts of a question", () => {
  it.each(problems)("$id: every wording asks for its own fact and for no other", (problem) => {
    const compiled = problem.facts.map(({ id, asked }) => ({ id, phrases: compilePhrases(asked) }));
    for (const { id, asked } of problem.facts) {
      for (const said of asked.flatMap(spokenOf)) {
        const meant = compiled.filter(({ phrases }) => matchesAny(said, phrases)).map((one) => one.id);
        expect(meant, `"${said}"`).toEqual([id]);
      }
    }
  });

  it.each(questions)(
    "$problem: are found for what people ask, and none for what they only say",
    ({ problem, asks, none }) => {
      const asked = problemOf(problem);
      expect(asks.length).toBeGreaterThanOrEqual(10);
      expect(none.length).toBeGreaterThanOrEqual(5);
      for (const [question, ...facts] of asks)
        expect(found(question, asked).toSorted(), question).toEqual(facts.toSorted());
      for (const question of none) expect(found(question, asked), question).toEqual([]);
    },
  );

  it("are asked for in every problem, each fact at least once", () => {
    for (const { id, facts } of problems) {
      const asked = new Set(questions.find(({ problem }) => problem === id)!.asks.flatMap(([, ...ids]) => ids));
      expect(
        facts.map((fact) => fact.id).filter((fact) => !asked.has(fact)),
        id,
      ).toEqual([]);
    }
  });

  it("are those of the topic where no wording fits, and only for a question", () => {
    const problem = problemOf("spam-classifier");
    const monitor = { ...topics[0]!, id: "adversaries", names: ["villain"], mechanisms: [], not: [] };
    const words = compileTopics([monitor]);
    expect(found("What about villains?", problem, words)).toEqual(["attackers"]);
    expect(found("We keep villains out.", problem, words)).toEqual([]);
    expect(found("Should I talk about villains?", problem, words)).toEqual([]);
    expect(found("What about villains?", problem, nothing)).toEqual([]);
  });

  it("are found for each sentence of a turn, in the order of the problem", () =>
    expect(found("What's the budget? And the peak? I would draw now.", problemOf("rag"))).toEqual([
      "traffic",
      "budget",
    ]));
});

describe("the topics that problems name", () => {
  it("are in the lexicon", () => {
    const known = new Set(topics.map(({ id }) => id));
    const named = problems.flatMap(({ facts, challenges, mustDiscuss, change }) => [
      ...facts.map(({ topic }) => topic),
      ...challenges.map(({ topic }) => topic),
      ...mustDiscuss,
      ...change.topics,
    ]);
    expect([...new Set(named)].filter((topic) => !known.has(topic))).toEqual([]);
  });
});

describe("an answer without a number", () => {
  it("is chosen by the caller's chance, the same for the same seed", () => {
    expect(noFactAnswer(seededRandom("a"))).toBe(noFactAnswer(seededRandom("a")));
    const chosen = Array.from({ length: 40 }, (_, seed) => noFactAnswer(seededRandom(seed)));
    expect(new Set(chosen)).toEqual(new Set(noFactAnswers));
  });
});

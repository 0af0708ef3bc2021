import { Problem } from "../../kit/problem.ts";
import { nearest } from "../../kit/suggest.ts";
import type { InterviewProblem } from "../problem.ts";
import type { RoundSetup } from "../record.ts";
import type { Brief } from "./brief.ts";
import { ownBrief } from "./own-design.ts";
import type { RoundParts } from "./parts.ts";
import { staples } from "./staples.ts";

/** @throws {Problem} `interview/no-such-problem`, `interview/no-design`, or what is wrong with the person's design */
export function briefOf(setup: RoundSetup, parts: RoundParts): Brief {
  if (setup.problem === "own") return ownBrief(setup, parts);
  const problem = problemNamed(setup.problem, parts.problems);
  const { facts, mustDiscuss, change, drills } = problem;
  return {
    presents: presentation(problem),
    problem,
    design: undefined,
    facts,
    mustDiscuss,
    agenda: agendaOf(problem, setup),
    designQuestions: [],
    change,
    drills,
  };
}

/** Ids of topics that a round has to reach. */
export function mustDiscussOf(setup: RoundSetup, parts: RoundParts): readonly string[] {
  return briefOf(setup, parts).mustDiscuss;
}

function problemNamed(id: string, problems: readonly InterviewProblem[]): InterviewProblem {
  const problem = problems.find((one) => one.id === id);
  if (problem) return problem;
  const names = problems.map((one) => one.id);
  const holding = names.filter((name) => id.length > 2 && name.includes(id.toLowerCase()));
  const close = holding.length === 1 ? holding[0] : nearest(id.slice(0, 60), names);
  throw new Problem({
    code: "interview/no-such-problem",
    found: `There is no interview problem ${JSON.stringify(id.slice(0, 60))}.`,
    fix: close ? `Take ${close}, or own for a design of yours.` : `Take one of ${names.join(", ")}, or own.`,
  });
}

function presentation({ statement, objective, data, constraints }: InterviewProblem): string {
  const limits = constraints.length > 0 ? `What is fixed: ${constraints.join(" ")}` : "";
  return [statement, `The objective: ${objective}`, `Data: ${data}`, limits].filter(Boolean).join("\n");
}

function agendaOf({ mustDiscuss, challenges, change }: InterviewProblem, { aims = [], level }: RoundSetup): string[] {
  const own = new Set([...mustDiscuss, ...challenges.map(({ topic }) => topic), ...change.topics]);
  const fitting = aims.filter((topic) => own.has(topic) || Object.values(staples).some((list) => list.includes(topic)));
  const [first, ...rest] = [mustDiscuss, fitting, challenges.map(({ topic }) => topic), staples[level]];
  return [...new Set([...first!, ...rest.flat()])];
}

import { problems } from "../../interview/problems/index.ts";
import { levels, type Level } from "../../interview/record.ts";

export interface ListedProblem {
  readonly id: string;
  readonly title: string;
  readonly level: Level;
  readonly objective: string;
}

/** Every problem, those that ask least first. */
export const listedProblems = (): ListedProblem[] =>
  levels.flatMap((level) =>
    problems.filter((one) => one.level === level).map(({ id, title, objective }) => ({ id, title, level, objective })),
  );

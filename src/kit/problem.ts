import { problemCodes, type ProblemCode } from "./problem-codes.ts";

/** Where something was found. Lines and columns count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** Path inside a document, such as `serving.path[2].p99`. */
  readonly path?: string;
}

export interface ProblemFacts {
  readonly code: ProblemCode;
  /** What was found, as a whole sentence with the number worked out. */
  readonly found: string;
  /** What to change, in the imperative. */
  readonly fix: string;
  readonly at?: Place | undefined;
  readonly cause?: unknown;
}

/**
 * The one error class for everything a person can mend: what was found, where, and what to change.
 * A mistake of ours stays a plain `Error`.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly found: string;
  readonly fix: string;
  readonly at: Place | undefined;

  constructor(facts: ProblemFacts) {
    super(facts.found, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = "Problem";
    this.code = facts.code;
    this.found = facts.found;
    this.fix = facts.fix;
    this.at = facts.at;
  }

  /** HTTP status that fits this problem, from the table of codes. */
  get httpStatus(): number {
    return problemCodes[this.code].httpStatus ?? 500;
  }

  toJSON(): { code: ProblemCode; found: string; fix: string; at?: Place } {
    return { code: this.code, found: this.found, fix: this.fix, ...(this.at && { at: this.at }) };
  }
}

/** `recommender.design.yaml:41:3  serving.replicas`, or `undefined` when nothing about the place is known. */
export function placeText(at: Place | undefined): string | undefined {
  if (!at) return undefined;
  const position = [at.file, at.line, at.line === undefined ? undefined : at.column].filter(
    (part) => part !== undefined,
  );
  const text = [position.join(":"), at.path].filter(Boolean).join("  ");
  return text === "" ? undefined : text;
}

/** The text that the command line, the web page and agents all print for a problem. */
export function problemText(problem: Problem): string {
  const place = placeText(problem.at);
  return [
    `Problem: ${problem.found}`,
    ...(place ? [`  at   ${place}`] : []),
    `  fix  ${problem.fix}`,
    `  code ${problem.code}`,
  ].join("\n");
}

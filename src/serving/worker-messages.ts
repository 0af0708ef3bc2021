import { problemCodes } from "../kit/problem-codes.ts";
import { Problem, type ProblemFacts } from "../kit/problem.ts";

/** What the parent process sends to a worker. */
export type ToWorker =
  | { readonly kind: "init"; readonly module: string; readonly init: unknown }
  /** `expiresMillis` is wall time of this machine: past it the caller no longer listens. */
  | { readonly kind: "call"; readonly id: number; readonly expiresMillis: number; readonly request: unknown };

/** What a worker sends to its parent. */
export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "broken"; readonly error: WireError }
  | { readonly kind: "answer"; readonly id: number; readonly response: unknown }
  | { readonly kind: "error"; readonly id: number; readonly error: WireError };

/** An error that survives the way between processes; a Problem stays a Problem. */
export type WireError =
  | { readonly problem: Pick<ProblemFacts, "code" | "found" | "fix" | "at"> }
  | { readonly message: string; readonly stack: string };

export function toWireError(error: unknown): WireError {
  if (isProblem(error)) return { problem: { code: error.code, found: error.found, fix: error.fix, at: error.at } };
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { message, stack: stack ?? message };
}

export function fromWireError(wire: WireError): Error {
  if ("problem" in wire) return new Problem(wire.problem);
  return new Error(`in a worker: ${wire.message}`, { cause: wire.stack });
}

/** By shape, because the module of a worker may carry its own copy of the class. */
function isProblem(error: unknown): error is Problem {
  return error instanceof Error && error.name === "Problem" && (error as Problem).code in problemCodes;
}

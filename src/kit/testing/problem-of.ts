import { Problem } from "../problem.ts";

/** The Problem that an act throws; anything else that it throws goes on. */
export function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("expected a Problem");
}

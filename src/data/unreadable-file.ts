import { Problem } from "../kit/problem.ts";
import { firstLine } from "./table-failure.ts";

interface Readable {
  readonly path: string;
  readonly name: string;
  readonly format: string;
}

/** @returns the Problem for a file that broke off or is not what its ending says */
export function unreadable(file: Readable, cause: unknown): Problem {
  return new Problem({
    code: "data/unreadable-file",
    found: `The file ${file.name} cannot be read as ${file.format}: ${firstLine(String((cause as Error).message))}.`,
    fix: "check that it is whole and is what its ending says, or export it again",
    at: { file: file.path },
    cause,
  });
}

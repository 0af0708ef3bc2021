import { problemCodes, type ProblemCode } from "../src/kit/problem-codes.ts";

/** `docs/problems.md`: every code that a Problem can carry, by the room before its slash. */
export function problemsPage(): string {
  const byRoom = Object.groupBy(Object.keys(problemCodes) as ProblemCode[], (code) => code.split("/")[0]!);
  return [
    "# Problems",
    "",
    "<!-- Written by scripts/generate.ts from src/kit/problem-codes.ts: do not edit. -->",
    "",
    "What Plumbline cannot do, it says as a Problem: what was found, where, what to change, and one of these codes.",
    "The command line, the web page and agents print the same text; an HTTP answer carries the status named here.",
    ...Object.entries(byRoom).flatMap(([room, codes]) => section(room, codes!)),
    "",
  ].join("\n");
}

function section(room: string, codes: readonly ProblemCode[]): string[] {
  return [
    "",
    `## ${room}`,
    "",
    "| code | when | HTTP |",
    "|---|---|---|",
    ...codes.map((code) => `| \`${code}\` | ${escaped(problemCodes[code].when)} | ${statusOf(code)} |`),
  ];
}

function statusOf(code: ProblemCode): number {
  const facts: { httpStatus?: number } = problemCodes[code];
  return facts.httpStatus ?? 500;
}

const escaped = (text: string): string => text.replaceAll("|", "\\|");

import type { InterviewOutput } from "../../index.ts";
import type { Terminal } from "../terminal.ts";
import { wrapHanging } from "../wrap.ts";

/** The problems, or where a round stands and what came of it. */
export function presentInterview({ problems, folder, isOpen, debrief }: InterviewOutput, terminal: Terminal): void {
  if (problems) return presentProblems(problems, terminal);
  if (isOpen) return terminal.print(`\nKept in ${folder}. \`plumb interview --resume\` goes on.`);
  if (!debrief) return;
  terminal.print(`\n${debrief.markdown}`);
  terminal.say("debrief", Object.values(debrief.files).join("\n"));
}

function presentProblems(problems: NonNullable<InterviewOutput["problems"]>, { print, paint, width }: Terminal): void {
  const levels = [...new Set(problems.map(({ level }) => level))];
  const longest = Math.max(...problems.map(({ id }) => id.length));
  for (const level of levels) {
    print(paint.bold(level));
    for (const { id, objective } of problems.filter((one) => one.level === level))
      print(wrapHanging(`  ${id.padEnd(longest)}  ${objective}`, width, longest + 4).join("\n"));
    print("");
  }
}

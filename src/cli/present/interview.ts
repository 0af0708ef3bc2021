import type { InterviewOutput } from "../../index.ts";
import type { Terminal } from "../terminal.ts";
import { wrapHanging } from "../wrap.ts";

/** The problems, or where a round stands and what came of it. */
export function presentInterview(output: InterviewOutput, terminal: Terminal): void {
  const { problems, history, folder, isOpen, debrief } = output;
  if (problems) return presentProblems(problems, terminal);
  if (history) return presentHistory(history, terminal);
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

function presentHistory(
  { rounds, recurring, unread }: NonNullable<InterviewOutput["history"]>,
  terminal: Terminal,
): void {
  const { print, paint, width } = terminal;
  if (rounds.length === 0) return print("No round was played here yet. `plumb interview` begins one.");
  print(paint.bold("played"));
  for (const { name, title } of rounds) print(wrapHanging(`  ${name}  ${title}`, width, 4).join("\n"));
  print(`\n${paint.bold("left open more than once")}`);
  if (recurring.length === 0) print("  nothing so far");
  for (const { name, open, lastShown } of recurring) {
    const since = lastShown === undefined ? "" : `; explained last in ${lastShown}`;
    print(wrapHanging(`  ${name}: ${open.join(", ")}${since}`, width, 4).join("\n"));
  }
  if (recurring.length > 0) print("\nThe next round asks about these first.");
  for (const file of unread) terminal.tell(`! ${file} cannot be read and was left out`);
}

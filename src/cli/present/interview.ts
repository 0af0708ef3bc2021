import type { Block, InterviewOutput, Span } from "../../index.ts";
import type { Terminal } from "../terminal.ts";
import { wrapHanging } from "../wrap.ts";

/** The problems, or where a round stands and what came of it. */
export function presentInterview(output: InterviewOutput, terminal: Terminal): void {
  const { problems, history, folder, isOpen, debrief } = output;
  if (problems) return presentProblems(problems, terminal);
  if (history) return presentHistory(history, terminal);
  if (isOpen) return terminal.print(`\nKept in ${folder}.\n\`plumb interview --resume\` goes on.`);
  if (!debrief) return;
  terminal.print(`\n${debrief.summary.map((block) => blockText(block, terminal)).join("\n")}\n`);
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

const widest = 96;

/** A block of the debrief for a terminal: quotes as they are, what explains them dimmed. */
function blockText(block: Block, { paint, width }: Terminal): string {
  const columns = Math.min(width, widest);
  const line = (spans: readonly Span[], lead: string) => {
    const lines = wrapHanging(
      lead +
        spans
          .map(({ text }) => text)
          .join("")
          .replaceAll(/[^\P{C}]/gu, " "),
      columns,
      lead.length,
    );
    const [first] = spans;
    const head = first?.as === "strong" ? first.text : "";
    return lines
      .map((one, at) => (at === 0 && head ? one.replace(head.trim(), paint.bold(head.trim())) : one))
      .join("\n");
  };
  if (block.kind === "heading")
    return block.level === 1 ? paint.bold(block.text) : `\n${paint.bold(paint.cyan(block.text))}`;
  if (block.kind === "paragraph") {
    const text = line(block.spans, "");
    return block.spans.every(({ as }) => as === "soft") ? paint.dim(text) : text;
  }
  return block.kind === "list" ? block.items.map((spans) => line(spans, "- ")).join("\n") : "";
}

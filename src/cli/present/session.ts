import { promptOf, type SessionOutput } from "../../index.ts";
import { promptText } from "../ask.ts";
import type { Terminal } from "../terminal.ts";
import { wrapHanging } from "../wrap.ts";

/** What a sitting wrote, what is still open, and what would be asked next. */
export function presentSession({ file, written, next }: SessionOutput, terminal: Terminal): void {
  const { print, paint, width } = terminal;
  for (const { path, words, line } of written) {
    const place = paint.dim(`${file}${line === undefined ? "" : `:${line}`}`);
    print(wrapHanging(`✓ ${path}: ${words}`, width, 4).join("\n"));
    print(`    ${place}`);
  }
  if (written.length > 0) print("");
  presentOpen(file, { next, asked: written.length > 0 }, terminal);
}

/** The next questions in full where none was answered, by name where the sitting is over. */
export function presentOpen(
  file: string,
  { next, asked }: { next: SessionOutput["next"]; asked: boolean },
  terminal: Terminal,
): void {
  const { print, paint, width } = terminal;
  const settled = next.all - next.open;
  print(paint.bold(file));
  const state = `${settled} of ${next.all} questions are settled, read through the lens “${next.lens.title}”.`;
  print(wrapHanging(state, width, 0).join("\n"));
  if (next.missing.length > 0) {
    const what = next.missing.map((one) => one.what).join(", ");
    print(wrapHanging(`! Modelling stays closed until these are settled: ${what}.`, width, 2).join("\n"));
  }
  if (next.ask.length === 0) {
    print(next.open === 0 ? "Nothing is open." : "Nothing is left to ask here for now.");
    return;
  }
  if (asked) {
    print("\nNext:");
    for (const { question } of next.ask)
      print(wrapHanging(`  ${question.path}: ${question.asks}`, width, 4).join("\n"));
    print(`\nGo on with: plumb ask ${file}`);
    return;
  }
  for (const [i, open] of next.ask.entries())
    print(
      `\n${promptText(promptOf(open, `${i + 1} of ${next.ask.length} · ${open.section.title} · ${open.question.path}`), terminal)}`,
    );
  const how = `Answer in a terminal with \`plumb ask ${file}\`, or with \`--answers FILE\`: one \`path: answer\` a line.`;
  print(`\n${wrapHanging(how, width, 0).join("\n")}`);
}

import { stages, type CheckOutput } from "../../index.ts";
import type { Terminal } from "../terminal.ts";
import { openText } from "./open-text.ts";
import { presentOpen } from "./session.ts";
import { wrapHanging } from "../wrap.ts";

/** What a design holds, stage by stage, what it leaves open, and what to settle next. */
export function presentCheck(
  { file, design, stages: written, unsettled, next }: CheckOutput,
  terminal: Terminal,
): void {
  const { print, paint, width } = terminal;
  print(`${paint.bold(design)} can be read: no mistake in ${file}.\n`);
  for (const stage of stages) {
    const claims = written[stage];
    print(`  ${stage.padEnd(14)}${claims === undefined ? paint.yellow("not written yet") : `${claims} claims`}`);
  }
  const open = Object.entries(unsettled);
  if (open.length > 0) print(`\n${paint.bold("left open")}`);
  for (const [path, what] of open) print(wrapHanging(`  ${path}: ${openText(what)}`, width, 4).join("\n"));
  print("");
  presentOpen(file, { next, asked: true }, terminal);
}

import type { ImportOutput } from "../../index.ts";
import type { Terminal } from "../terminal.ts";
import { wrapHanging } from "../wrap.ts";

/** The design, and apart from it what was found and not placed: nothing is dropped in silence. */
export function presentImport(output: ImportOutput, terminal: Terminal): void {
  const { print, tell, paint, width } = terminal;
  const { from, file, yaml, placed, numbers, unplaced, setAside } = output;
  if (file === undefined) print(yaml);
  const say = file === undefined ? tell : print;
  const lines = (words: string, indent = 4) => say(wrapHanging(words, width, indent).join("\n"));
  const claimed = numbers.filter((one) => one.path !== undefined);
  say(
    `${paint.bold(from)}  ${placed.length} values placed; ${claimed.length} of ${numbers.length} numbers became claims, to be confirmed.`,
  );
  const open = numbers.filter((one) => one.path === undefined);
  if (open.length > 0) say(`\n${paint.bold("numbers without a place")}`);
  for (const { text, range, why } of open) lines(`  line ${range.line}: ${text} (${why ?? "no place fits"})`);
  if (setAside.length > 0) say(`\n${paint.bold("set aside, because it states nothing")}`);
  for (const { kind, range, text } of setAside) lines(`  line ${range.line}: ${kind}: ${shortened(text)}`);
  if (unplaced.length > 0) say(`\n${paint.bold("kept as notes, because it could not be placed")}`);
  for (const { range, text } of unplaced) lines(`  line ${range.line}: ${shortened(text)}`);
  if (file !== undefined) say(`\nWritten: ${file}\nGo on with: plumb ask ${file}`);
}

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 100 ? `${line.slice(0, 97)}…` : line;
};

import type { DiffOutput } from "../../index.ts";
import type { Terminal } from "../terminal.ts";
import { wrapHanging } from "../wrap.ts";

/** What changed, which claims are new, gone or different, and which verdicts are void. */
export function presentDiff({ before, after, diff, markdown }: DiffOutput, terminal: Terminal): void {
  const { print, paint, width } = terminal;
  if (markdown !== undefined) return print(markdown);
  const lines = (words: string, indent: number) => print(wrapHanging(words, width, indent).join("\n"));
  print(`${paint.bold(`${before} → ${after}`)}`);
  if (diff.changes.length === 0)
    return print(`The design means the same. All ${diff.untouched} claims stand as they were.`);
  for (const { kind, path, before: was, after: is } of diff.changes) {
    print(`\n${signs[kind]} ${paint.bold(path)}`);
    if (was !== undefined) lines(paint.red(`    - ${was}`), 6);
    if (is !== undefined) lines(paint.green(`    + ${is}`), 6);
  }
  if (diff.claims.length > 0) print(`\n${paint.bold("claims")}`);
  for (const { kind, id, before: was, after: is } of diff.claims) {
    lines(`  ${kind.padEnd(8)} ${(is ?? was)!.sentence}`, 11);
    print(paint.dim(`           ${id}`));
  }
  if (diff.invalidated.length > 0) print(`\n${paint.bold("verdicts that say nothing any more")}`);
  for (const { claim, because } of diff.invalidated)
    lines(`  ${claim.id} ${paint.dim(`(${because.slice(0, 2).join(", ")}${because.length > 2 ? ", …" : ""})`)}`, 4);
  print(`\n${diff.untouched} old ${diff.untouched === 1 ? "verdict counts" : "verdicts count"} as before.`);
}

const signs = { added: "+", removed: "-", changed: "~", reordered: "↕" } as const;

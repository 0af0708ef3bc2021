import type { EditOutput } from "../../index.ts";
import type { Terminal } from "../terminal.ts";

/** The lines that an edit changed, with the line numbers of the new text. */
export function presentEdit({ file, before, after, written }: EditOutput, { print, paint }: Terminal): void {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  if (before === after) return print(`Nothing changes: ${file} says so already.`);
  const changed = shared(old.slice(head, old.length - tail), now.slice(head, now.length - tail), head + 1);
  for (const { sign, line, number } of changed) {
    const text = `${String(number).padStart(4)} ${sign} ${line}`;
    print(sign === "-" ? paint.red(text) : sign === "+" ? paint.green(text) : paint.dim(text));
  }
  print(written ? `Written: ${file}` : `Not written (--preview): ${file}`);
}

interface Line {
  readonly sign: "-" | "+" | " ";
  readonly line: string;
  readonly number: number;
}

/** Removed, added and shared lines in order, by the longest common subsequence. */
function shared(old: readonly string[], now: readonly string[], first: number): Line[] {
  const longest = commonLengths(old, now);
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j])
      lines.push({ sign: " ", line: now[(i++, j++)]!, number: first + j - 1 });
    else if (j >= now.length || (i < old.length && longest[i + 1]![j]! >= longest[i]![j + 1]!))
      lines.push({ sign: "-", line: old[i++]!, number: first + i - 1 });
    else lines.push({ sign: "+", line: now[j++]!, number: first + j - 1 });
  }
  return lines.filter(
    ({ sign }, at) => sign !== " " || lines.slice(Math.max(0, at - 1), at + 2).some((near) => near.sign !== " "),
  );
}

function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i]![j] =
        old[i] === now[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}

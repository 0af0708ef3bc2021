import { pathText, type Advised, type AdviseOutput } from "../../index.ts";
import type { Terminal } from "../terminal.ts";
import { wrapHanging } from "../wrap.ts";

/** Advice by stage: what is recommended, why, on which lines that rests, and what would change it. */
export function presentAdvice({ file, advice, places, scripts }: AdviseOutput, terminal: Terminal): void {
  const { print, paint } = terminal;
  print(`${paint.bold(file)}  ${advice.length} ${advice.length === 1 ? "subject" : "subjects"}`);
  let stage = "";
  for (const one of advice) {
    if (one.stage !== stage) print(`\n${paint.bold(one.stage)}`);
    stage = one.stage;
    presentOne(one, places, terminal);
  }
  for (const script of scripts ?? []) presentScript(script, terminal);
}

function presentOne({ id, asks, answer }: Advised, places: AdviseOutput["places"], terminal: Terminal): void {
  const { print, paint } = terminal;
  const row = (name: string, words: string) => print(hanging(`  ${name.padEnd(9)}${words}`, terminal));
  print(`\n  ${paint.bold(id)}`);
  print(paint.dim(wrapHanging(`  ${asks}`, terminal.width, 2).join("\n")));
  if (!("recommend" in answer)) {
    for (const { path, why } of answer.needs) row("needs", `${pathText(path)}: ${why}`);
    return;
  }
  row("take", `${answer.recommend} ${paint.dim(`(${answer.confidence})`)}`);
  for (const { because, facts } of answer.reasons) {
    const lines = facts.map(({ path, text }) => {
      const line = places[pathText(path)]?.line;
      return `${pathText(path)} ${text}${line === undefined ? "" : `, line ${line}`}`;
    });
    row("because", because + (lines.length > 0 ? paint.dim(` [${lines.join("; ")}]`) : ""));
  }
  row("then", answer.consequence);
  for (const { option, when } of answer.alternatives) row("or", `${option}, ${when}`);
}

function presentScript(script: NonNullable<AdviseOutput["scripts"]>[number], terminal: Terminal): void {
  const say = (words: string) => terminal.print(hanging(words, terminal));
  if ("missing" in script) {
    for (const { path, why } of script.missing) say(`! no script yet: ${path}: ${why}`);
    return;
  }
  say(`\nWritten: ${script.file}`);
  say(`  table    ${script.columns.join(", ")}`);
  say(`  needs    ${script.needs.join("; ")}`);
  for (const { name, because } of script.leftOut) say(`  without  ${name}: ${because}`);
  for (const assumed of script.assumes) say(`  assumed  ${assumed}`);
}

const hanging = (words: string, { width }: Terminal): string => wrapHanging(words, width, 11).join("\n");

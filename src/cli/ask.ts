import { isCancel, select, text } from "@clack/prompts";
import type { Prompt } from "../index.ts";
import type { Terminal } from "./terminal.ts";
import { wrapHanging } from "./wrap.ts";

/** How a person is asked in a terminal; without one nobody is there, and the questions are printed instead. */
export function asker(terminal: Terminal): (prompt: Prompt, again?: string) => Promise<string | undefined> {
  return async (prompt, again) => {
    if (!process.stdin.isTTY || !process.stdout.isTTY || !terminal.interactive) return undefined;
    terminal.settle();
    if (again === undefined) terminal.print(`\n${promptText({ ...prompt, choices: undefined }, terminal)}`);
    else terminal.print(hanging(`! ${again}`, terminal));
    const answer = prompt.choices && again === undefined ? await choose(prompt) : await typed(prompt);
    return typeof answer === "symbol" ? undefined : answer;
  };
}

const other = "(other)";
const take = "(take)";
const leaveOpen = "(leave it open)";

async function choose(prompt: Prompt): Promise<string | symbol> {
  const { choices = [], recommended } = prompt;
  const taken = recommended ? [{ value: take, label: `take ${recommended.words}` }] : [];
  const answer = await select({
    message: prompt.path,
    options: [...taken, ...[leaveOpen, ...choices, other].map((value) => ({ value, label: value }))],
    maxItems: 12,
  });
  if (isCancel(answer)) return answer;
  if (answer === other) return await typed(prompt);
  if (answer === take) return "";
  return answer === leaveOpen ? "unknown" : answer;
}

async function typed({ path, recommended, example }: Prompt): Promise<string | symbol> {
  const answer = await text({
    message: path,
    placeholder: recommended ? `Enter takes: ${recommended.words}` : `Enter leaves it open; such as: ${example}`,
    defaultValue: "",
  });
  return isCancel(answer) ? answer : (answer ?? "");
}

/** A question with what helps to answer it, for a terminal or a log. */
export function promptText(prompt: Prompt, terminal: Pick<Terminal, "width" | "paint">): string {
  const { paint } = terminal;
  const row = (name: string, words: string) => hanging(`   ${name.padEnd(8)} ${words}`, terminal, 12);
  const { recommended, choices } = prompt;
  return [
    paint.dim(prompt.head),
    ...hanging(prompt.asks, terminal, 0)
      .split("\n")
      .map((line) => paint.bold(line)),
    row("why", prompt.why),
    ...(choices ? [row("one of", choices.join(", "))] : [row("such as", prompt.example)]),
    ...(recommended
      ? [row("take", `${recommended.words}, because ${recommended.because}`), row("then", recommended.consequence)]
      : []),
  ].join("\n");
}

const hanging = (words: string, { width }: Pick<Terminal, "width">, indent = 2): string =>
  wrapHanging(words, width, indent).join("\n");

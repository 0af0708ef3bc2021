import { createInterface, type Interface } from "node:readline";
import type { Conversation, Spoken } from "../index.ts";
import type { Terminal } from "./terminal.ts";
import { wrapText } from "./wrap.ts";

const silenceMillis = 60_000;
/** Lines beyond this are told to be too wide to read. */
const widest = 96;

/** A talk in a terminal, or with whatever stands in for a person at a pipe. */
export function conversation(terminal: Terminal, input: NodeJS.ReadStream = process.stdin): Conversation {
  const lines = readLines(input, terminal);
  const width = Math.min(terminal.width, widest);
  return {
    width,
    tell: (spoken) => terminal.print(spokenText(spoken, width, terminal)),
    listen: async ({ state, silence }) => {
      terminal.print(`\n${terminal.paint.dim(state())}`);
      lines.prompt();
      const timer =
        lines.isTyped && silence ? setInterval(() => breakSilence(silence, terminal, lines), silenceMillis) : undefined;
      try {
        return await turn(lines);
      } finally {
        clearInterval(timer);
      }
    },
    close: () => lines.close(),
  };
}

function breakSilence(silence: () => readonly Spoken[], terminal: Terminal, lines: Lines): void {
  if (lines.isTyping()) return;
  const spoken = silence();
  for (const one of spoken) terminal.print(`\n${spokenText(one, Math.min(terminal.width, widest), terminal)}`);
  if (spoken.length > 0) lines.prompt();
}

function spokenText({ who, text }: Spoken, width: number, { paint }: Pick<Terminal, "paint">): string {
  if (who === "board") return printable(text);
  const bar = who === "interviewer" ? `${paint.cyan("┃")} ` : "  ";
  const lines = printable(text)
    .split("\n")
    .flatMap((line) => wrapText(line, width - 2))
    .map((line) => `${bar}${who === "note" ? paint.dim(line) : line}`.trimEnd());
  return (who === "interviewer" ? ["", ...lines] : lines).join("\n");
}

/** Nothing that a person said may write on the terminal when it is said back. */
const printable = (text: string): string => text.replaceAll(/[^\P{C}\n]/gu, "");

interface Lines {
  /** Whether a person types, rather than a file or another program. */
  readonly isTyped: boolean;
  next(): Promise<string | undefined>;
  /** Of the turn that goes on. */
  readonly said: string[];
  /** Whether something was typed that is not yet said. */
  isTyping(): boolean;
  prompt(): void;
  close(): void;
}

/** Lines until an empty one or a dot alone; a command ends with its line. */
async function turn(lines: Lines): Promise<string | undefined> {
  const said = lines.said;
  said.length = 0;
  for (;;) {
    const line = await lines.next();
    if (line === undefined) return said.length > 0 ? said.join("\n") : undefined;
    const isEnd = line.trim() === "" || line === ".";
    if (isEnd) return said.join("\n");
    said.push(line);
    if (said.length === 1 && /^\/(?!\/)/.test(line) && !/^\/draw\s*$/i.test(line)) return line;
    lines.prompt();
  }
}

function readLines(input: NodeJS.ReadStream, terminal: Terminal): Lines {
  const isTyped = input.isTTY === true && process.stdout.isTTY && terminal.interactive;
  const reader: Interface = createInterface({ input, ...(isTyped && { output: process.stdout, prompt: "> " }) });
  const state = { waiting: [] as string[], said: [] as string[], isClosed: false, wake: () => {} };
  reader.on("line", (line) => {
    state.waiting.push(line);
    state.wake();
  });
  reader.on("SIGINT", () => reader.close());
  reader.on("close", () => {
    state.isClosed = true;
    state.wake();
  });
  return {
    isTyped,
    next: async () => {
      while (state.waiting.length === 0 && !state.isClosed)
        await new Promise<void>((resolve) => {
          state.wake = resolve;
        });
      return state.waiting.shift();
    },
    said: state.said,
    isTyping: () => reader.line !== "" || state.said.length > 0,
    prompt: () => (isTyped && !state.isClosed ? reader.prompt(true) : undefined),
    close: () => reader.close(),
  };
}

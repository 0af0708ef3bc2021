import { readFileSync } from "node:fs";
import type { Input, RoundRecord, RoundSetup } from "../../interview/record.ts";
import { openRound } from "../../interview/round/round.ts";
import { standardParts } from "../../interview/round/standard-parts.ts";
import { wordsIn } from "../../interview/ledger/own-words.ts";
import { Problem } from "../../kit/problem.ts";
import { typedOf } from "./commands.ts";

export interface PlayedScript {
  readonly setup: RoundSetup;
  readonly inputs: readonly Input[];
  readonly record: RoundRecord;
}

/** Of speech. */
const wordsPerSecond = 140 / 60;

/**
 * Plays a script without waiting: blocks parted by empty lines, each a turn as it would be typed. A line `@3:20` before a
 * block says when its answer is done; without one, time passes as speech takes. `how: …` is the self-assessment and
 * `again: …` the answer that is given once more.
 *
 * @throws {Problem} `interview/bad-script`
 */
export function playScript(file: string, setup: RoundSetup): PlayedScript {
  const round = openRound(setup, standardParts());
  const inputs: Input[] = [];
  const take = (input: Input): void => {
    inputs.push(input);
    round.take(input);
  };
  let atSeconds = 0;
  for (const { line, said, text } of blocksOf(textOf(file))) {
    const speaks = Math.ceil(wordsIn(text) / wordsPerSecond);
    const seconds = said ?? atSeconds + speaks;
    if (seconds < atSeconds) throw bad(file, line, "its time is before that of the block above");
    for (let tick = atSeconds + 60; tick < seconds - speaks; tick += 60) take({ kind: "tick", atSeconds: tick });
    atSeconds = seconds;
    const input = inputOf(text, atSeconds);
    if (!input) throw bad(file, line, "it is no command of a round");
    take(input);
  }
  if (round.record().endedSeconds === undefined) take({ kind: "end", atSeconds });
  return { setup, inputs, record: round.record() };
}

function inputOf(text: string, atSeconds: number): Input | undefined {
  const after = /^(how|again):\s*([^]*)$/.exec(text);
  if (after) return { kind: after[1] === "how" ? "self-assessment" : "redo", atSeconds, text: after[2]! };
  const typed = typedOf(text);
  if ("text" in typed) return { kind: typed.kind, atSeconds, text: typed.text };
  if (typed.kind === "facts" || typed.kind === "hint" || typed.kind === "end") return { kind: typed.kind, atSeconds };
  return undefined;
}

interface Block {
  readonly line: number;
  readonly said: number | undefined;
  readonly text: string;
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const close = (at: number): void => {
    const time = /^@(\d+):(\d\d)\s*$/.exec(lines[0] ?? "");
    const own = time ? lines.slice(1) : lines;
    const said = time ? Number(time[1]) * 60 + Number(time[2]) : undefined;
    if (own.length > 0) blocks.push({ line: at - lines.length + 1, said, text: own.join("\n") });
    lines = [];
  };
  for (const [at, line] of text.replaceAll("\r", "").split("\n").entries()) {
    if (line.trim() === "") close(at);
    else if (!line.startsWith("#")) lines.push(line);
  }
  close(text.split("\n").length);
  return blocks;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw bad(file, undefined, "it cannot be read", cause);
  }
}

function bad(file: string, line: number | undefined, why: string, cause?: unknown): Problem {
  return new Problem({
    code: "interview/bad-script",
    found: `The script of the round cannot be played: ${why}.`,
    fix: "write turns parted by empty lines, `@3:20` before one for its time, and commands such as `/draw`",
    at: { file, ...(line !== undefined && { line }) },
    cause,
  });
}

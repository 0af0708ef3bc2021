import pc from "picocolors";
import { wrapHanging } from "./wrap.ts";

type Colors = ReturnType<typeof pc.createColors>;

/** Where a command writes, and what the place can show. */
export interface Terminal {
  readonly width: number;
  readonly color: boolean;
  /** Whether a person may be asked. */
  readonly interactive: boolean;
  readonly paint: Colors;
  /** A result: standard output. */
  print(text: string): void;
  /** Anything else: standard error. */
  tell(text: string): void;
  /** A finished part under a short heading. */
  say(heading: string, text: string): void;
  /** What goes on now: one moving line on a screen, one line per new activity elsewhere. */
  progress(what: string, done?: number, of?: number): void;
  /** Removes the moving line. */
  settle(): void;
}

export interface TerminalOptions {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  /** No colour and no moving lines. */
  readonly plain: boolean;
  /** Nothing but results. */
  readonly quiet: boolean;
}

const headingWidth = 9;

export function openTerminal({ stdout, stderr, env, plain, quiet }: TerminalOptions): Terminal {
  const moving = !plain && !quiet && stderr.isTTY === true && env["TERM"] !== "dumb";
  const color = !plain && mayColor(stdout, env);
  const paint = pc.createColors(color);
  const width = Math.max(40, Math.min(stdout.columns ?? Number(env["COLUMNS"] || 80), 140));
  const line = progressLine(stderr, { moving, quiet, width, paint });
  const print = (text: string) => {
    line.clear();
    stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  };
  const tell = (text: string) => {
    line.clear();
    stderr.write(text.endsWith("\n") ? text : `${text}\n`);
  };
  return {
    width,
    color,
    interactive: !plain && !quiet,
    paint,
    print,
    tell,
    say: (heading, text) => {
      if (!quiet) print(headed(heading, text, width, paint));
    },
    progress: line.show,
    settle: line.clear,
  };
}

function mayColor(stdout: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"]) return env["FORCE_COLOR"] !== "0";
  return stdout.isTTY === true && env["TERM"] !== "dumb";
}

function headed(heading: string, text: string, width: number, paint: Colors): string {
  const indent = " ".repeat(headingWidth + 1);
  const lines = text.split("\n").flatMap((one) => wrapHanging(one, width - headingWidth - 1, 2));
  const head = heading === "" ? indent : `${paint.bold(heading.padEnd(headingWidth))} `;
  return lines.map((one, i) => (i === 0 ? head + one : indent + one).trimEnd()).join("\n");
}

function progressLine(
  stderr: NodeJS.WriteStream,
  { moving, quiet, width, paint }: { moving: boolean; quiet: boolean; width: number; paint: Colors },
) {
  let shown = "";
  let last = "";
  const clear = () => {
    if (shown) stderr.write("\r\u001b[2K");
    shown = "";
  };
  const show = (what: string, done?: number, of?: number) => {
    if (quiet) return;
    if (!moving) {
      if (what !== last) stderr.write(`… ${what}\n`);
      last = what;
      return;
    }
    const share = done !== undefined && of ? ` ${bar(done / of)} ${done}/${of}` : "";
    const text = `… ${what}${share}`.slice(0, width - 1);
    if (text === shown) return;
    stderr.write(`\r\u001b[2K${paint.dim(text)}`);
    shown = text;
  };
  return { clear, show };
}

function bar(share: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * 12);
  return "━".repeat(filled) + "╌".repeat(12 - filled);
}

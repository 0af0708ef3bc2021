import { z } from "zod";
import { lensNames } from "../../design/schema/design.ts";
import { Problem } from "../../kit/problem.ts";
import { levels, styles, type Input, type RoundSetup } from "../record.ts";

/**
 * The journal of a round: its setup in the first line, then every input in a line of its own, so that a round that was
 * cut off goes on from its last whole line.
 */
export interface Journal {
  readonly setup: RoundSetup;
  readonly inputs: readonly Input[];
  /** The last line was cut off while it was written, and is left out. */
  readonly isTorn: boolean;
}

export const journalHead = (setup: RoundSetup): string => `${JSON.stringify({ plumblineRound: 1, setup })}\n`;
export const journalLine = (input: object): string => `${JSON.stringify(input)}\n`;

const head = z.object({
  plumblineRound: z.literal(1),
  setup: z.object({
    problem: z.string(),
    level: z.enum(levels),
    lens: z.enum(lensNames),
    minutes: z.number().positive(),
    style: z.enum(styles),
    seed: z.string(),
    design: z.string().optional(),
    aims: z.array(z.string()).optional(),
  }),
});

const atSeconds = z.number();
const input = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["say", "draw", "drill", "redo", "self-assessment"]), atSeconds, text: z.string() }),
  z.object({ kind: z.enum(["facts", "hint", "tick", "end"]), atSeconds }),
]);

/**
 * Reads a journal. A last line without its end is dropped; any other line that is no input is refused.
 *
 * @throws {Problem} `interview/bad-journal`
 */
export function readJournal(text: string, file: string): Journal {
  const lines = text.split("\n");
  const isTorn = lines.pop() !== "";
  const [first, ...rest] = lines.map((line, at) => parsed(line, at + 1, file));
  const settled = head.safeParse(first);
  if (!settled.success) throw bad(file, 1, "it does not begin with the setup of a round");
  const inputs = rest.map((value, at) => {
    const read = input.safeParse(value);
    if (!read.success) throw bad(file, at + 2, "it is nothing that a candidate can do");
    return read.data as Input;
  });
  return { setup: settled.data.setup as RoundSetup, inputs, isTorn };
}

function parsed(line: string, at: number, file: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw bad(file, at, "it is not JSON", cause);
  }
}

function bad(file: string, line: number, why: string, cause?: unknown): Problem {
  return new Problem({
    code: "interview/bad-journal",
    found: `The journal of the round cannot be read: of its line ${line}, ${why}.`,
    fix: "take that line out, or begin a new round",
    at: { file, line },
    cause,
  });
}

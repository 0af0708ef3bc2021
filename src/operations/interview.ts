import { z } from "zod";
import { lensNames } from "../design/schema/design.ts";
import { levels, styles } from "../interview/record.ts";
import type { RoundDebrief } from "./interview/debrief-files.ts";
import type { PlayedHistory } from "./interview/history-files.ts";
import type { ListedProblem } from "./interview/problem-list.ts";
import { systemInputs } from "./inputs.ts";
import { defineOperation } from "./operation.ts";

export interface InterviewOutput {
  /** Every problem, where only they were asked for. */
  readonly problems?: readonly ListedProblem[];
  readonly history?: PlayedHistory;
  readonly folder?: string;
  /** The round waits for the candidate to come back. */
  readonly isOpen?: boolean;
  readonly debrief?: RoundDebrief;
}

const interviewInput = z.object({
  problem: z.string().optional().describe("Which problem; one of the level when absent.").meta({ word: "id" }),
  level: z
    .enum(levels)
    .default("senior")
    .describe(`How far it goes: ${levels.join(", ")}.`)
    .meta({ word: "level" }),
  lens: z
    .enum(lensNames)
    .default("seven-stage")
    .describe("The order of the round and its time budget.")
    .meta({ word: "lens" }),
  minutes: z.number().min(5).max(180).default(45).describe("How long it lasts.").meta({ word: "minutes" }),
  style: z
    .enum(styles)
    .default("interviewer")
    .describe("An interviewer gives no hints; a coach does.")
    .meta({ word: "style" }),
  design: z.string().optional().describe("A design of your own, as the problem.").meta({ word: "file" }),
  as: z
    .enum(["candidate", "interviewer"])
    .default("candidate")
    .describe("As interviewer you lead a round with somebody else: the sheet, the clock, your notes, the debrief.")
    .meta({ word: "role" }),
  list: z.boolean().default(false).describe("Show the problems and stop."),
  resume: z.boolean().default(false).describe("Go on with the latest round that was left or cut off."),
  voice: z
    .boolean()
    .default(false)
    .describe("Let a language model phrase what the interviewer says (PLUMB_MODEL_URL, PLUMB_MODEL, PLUMB_MODEL_KEY)."),
  history: z.boolean().default(false).describe("Show what recurs as open across the rounds that were played."),
  script: z
    .string()
    .optional()
    .describe("Play a round from a file without waiting; the same file gives the same round.")
    .meta({ word: "file" }),
  folder: z.string().default(".plumb/interviews").describe("Folder in which rounds are kept.").meta({ word: "folder" }),
  seed: systemInputs.seed,
});

export type InterviewInput = z.infer<typeof interviewInput>;

export default defineOperation({
  name: "interview",
  group: "practise",
  sentence: "Practise an ML system design round against the clock; it ends with evidence and no score.",
  input: interviewInput,
  positional: [],
  effect: "writes",
  examples: [
    { line: "plumb interview --list", does: "the problems, by level" },
    { line: "plumb interview --problem fraud-detection", does: "45 minutes; /help shows what can be typed" },
    { line: "plumb interview --design my.design.yaml --style coach", does: "your own design, with hints" },
    {
      line: "plumb interview --as interviewer --problem rag",
      does: "you lead: sheet, clock and notes, then the debrief",
    },
    { line: "plumb interview --resume", does: "goes on where the last round was left" },
  ],
  async run(input, context): Promise<InterviewOutput> {
    // Topics, problems and drills are many files, which no other command needs.
    const { playInterview } = await import("./interview/play.ts");
    return await playInterview(input, context);
  },
  exitCode: () => 0,
});

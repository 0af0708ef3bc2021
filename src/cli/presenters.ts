import type {
  AdviseOutput,
  CheckOutput,
  ClaimsOutput,
  DiffOutput,
  DocOutput,
  DrawOutput,
  EditOutput,
  ImportOutput,
  InterviewOutput,
  ReviewOutput,
  RunOutput,
  SessionOutput,
  SizeOutput,
  VerifyOutput,
} from "../index.ts";
import { presentAdvice } from "./present/advise.ts";
import { presentCheck } from "./present/check.ts";
import { presentClaims } from "./present/claims.ts";
import { presentDiff } from "./present/diff.ts";
import { presentDraw } from "./present/draw.ts";
import { presentEdit } from "./present/edit.ts";
import { presentReview } from "./present/review.ts";
import { presentImport } from "./present/import.ts";
import { presentInterview } from "./present/interview.ts";
import { presentSession } from "./present/session.ts";
import { presentSize } from "./present/size.ts";
import { presentVerification, tellBroken } from "./present/verification.ts";
import type { Terminal } from "./terminal.ts";

type Present = (output: unknown, terminal: Terminal) => void;

/** How the result of each operation is shown in a terminal. */
export const presenters: Readonly<Record<string, Present>> = {
  advise: (output, terminal) => presentAdvice(output as AdviseOutput, terminal),
  ask: (output, terminal) => presentSession(output as SessionOutput, terminal),
  check: (output, terminal) => presentCheck(output as CheckOutput, terminal),
  claims: (output, terminal) => presentClaims(output as ClaimsOutput, terminal),
  diff: (output, terminal) => presentDiff(output as DiffOutput, terminal),
  doc: (output, terminal) => presentDoc(output as DocOutput, terminal),
  draw: (output, terminal) => presentDraw(output as DrawOutput, terminal),
  edit: (output, terminal) => presentEdit(output as EditOutput, terminal),
  import: (output, terminal) => presentImport(output as ImportOutput, terminal),
  interview: (output, terminal) => presentInterview(output as InterviewOutput, terminal),
  new: (output, terminal) => presentSession(output as SessionOutput, terminal),
  review: (output, terminal) => presentReview(output as ReviewOutput, terminal),
  run: (output, terminal) => {
    if ((output as RunOutput).url) terminal.tell("Stopped.");
  },
  size: (output, terminal) => presentSize(output as SizeOutput, terminal),
  verify: (output, terminal) => {
    presentVerification(output as VerifyOutput, terminal);
    if (!process.stdout.isTTY || process.argv.includes("--ci")) tellBroken((output as VerifyOutput).report, terminal);
  },
};

function presentDoc({ text, file }: DocOutput, { print }: Terminal): void {
  print(file === undefined ? text : `Written: ${file}`);
}

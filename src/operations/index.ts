// Written by scripts/generate.ts from the files of this folder: do not edit.
import adviseOperation from "./advise.ts";
import askOperation from "./ask.ts";
import checkOperation from "./check.ts";
import claimsOperation from "./claims.ts";
import diffOperation from "./diff.ts";
import docOperation from "./doc.ts";
import drawOperation from "./draw.ts";
import editOperation from "./edit.ts";
import importOperation from "./import.ts";
import interviewOperation from "./interview.ts";
import newOperation from "./new.ts";
import reviewOperation from "./review.ts";
import runOperation from "./run.ts";
import sizeOperation from "./size.ts";
import verifyOperation from "./verify.ts";

/** Every entry of this folder, by file name. */
export const operations = [
  adviseOperation,
  askOperation,
  checkOperation,
  claimsOperation,
  diffOperation,
  docOperation,
  drawOperation,
  editOperation,
  importOperation,
  interviewOperation,
  newOperation,
  reviewOperation,
  runOperation,
  sizeOperation,
  verifyOperation,
] as const;

// Written by scripts/generate.ts from the files of this folder: do not edit.
import claimsOperation from "./claims.ts";
import runOperation from "./run.ts";
import verifyOperation from "./verify.ts";

/** Every entry of this folder, by file name. */
export const operations = [claimsOperation, runOperation, verifyOperation] as const;

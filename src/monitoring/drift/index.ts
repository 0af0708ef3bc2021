// Written by scripts/generate.ts from the files of this folder: do not edit.
import ksDriftTest from "./ks.ts";
import psiDriftTest from "./psi.ts";

/** Every entry of this folder, by file name. */
export const driftTests = [ksDriftTest, psiDriftTest] as const;

// Written by scripts/generate.ts from the files of this folder: do not edit.
import fivePhaseLens from "./five-phase.ts";
import flowTemplateLens from "./flow-template.ts";
import interviewerLens from "./interviewer.ts";
import overviewLens from "./overview.ts";
import sevenStageLens from "./seven-stage.ts";

/** Every entry of this folder, by file name. */
export const lenses = [fivePhaseLens, flowTemplateLens, interviewerLens, overviewLens, sevenStageLens] as const;

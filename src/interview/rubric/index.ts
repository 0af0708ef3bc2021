import { interviewersGuide } from "./interviewers-guide.ts";
import type { RubricItem } from "./item.ts";
import { overview } from "./overview.ts";
import { staffRound } from "./staff-round.ts";

export { kinds, type Cover, type RubricItem, type RubricKind } from "./item.ts";

/** Everything that guides to these interviews ask for, and what takes care of it here. */
export const rubric: readonly RubricItem[] = [...staffRound, ...interviewersGuide, ...overview];

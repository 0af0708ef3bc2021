import type { Answer } from "../answer.ts";
import { answers1 } from "./answers-1.ts";
import { answers2 } from "./answers-2.ts";
import { answers3 } from "./answers-3.ts";
import { answers4 } from "./answers-4.ts";

/** Answers by somebody who did not know the lexicon. Nothing is ever mended by reading them: they are only measured. */
export const heldOut: readonly Answer[] = [...answers1, ...answers2, ...answers3, ...answers4];

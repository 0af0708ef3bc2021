import type { Answer } from "../answer.ts";

export const setB: readonly Answer[] = [];

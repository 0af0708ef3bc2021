// Written by scripts/generate.ts from the files of this folder: do not edit.
import { notNull } from "./not-null.ts";
import { oneOf } from "./one-of.ts";
import { range } from "./range.ts";
import { rowsPerDay } from "./rows-per-day.ts";
import { unique } from "./unique.ts";

/** Every entry of this folder, by file name. */
export const checkKinds = [notNull, oneOf, range, rowsPerDay, unique] as const;

import type { LensName } from "../../design/schema/design.ts";
import type { Debrief } from "../debrief/debrief.ts";
import type { drills } from "../drills/index.ts";
import type { problems } from "../problems/index.ts";
import type { MoveKind } from "../record.ts";
import type { signals } from "../signals/index.ts";
import type { topics } from "../topics/index.ts";

type TopicId = (typeof topics)[number]["id"];
type SignalId = (typeof signals)[number]["id"];
type ProblemId = (typeof problems)[number]["id"];
type DrillId = (typeof drills)[number]["id"];

/**
 * What in the interview takes care of an item. `topic`: listened for. `asks`, `guide`, `weighs`: the interviewer has a
 * question about it, one for somebody who is stuck, one that weighs two sides. `must` and `hard`: a problem names it among
 * what must be discussed, or what makes it hard. `minutes`: a section of a lens has so many. `board`: the clock asks for it
 * on the whiteboard by a minute of a 45-minute round. `debrief`: a part of what the candidate takes home.
 */
export type Cover =
  | `topic ${TopicId}`
  | `asks ${TopicId}`
  | `guide ${TopicId}`
  | `weighs ${TopicId}`
  | `signal ${SignalId}`
  | `problem ${ProblemId}`
  | `must ${ProblemId} ${TopicId}`
  | `hard ${ProblemId} ${TopicId}`
  | `drill ${DrillId}`
  | `move ${MoveKind}`
  | `minutes ${LensName} ${number} ${string}`
  | `board ${number} ${string}`
  | `debrief ${keyof Debrief}`;

export const kinds = [
  "time budget",
  "whiteboard",
  "problem",
  "must discuss",
  "challenge",
  "covers",
  "evaluates",
  "trade-off",
  "guiding question",
  "staff signal",
  "anti-pattern",
  "red flag",
  "question to ask",
  "behaviour",
  "summary",
] as const;
export type RubricKind = (typeof kinds)[number];

/** Which guide an item comes from. */
export type RubricSource = "staff round" | "interviewer's guide" | "overview";

/** One thing that guides to such interviews ask for, in a sentence of our own. */
export interface RubricItem {
  /** Unique. */
  readonly id: string;
  readonly source: RubricSource;
  readonly kind: RubricKind;
  readonly says: string;
  readonly covers: readonly Cover[];
}

/** The items of one kind from one guide, as `id, sentence, what covers it`. */
export function items(
  source: RubricSource,
  kind: RubricKind,
  rows: readonly (readonly [id: string, says: string, ...covers: Cover[]])[],
): RubricItem[] {
  return rows.map(([id, says, ...covers]) => ({ id, source, kind, says, covers }));
}

import type { DesignDocument } from "../design/design.ts";
import type { Random } from "../kit/random.ts";
import type { DrillResult } from "./record.ts";
import type { Statement } from "./statement.ts";
import type { Board } from "./whiteboard/board.ts";
import type { BoardFact } from "./whiteboard/fact.ts";

/** What a drill is tried on. */
export interface DrillSetting {
  readonly board: Board;
  /** The person's own design; it is drilled instead of the board. */
  readonly design?: DesignDocument;
  readonly facts: readonly BoardFact[];
  readonly statements: readonly Statement[];
  readonly random: Random;
  /** When it is run; 0 when absent. */
  readonly atSeconds?: number;
}

export type DrillOutcome = Omit<DrillResult, "drill" | "name" | "atSeconds">;

/** A fault or a change that is tried on a board or a design. */
export interface Drill {
  /** The name of its file. */
  readonly id: string;
  /** As it stands in a debrief: `Feature store down`. */
  readonly name: string;
  /** Words in which people ask for it. */
  readonly asked: RegExp;
  readonly run: (setting: DrillSetting) => DrillOutcome;
}

export function defineDrill(drill: Drill): Drill {
  return Object.freeze(drill);
}

import type { Entry, Input, RoundRecord, RoundSetup } from "../record.ts";
import type { Statement } from "../statement.ts";
import { emptyBoard } from "../whiteboard/board.ts";
import { briefOf } from "./brief-of.ts";
import type { Brief } from "./brief.ts";
import type { RoundParts } from "./parts.ts";
import { planOf, plannedAt } from "./plan.ts";

/** What a human interviewer writes down. */
export type Note =
  | { readonly kind: "said" | "asked" | "drawn"; readonly atSeconds: number; readonly text: string }
  /** A question of the interviewer. */
  | { readonly kind: "question"; readonly atSeconds: number; readonly text: string }
  /** A hidden fact that was told, by its id. */
  | { readonly kind: "fact"; readonly atSeconds: number; readonly text: string }
  | { readonly kind: "end"; readonly atSeconds: number; readonly text?: undefined };

/** Notes of a round that a person leads; they make the same record as a round that is played. */
export interface NoteBook {
  readonly brief: Brief;
  /** @returns false for a fact that the problem does not have */
  take(note: Note): boolean;
  record(): RoundRecord;
}

/** @throws {Problem} as `openRound` */
export function openNotes(setup: RoundSetup, parts: RoundParts): NoteBook {
  const brief = briefOf(setup, parts);
  const plan = planOf(setup.lens, setup.minutes);
  const entries: Entry[] = [];
  const boards: RoundRecord["boards"][number][] = [];
  const sections = [{ at: 0, enteredSeconds: 0 }];
  const state = { statements: [] as readonly Statement[], endedSeconds: undefined as number | undefined };

  const candidate = (input: Input): void => {
    entries.push({ who: "candidate", input });
    const at = { entry: entries.length - 1, atSeconds: input.atSeconds };
    if (input.kind === "say") state.statements = parts.hear(input.text, at, state.statements).all;
    if (input.kind !== "draw") return;
    const board = parts.readBoard(input.text, boards.at(-1)?.board ?? emptyBoard);
    boards.push({ ...at, board });
    state.statements = [...state.statements, ...parts.boardStatements(board, at)];
  };

  return {
    brief,
    take({ kind, atSeconds, text = "" }) {
      const due = plannedAt(plan, atSeconds);
      if (due > sections.at(-1)!.at) sections.push({ at: due, enteredSeconds: atSeconds });
      if (kind === "said" || kind === "asked") candidate({ kind: "say", atSeconds, text });
      else if (kind === "drawn") candidate({ kind: "draw", atSeconds, text });
      else if (kind === "end") {
        candidate({ kind: "end", atSeconds });
        state.endedSeconds = atSeconds;
      } else if (kind === "question") entries.push({ who: "interviewer", move: { kind: "probe", atSeconds, text } });
      else return told(entries, brief, atSeconds, text);
      return true;
    },
    record: () => ({
      setup,
      entries,
      boards,
      statements: state.statements,
      drills: [],
      sections: sections.map(({ at, enteredSeconds }) => {
        const { section, startSeconds, endSeconds } = plan[at]!;
        return { title: section.title, minutes: (endSeconds - startSeconds) / 60, enteredSeconds };
      }),
      endedSeconds: state.endedSeconds,
    }),
  };
}

function told(entries: Entry[], { facts }: Brief, atSeconds: number, id: string): boolean {
  const fact = facts.find((one) => one.id === id);
  if (!fact) return false;
  entries.push({ who: "interviewer", move: { kind: "answer", atSeconds, text: fact.tells, facts: [id] } });
  return true;
}

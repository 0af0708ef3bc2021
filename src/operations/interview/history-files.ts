import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../kit/problem.ts";
import { historyOf, readDebrief, type PlayedRound, type RecurringTopic } from "../../interview/history/history.ts";
import { debriefName } from "./keep-round.ts";

export interface PlayedHistory {
  readonly rounds: readonly { readonly name: string; readonly title: string }[];
  readonly recurring: readonly RecurringTopic[];
  /** Files that could not be read; the others count all the same. */
  readonly unread: readonly string[];
}

/** Every round of a folder that has a debrief. */
export function historyAt(root: string): PlayedHistory {
  const names = existsSync(root) ? readdirSync(root).toSorted() : [];
  const found = names.flatMap((name): (PlayedRound | string)[] => {
    const file = join(root, name, debriefName);
    if (!existsSync(file)) return [];
    try {
      return [{ name, debrief: readDebrief(readFileSync(file, "utf8"), file) }];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return [file];
    }
  });
  const rounds = found.filter((one) => typeof one !== "string");
  return {
    rounds: rounds.map(({ name, debrief }) => ({ name, title: debrief.title })),
    recurring: historyOf(rounds),
    unread: found.filter((one) => typeof one === "string"),
  };
}

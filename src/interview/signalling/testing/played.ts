import type { Input, RoundRecord, RoundSetup } from "../../record.ts";
import { openRound } from "../../round/round.ts";
import { standardParts } from "../../round/standard-parts.ts";

/** What a candidate does: `[minute, words]`, where words that begin with `[` are drawn. */
export type Turn = readonly [minute: number, words: string];

export const setupOf = (changed: Partial<RoundSetup> = {}): RoundSetup => ({
  problem: "recommendation-engine",
  level: "senior",
  lens: "seven-stage",
  minutes: 45,
  style: "interviewer",
  seed: "signals",
  ...changed,
});

/** The record of a round in which the candidate does this, and ends it at the last minute. */
export function played(turns: readonly Turn[], endMinute = 44, changed: Partial<RoundSetup> = {}): RoundRecord {
  const round = openRound(setupOf(changed), standardParts());
  for (const [minute, text] of turns) {
    const kind = text.startsWith("[") ? "draw" : text.startsWith("/drill ") ? "drill" : "say";
    round.take({ kind, atSeconds: minute * 60, text: text.replace("/drill ", "") } as Input);
  }
  round.take({ kind: "end", atSeconds: endMinute * 60 });
  return round.record();
}

/** Talk about nothing in particular, long enough to count as a round. */
export const filler: Turn = [
  2,
  Array.from({ length: 40 }, () => "I would sit down with everybody and talk it through.").join(" "),
];

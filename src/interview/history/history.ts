import { z } from "zod";
import { Problem } from "../../kit/problem.ts";

const topic = z.object({ topic: z.string(), name: z.string() });
const saved = z.object({
  plumblineDebrief: z.literal(1),
  title: z.string(),
  tooLittle: z.boolean(),
  contradictions: z.array(topic),
  named: z.array(topic),
  unreached: z.array(topic.extend({ mustDiscuss: z.boolean() })),
  ledger: z.array(topic.extend({ state: z.string() })),
});

/** What a history needs of a debrief. */
export type SavedDebrief = z.output<typeof saved>;

/** A round that was played, by the name of its folder, which begins with its day. */
export interface PlayedRound {
  readonly name: string;
  readonly debrief: SavedDebrief;
}

/** A topic that more than one round left open, and when. */
export interface RecurringTopic {
  readonly topic: string;
  readonly name: string;
  /** Names of the rounds that left it open, earliest first. */
  readonly open: readonly string[];
  /** The last round in which it was explained. */
  readonly lastShown: string | undefined;
}

/**
 * Reads a saved debrief.
 *
 * @throws {Problem} `interview/bad-debrief`
 */
export function readDebrief(text: string, file: string): SavedDebrief {
  try {
    return saved.parse(JSON.parse(text));
  } catch (cause) {
    throw new Problem({
      code: "interview/bad-debrief",
      found: "A saved debrief cannot be read.",
      fix: "take the file out of the folder, or leave the history without it",
      at: { file },
      cause,
    });
  }
}

/** Topics that recur as open, those most often left open first; a topic that the latest rounds explained is none. */
export function historyOf(rounds: readonly PlayedRound[]): RecurringTopic[] {
  const inOrder = rounds.filter(({ debrief }) => !debrief.tooLittle).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const open = new Map<string, { name: string; rounds: string[] }>();
  const shown = new Map<string, string>();
  for (const { name: round, debrief } of inOrder) {
    for (const { topic: id, name } of openIn(debrief)) {
      const known = open.get(id) ?? { name, rounds: [] };
      open.set(id, { name, rounds: [...known.rounds, round] });
    }
    for (const { topic: id, state } of debrief.ledger) if (state === "shown") shown.set(id, round);
  }
  return [...open]
    .map(([id, { name, rounds: all }]) => ({ topic: id, name, open: all, lastShown: shown.get(id) }))
    .filter(({ open: all, lastShown }) => all.length > 1 && (lastShown === undefined || lastShown < all.at(-1)!))
    .toSorted((a, b) => b.open.length - a.open.length || (a.topic < b.topic ? -1 : 1));
}

function openIn({ contradictions, named, unreached }: SavedDebrief): { topic: string; name: string }[] {
  const all = [...contradictions, ...named, ...unreached.filter(({ mustDiscuss }) => mustDiscuss)];
  return [...new Map(all.map((one) => [one.topic, one])).values()];
}

const mostAims = 8;

/** What the next round should ask about first. */
export const aimsFrom = (history: readonly RecurringTopic[]): string[] =>
  history.slice(0, mostAims).map(({ topic: id }) => id);

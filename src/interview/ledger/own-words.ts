import type { RoundRecord } from "../record.ts";

/** Below this many own words there is nothing that a debrief could rest on: about one minute of speech. */
export const fewestWords = 150;
/** Below this many topics, words alone tell nothing about a design. */
export const fewestTopics = 3;

/** Where not even one statement in so many words is about a topic, those that are may be chance. */
export const sparseWords = 100;

/** Words in a text, parted by white space. */
export function wordsIn(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/** Words that a candidate said during the round. A turn that repeats an earlier one word for word adds none. */
export function ownWords({ entries }: Pick<RoundRecord, "entries">): number {
  const turns = new Set<string>();
  for (const entry of entries) {
    if (entry.who === "candidate" && entry.input.kind === "say") turns.add(entry.input.text.trim());
  }
  return [...turns].reduce((sum, text) => sum + wordsIn(text), 0);
}

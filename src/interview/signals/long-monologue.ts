import { defineSignal } from "../signal.ts";
import { minuteOf, quoteAt, turnsOf } from "../signalling/seen.ts";
import { wordsIn } from "../ledger/own-words.ts";

export default defineSignal({
  id: "long-monologue",
  kind: "communication",
  name: "Long stretches without a pause",
  why: "Whoever listens needs a place to ask.",
  detect: (record) => {
    const long = turnsOf(record).find(({ text }) => wordsIn(text) > 400);
    if (!long) return undefined;
    return {
      quotes: [quoteAt(long, 0, Math.min(80, long.text.length))],
      says: `One answer, in ${minuteOf(long.atSeconds)}, went on for more than 400 words.`,
    };
  },
});

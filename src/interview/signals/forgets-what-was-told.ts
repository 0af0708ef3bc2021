import { readBound } from "../../kit/quantity.ts";
import { problems } from "../problems/index.ts";
import type { RoundRecord } from "../record.ts";
import { defineSignal } from "../signal.ts";
import { latencyBounds } from "../signalling/bounds.ts";

/** A limit that is looser than the one that was told by no more than this is a rounding. */
const rounding = 1.2;

/** The limit of latency that was asked for and told, with the place in the round at which it was. */
function toldBound({
  setup,
  entries,
}: RoundRecord): { readonly entry: number; readonly seconds: number; readonly words: string } | undefined {
  const facts = problems.find(({ id }) => id === setup.problem)?.facts ?? [];
  for (const [entry, one] of entries.entries()) {
    if (one.who !== "interviewer") continue;
    const fact = facts.find(({ id, topic }) => topic === "latency-requirement" && one.move.facts?.includes(id));
    const words = fact?.quantity?.words;
    if (words?.startsWith("<=")) return { entry, words, seconds: readBound(words, ["duration"]).quantity.seconds };
  }
  return undefined;
}

export default defineSignal({
  id: "forgets-what-was-told",
  kind: "red flag",
  name: "Designed for a looser limit than was told",
  why: "A design that holds another limit than the one that counts is a design for somebody else.",
  detect: (record) => {
    const told = toldBound(record);
    if (!told) return undefined;
    const after = latencyBounds(record).filter(({ quote }) => quote.entry > told.entry);
    const looser = after.filter(({ seconds }) => seconds > rounding * told.seconds);
    if (looser.length === 0 || looser.length < after.length) return undefined;
    return {
      quotes: looser.slice(0, 2).map(({ quote }) => quote),
      says: `The answer to the question about latency was ${told.words.replace("<=", "at most")}; every limit that was set afterwards is looser.`,
    };
  },
});

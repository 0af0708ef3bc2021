import { defineSignal } from "../signal.ts";
import { questionsOf } from "../signalling/seen.ts";

export default defineSignal({
  id: "asks-first",
  kind: "strength",
  name: "Asked before designing",
  why: "Questions decide what is built; they cost least at the beginning.",
  detect: (record) => {
    const early = questionsOf(record).filter(({ atSeconds }) => atSeconds <= record.setup.minutes * 12);
    if (early.length < 3) return undefined;
    return { quotes: early.slice(0, 3), says: "Several questions came before the first decision." };
  },
});

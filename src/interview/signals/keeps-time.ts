import { defineSignal } from "../signal.ts";
import { planOf } from "../round/plan.ts";
import { isPlayed, lookedIn, touches } from "../signalling/seen.ts";

export default defineSignal({
  id: "keeps-time",
  kind: "strength",
  name: "Reached every part",
  why: "A round that reaches its end shows the whole design, and where its weight is.",
  detect: (record) => {
    const last = planOf(record.setup.lens, record.setup.minutes).at(-1)!.section.title;
    const isWhole =
      record.sections.at(-1)?.title === last && touches(record, "monitoring") && touches(record, "serving");
    if (!isPlayed(record, 0.85) || !isWhole) return undefined;
    return {
      quotes: [],
      says: `The last section was entered, and serving and monitoring were spoken of, ${lookedIn(record)}.`,
    };
  },
});

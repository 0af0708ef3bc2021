import { defineSignal } from "../signal.ts";
import { absent, isPlayed, questionsOf } from "../signalling/seen.ts";

export default defineSignal({
  id: "no-questions",
  kind: "red flag",
  name: "No question at all",
  why: "The problem is open on purpose; what was not asked was assumed.",
  detect: (record) => {
    if (!isPlayed(record, 0.5) || questionsOf(record).length > 0) return undefined;
    return absent(record, "No question was asked");
  },
});

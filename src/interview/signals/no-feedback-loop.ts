import { defineSignal } from "../signal.ts";
import { areas } from "../signalling/areas.ts";
import { absent, about, isPlayed } from "../signalling/seen.ts";

export default defineSignal({
  id: "no-feedback-loop",
  kind: "red flag",
  name: "No way back into training",
  why: "Without feedback and retraining the first model is the last one.",
  detect: (record) => {
    const drawn = record.boards.some(({ board }) => board.arrows.some(({ kind }) => kind === "feedback"));
    if (!isPlayed(record, 0.85) || drawn || about(record, areas.loop).length > 0) return undefined;
    return absent(record, "Nothing said or drawn leads from what happened back into training");
  },
});

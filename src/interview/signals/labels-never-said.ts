import { defineSignal } from "../signal.ts";
import { absent, about, isPlayed, turnsOf } from "../signalling/seen.ts";

export default defineSignal({
  id: "labels-never-said",
  kind: "anti-pattern",
  name: "The word label never came up",
  why: "Without labels there is nothing to learn from, and where they come from decides what is learned.",
  detect: (record) => {
    if (!isPlayed(record, 0.6) || about(record, ["labels", "label-delay", "labelling-cost"]).length > 0)
      return undefined;
    if (turnsOf(record).some(({ text }) => /\b(?:label|annotat|ground truth)/iu.test(text))) return undefined;
    return absent(record, "Labels were not spoken of");
  },
});

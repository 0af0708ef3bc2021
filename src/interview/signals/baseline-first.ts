import { defineSignal } from "../signal.ts";
import { about, earliest, explained, quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "baseline-first",
  kind: "strength",
  name: "Began with something plain",
  why: "A plain baseline says what every further step is worth.",
  detect: (record) => {
    const plain = earliest(explained(record, ["baseline"]));
    const model = earliest(about(record, ["model-choice", "pretrained-models", "multi-task"]));
    if (!plain || (model && model.quote.entry < plain.quote.entry)) return undefined;
    return quoted([plain], "A plain baseline was explained before anything more complex.");
  },
});

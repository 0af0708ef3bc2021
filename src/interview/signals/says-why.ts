import { defineSignal } from "../signal.ts";
import { standing } from "../ledger/coverage.ts";
import { quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "says-why",
  kind: "communication",
  name: "Said why",
  why: "A reason can be checked by somebody else; a choice alone cannot.",
  detect: (record) => {
    const reasons = standing(record).filter(
      ({ manner, depth, from }) => manner === "said" && from === "words" && depth.includes("consequence"),
    );
    const turns = new Set(reasons.map(({ quote }) => quote.entry));
    return turns.size < 4 ? undefined : quoted(reasons, "Decisions came with their reasons throughout the round.");
  },
});

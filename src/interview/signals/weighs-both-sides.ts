import { defineSignal } from "../signal.ts";
import { standing } from "../ledger/coverage.ts";
import { quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "weighs-both-sides",
  kind: "strength",
  name: "Weighed both sides",
  why: "Every choice costs something; who says what, has chosen.",
  detect: (record) => {
    const weighed = standing(record).filter(({ manner, depth }) => manner === "said" && depth.includes("trade-off"));
    const entries = new Set(weighed.map(({ quote }) => quote.entry));
    return entries.size < 2 ? undefined : quoted(weighed, "More than one choice was weighed against another.");
  },
});

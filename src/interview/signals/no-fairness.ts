import { defineSignal } from "../signal.ts";
import { areas } from "../signalling/areas.ts";
import { absent, about, isPlayed } from "../signalling/seen.ts";

export default defineSignal({
  id: "no-fairness",
  kind: "red flag",
  name: "Nobody asked whom it treats worse",
  why: "A mean hides groups for whom the system does not work.",
  detect: (record) => {
    if (!isPlayed(record, 0.85) || about(record, areas.fairness).length > 0) return undefined;
    return absent(record, "Nothing was said about groups of people, slices or bias");
  },
});

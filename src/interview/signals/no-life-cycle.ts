import { defineSignal } from "../signal.ts";
import type { Area } from "../signalling/areas.ts";
import { absent, isPlayed, touches } from "../signalling/seen.ts";

export default defineSignal({
  id: "no-life-cycle",
  kind: "red flag",
  name: "Only a part of the life cycle",
  why: "A design is the whole way from data to a decision and back; a part of it cannot be run.",
  detect: (record) => {
    const all: readonly Area[] = ["data", "features", "model", "serving", "monitoring", "loop"];
    const touched = all.filter((area) => touches(record, area));
    if (!isPlayed(record, 0.85) || touched.length > 3) return undefined;
    const open = all.filter((area) => !touched.includes(area));
    return absent(record, `Not spoken of at all: ${open.join(", ")},`);
  },
});

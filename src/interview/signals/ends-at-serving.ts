import { defineSignal } from "../signal.ts";
import { areas } from "../signalling/areas.ts";
import { absent, about, isPlayed } from "../signalling/seen.ts";

export default defineSignal({
  id: "ends-at-serving",
  kind: "anti-pattern",
  name: "The design ends when it is live",
  why: "What happens after the release is most of the life of a system.",
  detect: (record) => {
    const later = [...areas.monitoring, ...areas.release, ...areas.loop];
    if (!isPlayed(record, 0.85) || about(record, later).length > 0) return undefined;
    return absent(record, "No monitoring, no experiment, no careful release and no way back was spoken of");
  },
});

import { defineSignal } from "../signal.ts";
import { absent, isPlayed, touches } from "../signalling/seen.ts";

export default defineSignal({
  id: "no-constraints",
  kind: "red flag",
  name: "No latency, cost or scale",
  why: "A design without limits cannot be wrong, and cannot be built either.",
  detect: (record) => {
    if (!isPlayed(record, 0.5) || touches(record, "constraints")) return undefined;
    return absent(record, "Neither asked nor said: how fast, how much of it, at what cost,");
  },
});

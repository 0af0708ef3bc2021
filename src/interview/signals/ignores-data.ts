import { defineSignal } from "../signal.ts";
import { areas } from "../signalling/areas.ts";
import { absent, explained, isPlayed } from "../signalling/seen.ts";

export default defineSignal({
  id: "ignores-data",
  kind: "red flag",
  name: "Data taken for granted",
  why: "Most of what goes wrong in such systems goes wrong in the data.",
  detect: (record) => {
    if (!isPlayed(record, 0.5) || explained(record, areas.data).length > 0) return undefined;
    return absent(record, "Nothing was explained about where data and labels come from, how good they are or how old");
  },
});

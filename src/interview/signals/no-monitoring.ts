import { defineSignal } from "../signal.ts";
import { areas } from "../signalling/areas.ts";
import { absent, about, isPlayed } from "../signalling/seen.ts";

export default defineSignal({
  id: "no-monitoring",
  kind: "red flag",
  name: "No monitoring",
  why: "A model that nobody watches gets worse without anybody knowing.",
  detect: (record) => {
    const drawn = record.boards.some(({ board }) => board.boxes.some(({ kind }) => kind === "monitor"));
    if (!isPlayed(record, 0.85) || drawn || about(record, areas.monitoring).length > 0) return undefined;
    return absent(record, "Neither words nor the board held anything that watches the running system");
  },
});

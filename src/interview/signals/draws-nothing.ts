import { defineSignal } from "../signal.ts";
import { absent, isPlayed } from "../signalling/seen.ts";

export default defineSignal({
  id: "draws-nothing",
  kind: "communication",
  name: "Nothing on the board",
  why: "Without a picture both sides hold another system in mind.",
  detect: (record) => {
    if (!isPlayed(record, 0.6) || record.boards.some(({ board }) => board.boxes.length > 0)) return undefined;
    return absent(record, "Nothing was drawn");
  },
});

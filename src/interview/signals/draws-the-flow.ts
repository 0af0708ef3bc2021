import { defineSignal } from "../signal.ts";
import { minuteOf } from "../signalling/seen.ts";

export default defineSignal({
  id: "draws-the-flow",
  kind: "communication",
  name: "Drew how data flows",
  why: "A picture with arrows lets others find the gap.",
  detect: (record) => {
    const drawn = record.boards.find(({ board }) => board.boxes.length >= 4 && board.arrows.length >= 3);
    return drawn && { quotes: [], says: `From ${minuteOf(drawn.atSeconds)} on the board showed how data flows.` };
  },
});

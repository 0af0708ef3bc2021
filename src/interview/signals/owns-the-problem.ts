import { defineSignal } from "../signal.ts";
import { explained, quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "owns-the-problem",
  kind: "staff strength",
  name: "Owned the problem",
  why: "The first design decision is which problem is solved.",
  detect: (record) => {
    const said = explained(record, ["owning-the-problem"]);
    return said.length === 0 ? undefined : quoted(said, "The problem itself was questioned or put in other words.");
  },
});

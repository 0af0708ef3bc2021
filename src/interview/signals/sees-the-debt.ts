import { defineSignal } from "../signal.ts";
import { explained, quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "sees-the-debt",
  kind: "staff strength",
  name: "Saw the debt",
  why: "Learned systems tie parts together that nobody tied on purpose.",
  detect: (record) => {
    const said = explained(record, ["technical-debt"]);
    return said.length === 0
      ? undefined
      : quoted(said, "It was said what will be hard to change later, and what is done about it.");
  },
});

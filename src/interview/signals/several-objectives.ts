import { defineSignal } from "../signal.ts";
import { explained, quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "several-objectives",
  kind: "staff strength",
  name: "Held several objectives at once",
  why: "Real systems serve several aims, and somebody has to say how they give way to each other.",
  detect: (record) => {
    const said = explained(record, ["multi-objective"]);
    return said.length === 0
      ? undefined
      : quoted(said, "Several objectives, and how their conflict is settled, were explained.");
  },
});

import { defineSignal } from "../signal.ts";
import { explained, quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "sees-the-flywheel",
  kind: "staff strength",
  name: "Saw the flywheel",
  why: "Systems that learn from being used get ahead of those that do not.",
  detect: (record) => {
    const said = explained(record, ["data-flywheel"]);
    return said.length === 0
      ? undefined
      : quoted(said, "It was explained how use makes the system better, and how that is sped up.");
  },
});

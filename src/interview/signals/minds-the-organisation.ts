import { defineSignal } from "../signal.ts";
import { explained, quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "minds-the-organisation",
  kind: "staff strength",
  name: "Thought of the people who run it",
  why: "A system that the team cannot keep alive is not a solution.",
  detect: (record) => {
    const said = explained(record, ["organisation"]);
    return said.length === 0
      ? undefined
      : quoted(said, "Team, on-call, other teams or the way from what exists were part of the design.");
  },
});

import { defineSignal } from "../signal.ts";
import { about, quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "assumes-with-numbers",
  kind: "strength",
  name: "Assumed openly, with a number",
  why: "An assumption that is said can be corrected; a number can be worked with.",
  detect: (record) => {
    const said = about(record, ["assumptions"]).filter(
      ({ quantities, depth }) => quantities.length > 0 || depth.includes("number"),
    );
    return said.length === 0 ? undefined : quoted(said, "An assumption was stated with its number.");
  },
});

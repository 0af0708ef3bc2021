import { defineSignal } from "../signal.ts";
import { explained, quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "answers-failures",
  kind: "strength",
  name: "Had an answer to failure",
  why: "Parts fail every day; what then answers decides whether anybody notices.",
  detect: (record) => {
    const failing = record.drills.find(({ failedShare }) => failedShare > 0.2);
    const mended = record.drills.find(
      ({ drill, failedShare, atSeconds }) =>
        drill === failing?.drill && atSeconds > failing.atSeconds && failedShare < 0.01,
    );
    const said = explained(record, ["fallback"]);
    if (mended)
      return quoted(said, `${mended.name}: requests failed at first; after the change to the board none did.`);
    return said.length < 2 ? undefined : quoted(said, "It was said what answers when a part does not.");
  },
});

import { defineSignal } from "../signal.ts";
import { explained, quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "offline-to-online",
  kind: "strength",
  name: "Knows where offline and online part",
  why: "Numbers before the release are a promise about people that people have to keep.",
  detect: (record) => {
    const said = explained(record, ["offline-online-gap"]);
    return said.length === 0
      ? undefined
      : quoted(said, "It was explained why a gain before release may not be one on people.");
  },
});

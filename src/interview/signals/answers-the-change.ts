import { defineSignal } from "../signal.ts";
import { shows } from "../ledger/coverage.ts";
import { quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "answers-the-change",
  kind: "strength",
  name: "Took the change up",
  why: "Requirements change in the middle; a design that can follow is worth more than one that fits.",
  detect: (record) => {
    const at = record.entries.findIndex((entry) => entry.who === "interviewer" && entry.move.kind === "change");
    if (at < 0) return undefined;
    const turns = record.entries
      .flatMap((entry, index) =>
        index > at && entry.who === "candidate" && (entry.input.kind === "say" || entry.input.kind === "draw")
          ? [index]
          : [],
      )
      .slice(0, 2);
    const said = record.statements.filter(
      (one) =>
        turns.includes(one.quote.entry) &&
        one.from === "words" &&
        shows(one) &&
        one.depth.some((depth) => depth !== "number"),
    );
    return said.length === 0
      ? undefined
      : quoted(said, "After the change of requirements the next answers said what becomes different.");
  },
});

import { defineSignal } from "../signal.ts";
import { coverage } from "../ledger/coverage.ts";
import { quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "buzzwords",
  kind: "red flag",
  name: "Names in place of mechanisms",
  why: "A name says what others built; only how it would work here shows that it was understood.",
  detect: (record) => {
    const topics = [...coverage(record).values()];
    const named = topics.filter(({ state }) => state === "mentioned");
    const said = topics.filter(({ state }) => state === "shown");
    if (named.length < 8 || named.length < 2 * said.length) return undefined;
    const statements = named.flatMap((one) => one.statements.slice(0, 1));
    return quoted(statements, "Many things were named, and for most of them nothing said how they would work here.");
  },
});

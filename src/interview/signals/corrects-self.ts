import { defineSignal } from "../signal.ts";
import { quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "corrects-self",
  kind: "strength",
  name: "Corrected an own number",
  why: "Who takes a number back has checked it.",
  detect: (record) => {
    const again = record.statements.flatMap(({ supersededBy }) => record.statements[supersededBy ?? -1] ?? []);
    return again.length === 0 ? undefined : quoted(again, "Something said earlier was taken back and replaced.");
  },
});

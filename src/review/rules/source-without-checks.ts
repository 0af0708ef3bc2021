import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "source-without-checks",
  stage: "data",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "A column that turns empty or changes its unit breaks no program, and the model learns from it overnight.",
  source: "Polyzotis et al., Data Validation for Machine Learning (2019), MLSys",
  asks: "A column is suddenly empty for a tenth of the rows. Who notices, and when?",
  bad: (sound) => edited(sound, { "data.sources[payments].checks": gone }),
  *check(view) {
    for (const { name, path } of view.graph.of("source"))
      if (view.missing([...path, "checks"]))
        yield {
          at: [...path, "checks"],
          lookedIn: ["data.sources"],
          found: `No check is made on the rows of \`${name}\`.`,
          clears: "write in `checks:` what every row or day must satisfy, such as ranges, no nulls, and rows per day",
        };
  },
});

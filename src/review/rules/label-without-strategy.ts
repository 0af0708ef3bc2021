import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "label-without-strategy",
  stage: "data",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Clicks, verdicts and disputes are wrong in different ways, so a label of unknown making cannot be corrected.",
  source:
    "Ratner et al., Snorkel: Rapid Training Data Creation with Weak Supervision (2017), doi:10.14778/3157794.3157797",
  asks: "Who or what says that this example is positive, and what does one such answer cost?",
  bad: (sound) => edited(sound, { "data.labels[verdict].strategy": gone }),
  *check(view) {
    for (const { name, path } of view.graph.of("label")) {
      if (view.decided([...path, "strategy"])) continue;
      if (view.life !== "production" && ["from", "positive"].every((key) => view.decided([...path, key]))) continue;
      yield {
        at: [...path, "strategy"],
        lookedIn: ["data.labels"],
        found: `Nothing says how \`${name}\` comes about.`,
        clears: "write in `strategy:` whether people, behaviour, rules or later events give the label",
      };
    }
  },
});

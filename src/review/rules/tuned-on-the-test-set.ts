import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "tuned-on-the-test-set",
  stage: "data",
  kind: "method",
  severity: { prototype: "gap", production: "flaw" },
  why: "Settings that are chosen on the test set fit its noise, so the number that is reported will not be seen again.",
  source: "Cawley and Talbot, On Over-fitting in Model Selection (2010), Journal of Machine Learning Research 11",
  asks: "Forty settings were tried. On which data was the best one chosen, and on which is it judged?",
  bad: (sound) => edited(sound, { "data.split.validation": gone }),
  *check(view) {
    const { tuning } = view.design.model ?? {};
    if (!tuning || view.missing("data.split") || view.decided("data.split.validation")) return;
    yield {
      at: "data.split.validation",
      lookedIn: ["data.split.validation", "model.tuning.metric"],
      found: `${tuning.trials ?? "Several"} settings are tried (${tuning.method}), and the split has no validation part to choose on.`,
      clears: "hold out a `validation:` part before the test part, and choose settings on it",
    };
  },
});

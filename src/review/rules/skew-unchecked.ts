import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { trainsItself } from "../subject.ts";

export default defineRule({
  id: "skew-unchecked",
  stage: "monitoring",
  kind: "method",
  severity: { prototype: "gap", production: "flaw" },
  why: "A feature that is computed twice, for training and for serving, comes to differ, and the model is right only offline.",
  source: "Zinkevich, Rules of Machine Learning, rules 29 to 37 (2016)",
  asks: "The same customer, the same second: how do you know that training and serving see the same numbers?",
  bad: (sound) => edited(sound, { "monitoring.skew": gone }),
  *check(view) {
    const features = view.design.features ?? [];
    if (!trainsItself(view.design) || features.length === 0 || view.missing("monitoring")) return;
    if (!view.missing("monitoring.skew") || view.design.serving?.mode === "batch") return;
    const undefinedOnes = features.filter(({ is }) => !is);
    if (undefinedOnes.length === 0 && view.life !== "production") return;
    yield {
      at: "monitoring.skew",
      lookedIn: ["features", "monitoring.skew"],
      found:
        undefinedOnes.length > 0
          ? `${undefinedOnes.length} of ${features.length} features have no one definition, and served values are never held against those of training.`
          : `${features.length} features are served, and their values are never held against those of training.`,
      clears: "log served features, build them again from events, and write in `skew:` which difference is an alarm",
      ...(undefinedOnes.length === 0 && { severity: "gap" as const }),
    };
  },
});

import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { rareLabels, trainsItself } from "../subject.ts";

const rare = 0.02;

export default defineRule({
  id: "imbalance-unhandled",
  stage: "model",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Trained as they come, the many negatives drown the few positives, or sampling shifts every score and nobody corrects it.",
  source: "He and Garcia, Learning from Imbalanced Data (2009), doi:10.1109/TKDE.2008.239",
  asks: "Two rows in a thousand are positive. What does training do about it, and what does that do to the scores?",
  bad: (sound) => edited(sound, { "model.train.imbalance": gone }),
  *check(view) {
    const [label] = rareLabels(view.design, rare);
    if (!label || !trainsItself(view.design) || !view.missing("model.train.imbalance")) return;
    yield {
      at: "model.train.imbalance",
      lookedIn: ["model.train.imbalance"],
      found: `${label.text} of \`${label.name}\` are positive, and training does nothing about it.`,
      clears: "write in `imbalance:` how negatives are sampled or weighted, and how scores are corrected for it",
    };
  },
});

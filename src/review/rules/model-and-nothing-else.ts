import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

const around = ["data", "features", "serving", "monitoring"] as const;

export default defineRule({
  id: "model-and-nothing-else",
  stage: "model",
  kind: "method",
  severity: { concept: "gap", prototype: "flaw", production: "blocker" },
  why: "The model is a small part of the system; without data, serving and monitoring around it nothing can run.",
  source: "Sculley et al., Hidden Technical Debt in Machine Learning Systems (2015), NeurIPS",
  asks: "The network is clear. Where do its inputs come from, who calls it, and who notices when it is wrong?",
  base: "grocery",
  bad: (sound) => edited(sound, { features: gone, serving: gone, monitoring: gone }),
  *check(view) {
    if (!hasModel(view)) return;
    const absent = around.filter((section) => view.missing(section));
    if (absent.length < 3) return;
    yield {
      at: "model",
      lookedIn: [...around],
      found: `The model is described, and nothing is said of ${absent.join(", ")}.`,
      clears: "write the data, the features, the request path and the monitoring before more of the model",
    };
  },
});

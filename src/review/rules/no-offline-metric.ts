import { absence } from "../absence.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { learns } from "../subject.ts";

export default defineRule({
  id: "no-offline-metric",
  stage: "metrics",
  kind: "method",
  severity: { concept: "hint", prototype: "gap", production: "flaw" },
  why: "Without a number before release, every idea has to be tried on people.",
  source: "Gilotte et al., Offline A/B Testing for Recommender Systems (2018), doi:10.1145/3159652.3159687",
  asks: "Two models lie before you, and only one may go live. How do you choose without asking users?",
  bad: (sound) => edited(sound, { "metrics.offline": gone, "metrics.link": gone }),
  *check(view) {
    if (!learns(view.design)) return;
    yield* absence(view, "metrics.offline", {
      found: "Nothing is measured before release.",
      clears: "write in `offline:` a metric on held-out data, its target, and the baseline it must beat",
    });
  },
});

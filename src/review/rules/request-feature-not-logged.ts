import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "request-feature-not-logged",
  stage: "monitoring",
  kind: "contract",
  severity: { prototype: "gap", production: "flaw" },
  why: "What only the request knew is gone once it is answered, so no later training can see it.",
  source: "Zinkevich, Rules of Machine Learning, rule 29 (2016)",
  asks: "The request carries a value that no table holds. Where does the next training find it?",
  bad: (sound) => edited(sound, { "monitoring.feedback": gone }),
  *check(view) {
    if (view.decided("monitoring.feedback.log") || view.missing("model")) return;
    const asked = (view.design.features ?? []).filter(({ is, from }) => is?.kind === "request" && from === undefined);
    if (asked.length === 0) return;
    yield {
      at: "monitoring.feedback.log",
      lookedIn: ["monitoring.feedback"],
      found: `${asked.map(({ name }) => `\`${name}\``).join(", ")} ${asked.length > 1 ? "come" : "comes"} from the request, and no log of decisions is described.`,
      clears: "write under `monitoring.feedback.log` that the values are kept that the model was given",
    };
  },
});

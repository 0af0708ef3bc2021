import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import type { View } from "../view.ts";

export default defineRule({
  id: "chance-not-logged",
  stage: "monitoring",
  kind: "contract",
  severity: "flaw",
  why: "The weights of an off-policy estimate cannot be worked out afterwards: a chance that was not logged is lost.",
  source: "Swaminathan and Joachims, Counterfactual Risk Minimization (2015), ICML",
  asks: "You explore, and later you weigh what you saw. Where does the weight of one logged decision come from?",
  bad: (sound) => edited(sound, { "monitoring.feedback.log": "features, score, rules that fired, action, model, arm" }),
  *check(view) {
    const { offPolicy } = view.design.model ?? {};
    if (!offPolicy?.estimators.some((one) => one !== "dm") || view.missing("monitoring.feedback.log")) return;
    if (!view.design.monitoring?.feedback || isLogged(view)) return;
    yield {
      at: "monitoring.feedback.log",
      lookedIn: ["monitoring.feedback.log"],
      found: `Estimates by ${offPolicy.estimators.join(" and ")} need the chance of each decision, and the log keeps \`${view.says("monitoring.feedback.log")}\`.`,
      clears: "log the chance with which each decision was taken",
    };
  },
});

const isLogged = (view: View) => view.speaking(/chance|propensit|probabilit/i, "monitoring.feedback.log").length > 0;

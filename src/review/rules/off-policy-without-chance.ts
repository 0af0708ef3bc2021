import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";

const weighted: ReadonlySet<string> = new Set(["ips", "snips", "dr", "switch"]);

export default defineRule({
  id: "off-policy-without-chance",
  stage: "model",
  kind: "contract",
  severity: "flaw",
  why: "Weights by the chance of a decision need a chance: where the old policy always did the same, nothing is known of the rest.",
  source: "Bottou et al., Counterfactual Reasoning and Learning Systems (2013), JMLR 14",
  asks: "Your estimate divides by the chance of each logged decision. Which decisions had a chance other than 0 or 1?",
  bad: (sound) => edited(sound, { "model.explore": gone }),
  *check(view) {
    const { offPolicy, explore, rerank } = view.design.model ?? {};
    const divides = (offPolicy?.estimators ?? []).filter((one) => weighted.has(one));
    if (divides.length === 0 || explore || rerank?.some(({ kind }) => kind === "explore")) return;
    if (view.state("model.explore") === "later") return;
    yield {
      at: "model.offPolicy.estimators",
      lookedIn: ["model.explore", "model.rerank"],
      found: `Estimates by ${divides.join(" and ")} weigh by the chance of each decision, and nothing is left to chance.`,
      clears: "give a small share of decisions to chance under `model.explore`, or judge by experiment alone",
    };
  },
});

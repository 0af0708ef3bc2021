import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { learns } from "../subject.ts";

export default defineRule({
  id: "score-not-calibrated",
  stage: "model",
  kind: "method",
  severity: { prototype: "gap", production: "flaw" },
  why: "A score that is multiplied by a price or held against a cost must be a probability, and most models do not give one.",
  source:
    "Niculescu-Mizil and Caruana, Predicting Good Probabilities with Supervised Learning (2005), doi:10.1145/1102351.1102430",
  asks: "A thousand cases score 0.3. How many of them turn out positive?",
  bad: (sound) => edited(sound, { "model.calibration": gone }),
  *check(view) {
    const { auction, decide } = view.design.model ?? {};
    const asProbability = /probab|chance|expected/i.test(decide?.score ?? "");
    if (!learns(view.design) || (!auction && !asProbability) || view.decided("model.calibration")) return;
    yield {
      at: "model.calibration",
      lookedIn: ["model.calibration"],
      found: auction
        ? "An auction multiplies bids by the score, and nothing makes the score a probability."
        : `The score is used as \`${decide!.score}\`, and nothing makes it one.`,
      clears: "write in `calibration:` how scores are fitted to outcomes, and how that is checked",
    };
  },
});

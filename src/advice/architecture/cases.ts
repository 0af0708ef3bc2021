import type { Design } from "../../design/design.ts";
import type { NotYet, PlainValue, Proposal } from "../advice.ts";
import { because, facts, fill, those, unless } from "../facts.ts";
import { positiveShare } from "../figures/labels.ts";
import { errorPrices } from "../figures/stakes.ts";
import { recommendedLevel } from "../subjects/model-level.ts";
import { share } from "../units.ts";
import { stepsOf } from "./budgets.ts";

/** Of twenty cases that are stopped without a person, nineteen are to be right. */
const certain = 0.95;

/**
 * The score from which acting is cheaper than not acting: p · miss ≥ (1 − p) · alarm, so p ≥ alarm / (alarm + miss).
 *
 * @see Elkan 2001, The foundations of cost-sensitive learning, IJCAI, eq. 2
 * @example bestThreshold({ miss: 120, alarm: 15 }) // => 0.111
 */
export const bestThreshold = ({ miss, alarm }: { readonly miss: number; readonly alarm: number }): number =>
  alarm / (alarm + miss);

/** Rules first, then a score, then a decision by cost, then people for what is unclear, whose answers are labels. */
export function casesArchitecture(design: Design): Proposal | NotYet {
  const prices = errorPrices(design);
  const threshold = prices && bestThreshold(prices);
  const rare = positiveShare(design);
  const stop = design.system === "spam" ? "put into the spam folder" : "block";
  return {
    recommend: `Rules, then a score, then a decision${threshold === undefined ? " by the cost of each error" : ` at ${share(threshold)}`}, then a review queue whose answers become labels`,
    reasons: those(
      because("each case is judged alone, while it waits", facts(design, "system")),
      threshold !== undefined &&
        because(
          `acting pays from a probability of ${share(threshold)} on: false alarm / (false alarm + miss)`,
          facts(design, "requirements.costOfErrors.falsePositive", "requirements.costOfErrors.falseNegative"),
        ),
      rare &&
        rare.value < 0.05 &&
        because(`${share(rare.value)} of cases are positive: rules take the plain ones away cheaply`, rare.facts),
    ),
    alternatives: [
      unless("no review queue", "cases are so many or so urgent that no person can see even the unclear ones"),
      unless("graph features before the score", "the same people come back under new names"),
      unless("model before rules", "no rule is precise enough to act on alone"),
    ],
    consequence:
      "Thresholds need calibrated scores, reviewers need hours, and a random sample of what passed must be reviewed too.",
    edits: those(
      fill(design, "model.rank", ranker(design)),
      fill(design, "model.decide", decide(threshold, stop)),
      fill(design, "serving.path", stepsOf(design, { rules: 1, features: 4, score: 4, decide: 1 })),
      fill(design, "serving.review.tiers", ["reviewer", "specialist"]),
    ),
    confidence: threshold === undefined ? "open" : "likely",
  };
}

function ranker(design: Design): PlainValue {
  const level = recommendedLevel(design)?.level ?? 3;
  if (level === 1) return { kind: "rules" };
  return { kind: level === 2 ? "logistic" : level === 3 ? "gbdt" : "transformer", objective: "binary" };
}

function decide(threshold: number | undefined, stop: string): PlainValue {
  const review = Number((threshold ?? 0.5).toPrecision(2));
  const actions = [
    { when: `score >= ${Math.max(certain, review)}`, do: stop },
    ...(review < certain ? [{ when: `score >= ${review}`, do: "send to review" }] : []),
    { when: "otherwise", do: "let through" },
  ];
  const chosenBy =
    threshold === undefined
      ? "not yet: the cost of a miss and of a false alarm must be known"
      : "cost of each error: false alarm / (false alarm + miss)";
  return { score: "calibrated probability", actions, chosenBy };
}

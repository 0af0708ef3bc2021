import type { Design } from "../../design/design.ts";
import type { System } from "../../design/schema/design.ts";
import { defineAdvice, type NotYet, type Proposal } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { stakes } from "../figures/stakes.ts";
import { count } from "../units.ts";

interface Compared {
  readonly groups: readonly string[];
  readonly metric: string;
  readonly harm: string;
}

/** Who could be served worse, and in which number that shows. */
const compared: Partial<Record<System, Compared>> = {
  recommendation: {
    groups: ["new users", "light users", "small sellers"],
    metric: "share of showings against share of items",
    harm: "small sellers vanish",
  },
  feed: {
    groups: ["new authors", "small languages"],
    metric: "share of views against share of posts",
    harm: "small voices vanish",
  },
  search: { groups: ["languages", "rare queries"], metric: "ndcg@10", harm: "some find nothing" },
  fraud: {
    groups: ["country of card", "age band", "new customers"],
    metric: "falsePositiveRate",
    harm: "honest customers are refused",
  },
  moderation: { groups: ["languages", "dialects"], metric: "falsePositiveRate", harm: "some are silenced more often" },
  spam: { groups: ["languages", "small senders"], metric: "falsePositiveRate", harm: "wanted mail is lost" },
  ads: {
    groups: ["age band", "gender"],
    metric: "share of housing, job and credit ads shown",
    harm: "offers are withheld",
  },
  bidding: { groups: ["age band", "region"], metric: "share of impressions won", harm: "offers are withheld" },
  rag: { groups: ["languages", "departments"], metric: "groundedness", harm: "some get wrong answers" },
  pricing: {
    groups: ["region", "device", "loyal customers"],
    metric: "mean price paid for the same thing",
    harm: "some pay more for the same",
  },
  perception: {
    groups: ["pedestrians by clothing and stature", "night", "rain"],
    metric: "recall of persons",
    harm: "some are not seen",
  },
};
/**
 * Gap that is accepted for a rate, in points. Two groups of n cases each at a rate p differ by chance by less than
 * 1.96 √(2 p (1 − p) / n); for 2 points at p = 10% that takes n ≈ 1,700 cases in each group.
 */
const gap = 0.02;

/** The rate at which the number of cases is worked out; a rarer outcome shows only larger gaps. */
const usualRate = 0.1;

/** Cases that each group needs before a gap of that size is more than chance. */
export const casesPerGroup = (ratio: number): number => Math.ceil((1.96 ** 2 * 2 * ratio * (1 - ratio)) / gap ** 2);

function propose(design: Design): Proposal | NotYet {
  const who = design.system && compared[design.system];
  if (!who) return needs(["system", "who could be served worse depends on the kind of system"]);
  const risk = stakes(design);
  const least = casesPerGroup(usualRate);
  const text = `${gap * 100}%`;
  return {
    recommend: `Compare ${who.metric} between ${who.groups.join(", ")}, and accept a gap of ${text}`,
    reasons: those(
      because(`otherwise ${who.harm}, and the mean does not show it`, facts(design, "system")),
      risk && because(`a wrong decision is ${risk.harm}: ${risk.how}`, risk.facts),
      because(
        `at a rate of ${usualRate * 100}% a gap of ${text} is more than chance from ${count(least)} cases in each group on`,
      ),
    ),
    alternatives: [
      unless("groups by proxy, such as region", "the attribute itself may not be stored"),
      unless(
        "equal opportunity (recall among those who deserve it)",
        "missing somebody does more harm than a false alarm",
      ),
      unless("slices without a bound", "no decision reaches a person"),
    ],
    consequence: "A release that widens the gap stops at the gate, whatever it does for the mean.",
    edits: those(
      fill(design, "metrics.fairness", {
        groups: [...who.groups],
        metric: who.metric,
        gap: `<= ${text}`,
        action: "the release waits until the cause is found",
      }),
    ),
    confidence: "likely",
  };
}

export default defineAdvice({
  id: "fairness",
  stage: "metrics",
  asks: "For whom could it work worse, and how would that be seen?",
  propose,
});

import type { Design } from "../../design/design.ts";
import { defineAdvice, type Fact, type NotYet, type Proposal } from "../advice.ts";
import { listExploration, listShare, showingsPerItem } from "../exploration-choice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { averageRate } from "../figures/load.ts";
import { givesLists, requestInputs } from "../figures/shape.ts";
import { stakes, type Stakes } from "../figures/stakes.ts";
import { count, share } from "../units.ts";

/** With so few arms each is tried often enough to keep a posterior of its own. */
const fewArms = 100;
/** One decision in a hundred is what a costly mistake can bear; it still gives 1% of the log known propensities. */
const carefulShare = 0.01;

function forLists(design: Design, risk: Stakes): Proposal {
  const part = listShare(design);
  const average = averageRate(design);
  const seen = facts(design, "requirements.scale.items");
  return {
    recommend: `Epsilon-slot: the last place of ${share(part)} of lists is drawn at random`,
    reasons: those(
      because(
        "a list has a last place, which costs least to give away and whose chance is known exactly",
        facts(design, "system", "model.formulation"),
      ),
      average &&
        seen.length > 0 &&
        because(
          `at ${count(average.value)}/s this share comes nearest to ${count(showingsPerItem)} showings of each item in a week`,
          average.facts,
          seen,
        ),
      because(`a bad choice is ${risk.harm}: ${risk.how}`, risk.facts),
    ),
    alternatives: [
      unless("Thompson sampling", "the ranker gives an honest spread for its scores"),
      unless("LinUCB in one slot", "new items come daily and have good content features"),
      unless("softmax over the list", "propensities of whole lists are needed for off-policy estimates"),
    ],
    consequence: "Items that the model never shows get a known chance, and the log can judge a new policy.",
    edits: those(fill(design, "model.rerank", [listExploration(design)])),
    confidence: average && seen.length > 0 ? "firm" : "likely",
  };
}

function forDecisions(design: Design, risk: Stakes): Proposal {
  const arms = design.requirements?.scale?.items;
  const inputs = requestInputs(design);
  const [policy, why, found] = policyFor(design, risk);
  return {
    recommend: `${policy.charAt(0).toUpperCase()}${policy.slice(1)}, within bounds, for ${share(carefulShare)} of decisions${risk.harm === "cheap" ? " at first" : ""}`,
    reasons: those(
      because(why, found),
      arms &&
        because(`there are ${count(arms.count)} things to choose from`, facts(design, "requirements.scale.items")),
      inputs.length > 0 && because("the context of a request is known", inputs),
      because(`a wrong decision is ${risk.harm}: ${risk.how}`, risk.facts),
    ),
    alternatives: [
      unless(
        "no chance at all",
        "a random sample of outcomes is had in another way, such as review of what was let through",
      ),
      unless("Thompson sampling", "decisions are few in kind, many in number, and cheap"),
    ],
    consequence: "Without some chance the model learns only from what it already believes.",
    edits: those(fill(design, "model.explore", { policy, share: share(carefulShare), within: boundsFor(design) })),
    confidence: "likely",
  };
}

type Policy = "thompson" | "linucb" | "epsilon-greedy" | "softmax";

function policyFor(design: Design, risk: Stakes): [Policy, string, readonly Fact[]] {
  const arms = design.requirements?.scale?.items?.count;
  const inputs = requestInputs(design);
  if (design.system === "pricing")
    return ["softmax", "near-best prices are tried more often than bad ones", facts(design, "system")];
  if (risk.harm !== "cheap")
    return ["epsilon-greedy", "a fixed small share is easy to bound and to explain", risk.facts];
  if (arms !== undefined && arms <= fewArms && inputs.length === 0)
    return [
      "thompson",
      "few arms and no context: each keeps its own posterior",
      facts(design, "requirements.scale.items"),
    ];
  if (inputs.length > 0)
    return ["linucb", "the context tells arms apart, and its uncertainty says where to look", inputs];
  return ["epsilon-greedy", "it asks nothing of the model", risk.facts];
}

function boundsFor({ system }: Design): string {
  if (system === "pricing") return "list price ± 5%, never below cost";
  if (system === "fraud" || system === "spam" || system === "moderation") return "scores in the review band";
  return system === "bidding" ? "the bid cap and the day's budget" : "choices above the relevance bar";
}

/** What cannot be undone is not tried on people. */
const never = (design: Design, risk: Stakes): Proposal => ({
  recommend: "None on people: shadow, simulation and replay only",
  reasons: [because(`a wrong decision is grave: ${risk.how}`, risk.facts)],
  alternatives: [unless("a bounded share", "a set of actions is known to be safe whichever is taken")],
  consequence: "What would have happened is learned from simulation and from drivers or reviewers who disagree.",
  edits: those(
    fill(
      design,
      "monitoring.feedback.loop",
      "the model sees only outcomes of its own decisions; replay and simulation fill the gap",
    ),
  ).filter(() => design.monitoring?.feedback?.log !== undefined),
  confidence: "firm",
});

function propose(design: Design): Proposal | NotYet {
  const risk = stakes(design);
  if (!risk)
    return needs(
      ["requirements.costOfErrors", "what a bad choice costs decides whether chance may choose"],
      ["system", "or the kind of system"],
    );
  if (risk.harm === "grave") return never(design, risk);
  return givesLists(design) ? forLists(design, risk) : forDecisions(design, risk);
}

export default defineAdvice({
  id: "exploration",
  stage: "model",
  asks: "How does the system learn about what it would not have chosen?",
  propose,
});

import type { Design } from "../../design/design.ts";
import type { System } from "../../design/schema/design.ts";
import { defineAdvice, type NotYet, type Proposal } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { errorPrices, stakes } from "../figures/stakes.ts";

type Chain = readonly string[];

/** First to last; the last needs no network, no model and no store. */
const chains: Partial<Record<System, Chain>> = {
  recommendation: ["cached-answer", "popularity"],
  feed: ["cached-answer", "most-recent"],
  search: ["bm25", "popularity"],
  fraud: ["previous-model", "rules", "let-through"],
  moderation: ["rules", "human-review", "hold"],
  spam: ["rules", "let-through"],
  ads: ["baseline", "no-ad"],
  bidding: ["baseline", "no-bid"],
  rag: ["cached-answer", "bm25", "no-answer"],
  pricing: ["last-price", "list-price"],
  perception: ["remaining-sensors", "safe-stop"],
  platform: ["previous-model", "default-value"],
};

/** Where missing a case costs more than a false alarm, the last resort stops the case instead of passing it. */
function lastResort(design: Design, chain: Chain): Chain {
  const prices = errorPrices(design);
  if (!prices || prices.miss <= prices.alarm || chain.at(-1) !== "let-through") return chain;
  return [...chain.slice(0, -1), design.serving?.review ? "human-review" : "hold"];
}

function propose(design: Design): Proposal | NotYet {
  const { system } = design;
  const usual = system && chains[system];
  if (!usual) return needs(["system", "what can answer without a model depends on the kind of system"]);
  const chain = lastResort(design, usual);
  const harm = stakes(design);
  const prices = facts(design, "requirements.costOfErrors.falseNegative", "requirements.costOfErrors.falsePositive");
  return {
    recommend: `Fall back to ${chain.join(", then ")}`,
    reasons: those(
      because(
        `for ${system}, ${chain[0]} keeps most of the value and ${chain.at(-1)} cannot fail`,
        facts(design, "system"),
      ),
      chain !== usual && because("missing a case costs more than a false alarm", prices),
      harm && because(`an error here is ${harm.harm}: ${harm.how}`, harm.facts),
    ),
    alternatives: [
      unless(`only ${chain.at(-1)}`, "the steps before it share the part that failed"),
      unless("fail the request", "no answer is safer than a wrong one, and the caller can handle it"),
    ],
    consequence: `Answers say that they are a fallback, so that ${chain[0]} is never mistaken for the model in the log.`,
    edits: those(fill(design, "serving.fallback", chain)),
    confidence: harm?.how.startsWith("usual") ? "likely" : "firm",
  };
}

export default defineAdvice({
  id: "fallback",
  stage: "serving",
  asks: "What answers when the model, a feature or a store fails?",
  propose,
});

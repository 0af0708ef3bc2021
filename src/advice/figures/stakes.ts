import type { Design } from "../../design/design.ts";
import type { System } from "../../design/schema/design.ts";
import type { Fact } from "../advice.ts";
import { facts } from "../facts.ts";
import { derived, type Figure } from "./figure.ts";

/** How bad one wrong decision is: a shrug, money or trust, or something that cannot be undone. */
export type Harm = "cheap" | "costly" | "grave";
export interface Stakes {
  readonly harm: Harm;
  readonly facts: readonly Fact[];
  readonly how: string;
}

const harmOf: Partial<Record<System, Harm>> = {
  recommendation: "cheap",
  feed: "cheap",
  search: "cheap",
  ads: "cheap",
  fraud: "costly",
  moderation: "costly",
  spam: "costly",
  bidding: "costly",
  rag: "costly",
  pricing: "costly",
  perception: "grave",
};

/** What a wrong decision does: as priced in the document, else what is usual for the kind of system. */
export function stakes(design: Design): Stakes | undefined {
  return statedStakes(design) ?? usualStakes(design);
}

function statedStakes(design: Design): Stakes | undefined {
  const costs = design.requirements?.costOfErrors;
  if (costs === undefined || typeof costs === "string") return undefined;
  const priced = facts(design, "requirements.costOfErrors.falsePositive", "requirements.costOfErrors.falseNegative");
  const undone = facts(design, "requirements.costOfErrors.reversible");
  if (costs.reversible === false) return { harm: "grave", facts: undone, how: "a wrong decision cannot be undone" };
  if (priced.length > 0) return { harm: "costly", facts: priced, how: "each error has a price" };
  return costs.reversible ? { harm: "cheap", facts: undone, how: "a wrong decision can be undone" } : undefined;
}

function usualStakes(design: Design): Stakes | undefined {
  const harm = design.system && harmOf[design.system];
  return harm && { harm, facts: facts(design, "system"), how: `usual for ${design.system}` };
}

/** What missing a case and acting wrongly cost in dollars, where both are priced. */
export function errorPrices(design: Design): { readonly miss: number; readonly alarm: number } | undefined {
  const costs = design.requirements?.costOfErrors;
  if (costs === undefined || typeof costs === "string") return undefined;
  const [miss, alarm] = [usd(costs.falseNegative), usd(costs.falsePositive)];
  return miss === undefined || alarm === undefined || miss + alarm === 0 ? undefined : { miss, alarm };
}

type Priced = { readonly kind: string; readonly usd?: number; readonly usdPerUnit?: number } | string | undefined;
const usd = (price: Priced): number | undefined =>
  typeof price === "object" ? (price.usd ?? price.usdPerUnit) : undefined;

const paces: readonly (readonly [RegExp, number, string])[] = [
  [/\b(seconds?|minutes?)\b/i, 3600, "within hours"],
  [/\b(hours?|hourly)\b/i, 21_600, "within hours"],
  [/\b(days?|daily|nightly|overnight)\b/i, 86_400, "within days"],
  [/\b(weeks?|weekly)\b/i, 604_800, "within weeks"],
  [/\b(months?|monthly|seasons?|seasonal\w*|quarters?|quarterly)\b/i, 2_629_800, "within months"],
  [/\b(adversar\w*|attack\w*)\b/i, 86_400, "within days"],
  [/\b(years?|yearly|never|stable|static|fixed)\b/i, 31_557_600, "within years"],
];

/** Seconds in which the learned pattern changes: the fastest word of time in `requirements.changes`; days where only attackers are named. */
export function pace(design: Design): Figure | undefined {
  const changes = design.requirements?.changes;
  const found = changes && paces.find(([words]) => words.test(changes));
  return found ? derived(found[1], facts(design, "requirements.changes"), found[2]) : undefined;
}

/** How well a decision must be explained, from the words of `constraints.interpretability`. */
export function interpretability(design: Design): "low" | "some" | "high" | undefined {
  const words = design.requirements?.constraints?.interpretability;
  if (words === undefined) return undefined;
  if (/\b(high|critical|must|each|every|reasons?|regulat\w*|legal\w*|strict\w*|required)\b/i.test(words)) return "high";
  return /\b(low|none|not needed|unimportant)\b/i.test(words) ? "low" : "some";
}

import type { Design } from "../../design/design.ts";
import type { System } from "../../design/schema/design.ts";
import { defineAdvice, type NotYet, type Proposal } from "../advice.ts";
import { answersArchitecture } from "../architecture/answers.ts";
import { casesArchitecture } from "../architecture/cases.ts";
import { listsArchitecture } from "../architecture/lists.ts";
import { perceptionArchitecture, platformArchitecture } from "../architecture/machines.ts";
import { adsArchitecture, biddingArchitecture, pricingArchitecture } from "../architecture/markets.ts";
import { needs } from "../facts.ts";
import { givesLists } from "../figures/shape.ts";

const families: Partial<Record<System, (design: Design) => Proposal | NotYet>> = {
  recommendation: listsArchitecture,
  feed: listsArchitecture,
  search: listsArchitecture,
  fraud: casesArchitecture,
  moderation: casesArchitecture,
  spam: casesArchitecture,
  ads: adsArchitecture,
  bidding: biddingArchitecture,
  rag: answersArchitecture,
  pricing: pricingArchitecture,
  perception: perceptionArchitecture,
  platform: platformArchitecture,
};

export default defineAdvice({
  id: "architecture",
  stage: "model",
  asks: "Which steps lead from a request to a decision, and how many things does each handle?",
  propose(design) {
    const family = design.system && (families[design.system] ?? (givesLists(design) ? listsArchitecture : undefined));
    return family?.(design) ?? needs(["system", "the steps depend on the kind of system"]);
  },
});

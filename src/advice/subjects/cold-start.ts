import type { Design } from "../../design/design.ts";
import type { System } from "../../design/schema/design.ts";
import { defineAdvice, type NotYet, type Proposal } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { rawInputs } from "../figures/shape.ts";

const answers: Partial<Record<System, string>> = {
  recommendation:
    "a new user gets popular items of their region and device until five interactions; a new item enters by its content and a small share of exploration",
  feed: "a new user gets the most recent of what they follow and popular topics; a new author gets a guaranteed share of views",
  search: "an unseen query is answered by words alone; an unseen document is indexed at once and ranked without clicks",
  fraud: "a new account or card is judged by device, network and amount, and by rules with lower limits",
  moderation: "a new kind of content goes to review until a hundred decisions exist",
  spam: "a new sender is judged by content and network, and limited in rate",
  ads: "a new ad starts with the mean click rate of its advertiser and category, and gets a bounded share of exploration",
  bidding: "a new placement starts with the mean of its site and a bid cap",
  rag: "a new document is searchable at the next index update; a question without sources gets no answer",
  pricing: "a new product starts at list price, with bounds, and borrows the elasticity of its category",
  perception: "an object of no known class is tracked as an obstacle",
  platform: "a new model starts in shadow and on one replica",
};

function propose(design: Design): Proposal | NotYet {
  const { system } = design;
  const answer = system && answers[system];
  if (!answer) return needs(["system", "who or what is new depends on the kind of system"]);
  const content = rawInputs(design);
  return {
    recommend: answer.charAt(0).toUpperCase() + answer.slice(1),
    reasons: those(
      because(
        "whoever is new has no history, and a model that saw only the old guesses about them",
        facts(design, "system"),
      ),
      content.length > 0 && because("content is there, and says something before anybody has reacted", content),
      because("growth means that new ones are a large share", facts(design, "requirements.scale.growth")),
    ).filter(({ facts: found }) => found.length > 0),
    alternatives: [
      unless("ask for interests at the start", "people answer, and the answers predict more than popularity does"),
      unless("nothing special", "new ones are below 1% of decisions, measured apart"),
    ],
    consequence: "New and old are reported apart: a good mean can hide that every first visit is bad.",
    edits: those(fill(design, "model.coldStart", answer)),
    confidence: "likely",
  };
}

export default defineAdvice({
  id: "cold-start",
  stage: "model",
  asks: "What happens for a user, an item or a query that was never seen?",
  propose,
});

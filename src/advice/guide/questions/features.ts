import { defineQuestions } from "../question.ts";
import { splitList } from "../read-answer.ts";
import type { Plain } from "../../../design/plain.ts";

/** `cards_10m (user): count of payments per card, online`: the rest is told in words until somebody writes a definition. */
function features(words: string): Plain {
  return splitList(words).map((part) => {
    const match = /^([\w ]+?)\s*(?:\((\w+)\))?\s*(?::\s*(.+))?$/.exec(part);
    const [name, group, means] = match ? match.slice(1) : [part];
    return {
      name: name!.trim().replaceAll(/[^A-Za-z\d]+/g, "_"),
      ...(group ? { group } : {}),
      ...(means ? { means } : {}),
    };
  });
}

export default defineQuestions([
  {
    path: "features",
    asks: "Which features does the model need: of the user, the item, the moment, their history together? (`name (group) : what it is`)",
    why: "Features carry most of the gain, and most of the ways to leak the future.",
    example:
      "card_payments_10m (user) : payments of the card in ten minutes, amount (context) : amount of this payment",
    impact: 5,
    read: features,
  },
  {
    path: "features[0].computed",
    asks: "Is the first feature made ahead of time, as events arrive, or from the request?",
    why: "It decides which store it lives in and how fresh it can be.",
    example: "online",
    impact: 3,
    choices: ["offline", "online", "on-demand"],
    when: (design) => (design.features?.length ?? 0) > 0,
  },
  {
    path: "features[0].freshness",
    asks: "How soon must an event show in it?",
    why: "Freshness costs: a minute needs a stream, a day does not.",
    example: "1m",
    impact: 3,
    when: (design) => (design.features?.length ?? 0) > 0,
  },
  {
    path: "monitoring.skew",
    asks: "How do served features stay equal to training features, and how would you notice that they are not?",
    why: "A feature computed twice in two ways is the commonest silent failure.",
    example: "one definition for both; logged vectors are replayed every night and must be equal",
    impact: 4,
  },
]);

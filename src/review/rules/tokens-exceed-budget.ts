import type { Design } from "../../design/design.ts";
import { priceBook } from "../../sizing/index.ts";
import { budgetOf, perMonth } from "../arithmetic/money.ts";
import { countText, moneyText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "tokens-exceed-budget",
  stage: "model",
  kind: "arithmetic",
  severity: "flaw",
  why: "A hosted language model is paid by the token, and context that is sent with each request is paid each time.",
  source: "List prices of hosted language models, cheapest class, 2026",
  asks: "How many tokens does one request read and write, how many requests come a month, and what is that in money?",
  base: "rag",
  bad: (sound) => edited(sound, { "requirements.constraints.budget": "100 $/month" }),
  *check({ design }) {
    const budget = budgetOf(design);
    const rate = design.requirements?.scale?.requests?.average;
    if (!budget || !rate) return;
    for (const { name, input, output, at } of hostedParts(design)) {
      const requests = perMonth(rate.perSecond);
      const { llmInputMillionTokens: read, llmOutputMillionTokens: write } = priceBook;
      const usd = (requests / 1e6) * (input * read.lowUsd + output * write.lowUsd);
      if (usd <= budget.usdPerMonth) continue;
      yield {
        at,
        found: `\`${name}\` costs ${moneyText(usd)} at the lowest list price, and the budget is ${budget.text}.`,
        clears: "send less context, answer from a cache, use a smaller model of your own, or raise the budget",
        working: {
          inputs: [
            { name: "tokens in and out", value: `${countText(input)} and ${countText(output)}`, at },
            { name: "requests", value: rate.text, at: "requirements.scale.requests.average" },
            budget.input,
          ],
          sum: `${countText(requests)} × (${countText(input)} × ${read.lowUsd} $ + ${countText(output)} × ${write.lowUsd} $) per million`,
          result: moneyText(usd),
        },
      };
    }
  },
});

/** Language models that somebody else runs. */
function hostedParts({ model }: Design) {
  return (model?.parts ?? []).flatMap(({ name, from, tokens }, i) =>
    from === "bought" && tokens
      ? [
          {
            name,
            input: tokens.input?.count ?? 0,
            output: tokens.output?.count ?? 0,
            at: ["model", "parts", i, "tokens"],
          },
        ]
      : [],
  );
}

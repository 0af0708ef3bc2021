import { budgetOf, perMonth } from "../arithmetic/money.ts";
import { moneyText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "labelling-exceeds-budget",
  stage: "data",
  kind: "arithmetic",
  severity: "flaw",
  why: "Labels that the budget does not carry are not bought, and the model that needs them is not trained.",
  source: "Settles, Active Learning Literature Survey (2009), section 6",
  asks: "What does one label cost, how many do you need a day, and who pays for that?",
  bad: (sound) => edited(sound, { "data.labels[verdict].cost": "29 $ per label" }),
  *check({ design }) {
    const budget = budgetOf(design);
    if (!budget) return;
    for (const [i, { name, cost, perDay }] of (design.data?.labels ?? []).entries()) {
      if (!cost || !perDay) continue;
      const usd = cost.usdPerUnit * perMonth(perDay.perSecond);
      if (usd <= budget.usdPerMonth) continue;
      yield {
        at: ["data", "labels", i, "cost"],
        found: `The labels \`${name}\` cost ${moneyText(usd)}, and the whole budget is ${budget.text}.`,
        clears: "buy fewer labels, choose which rows are worth one, or raise the budget",
        working: {
          inputs: [
            { name: "one label", value: cost.text, at: ["data", "labels", i, "cost"] },
            { name: "labels", value: perDay.text, at: ["data", "labels", i, "perDay"] },
            budget.input,
          ],
          sum: `${cost.usdPerUnit} $ × ${perDay.text} × 30.4 d`,
          result: moneyText(usd),
        },
      };
    }
  },
});

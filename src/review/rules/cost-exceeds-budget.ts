import type { Design } from "../../design/design.ts";
import { budgetOf, perMonth, roundingShare } from "../arithmetic/money.ts";
import { countText, moneyText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { saidBy } from "../words.ts";

export default defineRule({
  id: "cost-exceeds-budget",
  stage: "requirements",
  kind: "arithmetic",
  severity: "flaw",
  why: "A price for each answer that looks small is multiplied by every answer of the month.",
  source: "Barroso, Hölzle and Ranganathan, The Datacenter as a Computer (2018), chapter 6",
  asks: "What does a thousand answers cost, how many do you give in a month, and what is your budget?",
  base: "ads-click-prediction",
  bad: (sound) => edited(sound, { "metrics.guardrails[cost].target": "<= 0.03 $" }),
  *check({ design }) {
    const budget = budgetOf(design);
    const rate = design.requirements?.scale?.requests?.average;
    if (!budget || !rate) return;
    for (const [i, guardrail] of (design.metrics?.guardrails ?? []).entries()) {
      const { metric, target } = guardrail;
      const per = metric.name === "cost" ? unitsOf(guardrail) : undefined;
      if (per === undefined || target?.quantity.kind !== "cost") continue;
      const answers = perMonth(rate.perSecond);
      const usd = (target.quantity.usd / per) * answers;
      if (usd <= budget.usdPerMonth * (1 + roundingShare)) continue;
      yield {
        at: ["metrics", "guardrails", i, "target"],
        found: `At ${target.quantity.text} for ${countText(per)} the month costs ${moneyText(usd)}, and the budget is ${budget.text}.`,
        clears: `hold it at ${Number(((budget.usdPerMonth / answers) * per).toPrecision(2))} $, or raise the budget`,
        working: {
          inputs: [
            { name: `cost of ${countText(per)}`, value: target.text, at: ["metrics", "guardrails", i, "target"] },
            { name: "requests", value: rate.text, at: "requirements.scale.requests.average" },
            budget.input,
          ],
          sum: `${countText(answers)} a month ÷ ${countText(per)} × ${target.quantity.text}`,
          result: moneyText(usd),
        },
      };
    }
  },
});

type Guardrail = NonNullable<NonNullable<Design["metrics"]>["guardrails"]>[number];

/** What is priced, where it is what requests ask for: `1000 requests`, `per 1k pages`, `per question`. */
const priced =
  /^(?:per\s+)?(?:(one|a|\d+)\s*([kM])?\s+)?(?:request|page|question|search|answer|quer|prediction|offer|call|payment|visit)(?:e?s|ies|y)?$/i;

function unitsOf({ of, definition }: Guardrail): number | undefined {
  const match = priced.exec(saidBy(of) ?? saidBy(definition) ?? "");
  if (!match) return undefined;
  const count = match[1] === undefined || !/^\d/.test(match[1]) ? 1 : Number(match[1]);
  return count * (match[2] === undefined ? 1 : match[2] === "k" ? 1e3 : 1e6);
}

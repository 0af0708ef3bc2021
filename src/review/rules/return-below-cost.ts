import { budgetOf } from "../arithmetic/money.ts";
import { moneyText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "return-below-cost",
  stage: "requirements",
  kind: "arithmetic",
  severity: "flaw",
  why: "A system that costs more to run than it brings in is a loss, however good its model is.",
  source: "Provost and Fawcett, Data Science for Business (2013), chapter 7",
  asks: "What is success worth a month, what does it cost a month, and what is left?",
  bad: (sound) => edited(sound, { "requirements.worth": "100k $/month" }),
  *check({ design }) {
    if (design.system === "platform") return; // What a platform is worth is what it saves, its own cost taken off.
    const budget = budgetOf(design);
    const worth = design.requirements?.worth;
    if (!budget || typeof worth !== "object" || worth.usdPerMonth > budget.usdPerMonth) return;
    const left = worth.usdPerMonth - budget.usdPerMonth;
    yield {
      at: "requirements.worth",
      found: `Success is worth ${worth.text}, and ${budget.input.value} may be spent on it.`,
      clears: "lower the budget, aim at more, or write what else it is worth",
      working: {
        inputs: [{ name: "worth", value: worth.text, at: "requirements.worth" }, budget.input],
        sum: `${moneyText(worth.usdPerMonth)} − ${budget.text}`,
        result: `${moneyText(left)} left`,
      },
    };
  },
});

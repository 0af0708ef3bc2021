import type { Design } from "../../design/design.ts";
import { secondsPerMonth } from "../../kit/quantity.ts";
import { moneyText } from "./texts.ts";

/** The budget, with what a working shows of it; `undefined` where none is given. */
export function budgetOf({ requirements }: Design) {
  const budget = requirements?.constraints?.budget;
  const at = "requirements.constraints.budget";
  return (
    budget && {
      usdPerMonth: budget.usdPerMonth,
      input: { name: "budget", value: budget.text, at },
      text: moneyText(budget.usdPerMonth),
    }
  );
}

/** Things in a month at a steady rate. */
export const perMonth = (perSecond: number): number => perSecond * secondsPerMonth;

/** Rounded numbers of a document may be this much apart and still agree. */
export const roundingShare = 0.03;

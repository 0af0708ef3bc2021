import { reviewStaffing } from "../../sizing/index.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

/** Share of cases that must be begun in time, where a design only says how soon a case must be looked at. */
const begunInTime = 0.8;

export default defineRule({
  id: "review-queue-overflows",
  stage: "serving",
  kind: "arithmetic",
  severity: "flaw",
  why: "A queue with too few people grows, cases are looked at late, and what was held for a person is held for good.",
  source: "Erlang C; Kleinrock, Queueing Systems volume 1 (1975), section 3.5",
  asks: "Nine hundred cases come a day and each takes five minutes. How many people must sit there at once?",
  bad: (sound) => edited(sound, { "serving.review.reviewers": 3 }),
  *check({ design }) {
    const { inflow, reviewers, perCase, answerWithin } = design.serving?.review ?? {};
    if (!inflow || !reviewers || !perCase) return;
    const busy = inflow.perSecond * perCase.seconds;
    const within = answerWithin?.seconds ?? perCase.seconds * 10;
    const staffing = { itemsPerHour: inflow.perSecond * 3600, handlingSeconds: perCase.seconds };
    const needed = reviewStaffing({ ...staffing, share: begunInTime, withinSeconds: within }).reviewers;
    if (reviewers >= needed) return;
    const busyText = String(Number(busy.toPrecision(3)));
    yield {
      at: "serving.review.reviewers",
      ...(busy >= reviewers && { severity: "blocker" }),
      found:
        busy >= reviewers
          ? `${inflow.text} of ${perCase.text} each keep ${busyText} people busy, and there are ${reviewers}: the queue grows without end.`
          : `With ${reviewers} reviewers fewer than ${begunInTime * 100}% of cases are begun within ${answerWithin?.text ?? "ten times their length"}.`,
      clears: `have ${needed} people at the same time, send fewer cases, or make a case shorter`,
      working: {
        inputs: [
          { name: "inflow", value: inflow.text, at: "serving.review.inflow" },
          { name: "per case", value: perCase.text, at: "serving.review.perCase" },
          { name: "people", value: String(reviewers), at: "serving.review.reviewers" },
        ],
        sum: `${inflow.text} × ${perCase.text}`,
        result: `${busyText} people busy, ${needed} needed`,
      },
      fix: [{ set: ["serving", "review", "reviewers"], to: needed }],
    };
  },
});

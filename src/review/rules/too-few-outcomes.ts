import { positiveRows } from "../../advice/figures/labels.ts";
import { countText } from "../arithmetic/texts.ts";
import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { trainsItself } from "../subject.ts";

/** Ten events for each of ten coefficients (Peduzzi and others 1996). Where rows are stated, `too-few-positives` has the sum. */
const fewest = 100;

export default defineRule({
  id: "too-few-outcomes",
  stage: "data",
  kind: "method",
  severity: { concept: "gap", prototype: "flaw", production: "blocker" },
  why: "With a handful of outcomes a model learns the accidents of its sample, and no test set can tell.",
  source:
    "Peduzzi et al., A simulation study of the number of events per variable (1996), doi:10.1016/S0895-4356(96)00236-3",
  asks: "How many positive examples do you hold today, and how many does the simplest model need?",
  bad: (sound) => edited(sound, { "model.train.rows": gone, "data.labels[fraud].perDay": "5/d" }),
  *check(view) {
    if (view.design.model?.train?.rows) return;
    const positives = trainsItself(view.design) ? positiveRows(view.design) : undefined;
    if (!positives || positives.value >= fewest || view.missing("data.labels")) return;
    yield {
      at: "data.labels",
      lookedIn: ["data.labels", "data.sources"],
      found: `There are ${countText(positives.value)} positive outcomes to learn from, fewer than ${fewest}.`,
      clears: "begin with rules or people, log every decision with its outcome, and train when there is more",
    };
  },
});

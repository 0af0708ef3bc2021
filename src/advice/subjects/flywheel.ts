import type { Design } from "../../design/design.ts";
import { defineAdvice, type NotYet, type Proposal } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { labelDelay, labelRate } from "../figures/labels.ts";
import { givesLists, judgesCases } from "../figures/shape.ts";
import { count, daySeconds, duration } from "../units.ts";

function turn({ system }: Design): string {
  if (system === "rag")
    return "questions without a good answer show which documents are missing; filling them brings more questions";
  if (system === "pricing")
    return "deliberate variation measures elasticity; better prices bring more sales to measure it on";
  if (system === "perception")
    return "disagreement between sensors picks the scenes to label; the next model disagrees elsewhere";
  if (system === "ads" || system === "bidding")
    return "better click rates win better placements, whose outcomes teach about more of the traffic";
  return "more good decisions bring more use, and more use brings more outcomes";
}

function speedUp(design: Design): string {
  if (givesLists(design))
    return "log what was shown and where, give some places to chance, and ask new users for a choice";
  if (judgesCases(design))
    return "review a random sample of what passed, send reviewers the cases nearest to the threshold, and read appeals as labels";
  return "log each decision with its chance, and label first where the model is unsure";
}

function propose(design: Design): Proposal | NotYet {
  if (!design.system) return needs(["system", "what comes back from a decision depends on the kind of system"]);
  const rate = labelRate(design);
  const delay = labelDelay(design);
  const [loop, faster] = [turn(design), speedUp(design)];
  return {
    recommend: `${loop.charAt(0).toUpperCase()}${loop.slice(1)}. To speed it up: ${faster}`,
    reasons: those(
      because("this is what comes back from a decision", facts(design, "system", "data.labels[0].strategy")),
      rate && because(`${count(rate.value * daySeconds)} outcomes come back a day`, rate.facts),
      delay && because(`one turn takes at least ${duration(delay.value)}, until outcomes are known`, delay.facts),
    ),
    alternatives: [
      unless("bought or judged labels first", "too few outcomes come back in the first months to learn from"),
      unless("slow the wheel down", "the model shapes its own data: what it hides is never learned"),
    ],
    consequence:
      "The decision log is a product of its own: without what was shown and its chance, the wheel does not turn.",
    edits: those(fill(design, "organisation.flywheel", `${loop}; ${faster}`)),
    confidence: rate ? "likely" : "open",
  };
}

export default defineAdvice({
  id: "flywheel",
  stage: "organisation",
  asks: "How does a better model bring better data, and what speeds that up?",
  propose,
});

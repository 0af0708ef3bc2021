import type { Design } from "../../design/design.ts";
import { defineAdvice, type NotYet, type Proposal, type Reason } from "../advice.ts";
import { because, facts, needs, those, unless } from "../facts.ts";
import { labelRows, positiveRows } from "../figures/labels.ts";
import { interpretability, pace } from "../figures/stakes.ts";
import { count, daySeconds } from "../units.ts";

/**
 * Ten events per free number of a linear model, the smallest at which its coefficients were seen to be unbiased
 * (Peduzzi and others 1996, J. Clin. Epidemiol. 49(12)); with a handful of inputs that is a hundred positives.
 */
const fewestPositives = 100;

/** What one person decides in a working day at half a minute each: 7 h × 120. */
const decisionsPerPersonDay = 840;

const perfection = /\b(100 ?%|never wrong|no errors?\b|zero errors?\b|without error\b)/i;
const suffices = /\b(rules?|threshold|lookup|formula)\b.*\b(enough|suffice|well|works?|solve)/i;

function against(design: Design): Reason[] {
  const { today, costOfErrors } = design.requirements ?? {};
  const positives = positiveRows(design) ?? labelRows(design);
  const total = typeof costOfErrors === "string" ? costOfErrors : costOfErrors?.worst;
  return those(
    positives &&
      positives.value < fewestPositives &&
      because(
        `there are ${count(positives.value)} outcomes to learn from, fewer than ${fewestPositives}`,
        positives.facts,
      ),
    total !== undefined &&
      perfection.test(total) &&
      because(
        "no error is tolerated, and a learned answer is a probability",
        facts(design, "requirements.costOfErrors"),
      ),
    today !== undefined &&
      suffices.test(today) &&
      because("what is done today is said to be good enough", facts(design, "requirements.today")),
    interpretability(design) === "high" &&
      design.requirements?.whyMl === undefined &&
      because(
        "each decision must be explained, and nothing says why rules would not do",
        facts(design, "requirements.constraints.interpretability"),
      ),
  );
}

function inFavour(design: Design): Reason[] {
  const { average } = design.requirements?.scale?.requests ?? {};
  const people = average && (average.perSecond * daySeconds) / decisionsPerPersonDay;
  const rows = labelRows(design);
  const changing = pace(design);
  const why = facts(design, "requirements.whyMl");
  return those(
    why.length > 0 && because("the document says why rules or people are not enough", why),
    people !== undefined &&
      people > 5 &&
      because(
        `deciding by hand would take ${count(Math.ceil(people))} people at ${decisionsPerPersonDay} decisions a day each`,
        facts(design, "requirements.scale.requests.average"),
      ),
    changing &&
      changing.value < 31_000_000 &&
      because(`the pattern changes ${changing.how}, which rules written by hand do not follow`, changing.facts),
    rows &&
      rows.value >= 1000 &&
      because(`${count(rows.value)} rows with outcomes are there to learn from`, rows.facts),
  );
}

function propose(design: Design): Proposal | NotYet {
  const [pro, contra] = [inFavour(design), against(design)];
  if (contra.length > 0) return withoutLearning(contra, pro);
  if (pro.length === 0)
    return needs(
      ["requirements.whyMl", "whether rules or people would do is the first question"],
      ["requirements.scale.requests.average", "at a few hundred decisions a day people can decide"],
      ["data.sources[0].volume", "without outcomes there is nothing to learn from"],
    );
  return {
    recommend: "Learn it, on top of rules that stay as the baseline and the fallback",
    reasons: pro,
    alternatives: [
      unless("rules alone", "a rule set reaches the objective on the same held-out data at less cost"),
      unless("people", "fewer cases arrive than a small team can decide"),
    ],
    consequence: "The rules are the first release; a model replaces them only where it beats them.",
    edits: [],
    confidence: pro.length >= 3 ? "firm" : "likely",
  };
}

function withoutLearning(contra: readonly Reason[], pro: readonly Reason[]): Proposal {
  return {
    recommend: "Begin without machine learning: rules, or people, and log every decision with its outcome",
    reasons: contra,
    alternatives: [
      unless("a model", "none of the reasons above holds any more, and rules have been measured and fall short"),
      ...pro.map(({ because: reason }) =>
        unless("a model that only advises a person", `it matters more that ${reason}`),
      ),
    ],
    consequence: "The log that rules leave behind is the training set that a later model needs.",
    edits: [],
    confidence: pro.length === 0 ? "firm" : "likely",
  };
}

export default defineAdvice({
  id: "ml-or-not",
  stage: "requirements",
  asks: "Is machine learning the right tool, or would rules or people do?",
  propose,
});

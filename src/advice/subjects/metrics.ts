import type { Design } from "../../design/design.ts";
import { defineAdvice, type NotYet, type PlainValue, type Proposal, type Reason } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { positiveShare } from "../figures/labels.ts";
import { listLength } from "../figures/load.ts";
import { formulation, givesLists, type Formulation } from "../figures/shape.ts";
import { share } from "../units.ts";

/** Below that share, precision tells two models apart where ROC AUC does not (Saito and Rehmsmeier 2015, PLoS ONE 10(3)). */
const rare = 0.1;
/** The operating point of the example below: a false alarm for one in a hundred negatives, four of five positives found. */
const exampleFalseAlarms = 0.01;
const exampleRecall = 0.8;

/** Share of alarms that are right at that operating point, for a share of positives: Bayes' rule. */
export function precisionAt(positive: number, recall = exampleRecall, falseAlarms = exampleFalseAlarms): number {
  const right = positive * recall;
  return right / (right + (1 - positive) * falseAlarms);
}

interface Choice {
  readonly offline: readonly string[];
  readonly online: string;
  readonly guardrail: string;
  readonly why: readonly Reason[];
}

function choiceFor(design: Design, task: Formulation): Choice {
  if (design.system === "ads" || design.system === "bidding") return forPrices(design);
  if (givesLists(design) || task === "ranking" || task === "retrieval") return forLists(design);
  if (task === "generation") return forAnswers(design);
  if (task === "detection" || task === "tracking") return forObjects(design);
  if (task === "regression" || task === "forecasting" || task === "decision under uncertainty")
    return forNumbers(design);
  return forCases(design);
}

function forLists(design: Design): Choice {
  const graded = (design.metrics?.offline ?? []).findIndex(({ grades }) => grades);
  const grades = graded < 0 ? [] : facts(design, `metrics.offline[${graded}].grades`);
  const isSearch = design.system === "search";
  const length = listLength(design)?.value ?? 10;
  const kind = facts(design, "system", "model.formulation");
  return {
    offline: [`ndcg@${length}`, isSearch ? "recipRank" : `recall@${length}`, "recall@300"],
    online: isSearch ? "share of queries with a satisfied click" : "share of visits with a success",
    guardrail: "coverage",
    why: [
      grades.length > 0 || isSearch
        ? because("relevance has grades: a gain that counts them tells good from best", grades, kind)
        : because("people see the first few: order at the top counts", kind),
    ],
  };
}

const forPrices = (design: Design): Choice => ({
  offline: ["logLoss", "ece", "auc"],
  online: "revenue per thousand impressions",
  guardrail: "advertiser return",
  why: [
    because("the score is multiplied by a bid: it must be a probability, not only an order", facts(design, "system")),
  ],
});

const forAnswers = (design: Design): Choice => ({
  offline: ["groundedness", "citationPrecision", "recall@50"],
  online: "share of answers that are accepted",
  guardrail: "share of answers without a source",
  why: [
    because(
      "a fluent answer can be wrong: what it rests on is judged apart",
      facts(design, "system", "model.formulation"),
    ),
  ],
});

const forObjects = (design: Design): Choice => ({
  offline: ["map", "recall@100", "idSwitches"],
  online: "interventions per thousand kilometres",
  guardrail: "missed objects within braking distance",
  why: [
    because(
      "near objects count more than far ones, and a missed one more than a ghost",
      facts(design, "system", "model.formulation"),
    ),
  ],
});

function forNumbers(design: Design): Choice {
  return {
    offline: ["mae", "rmse", "quantileLoss"],
    online: design.system === "pricing" ? "margin per visitor" : "cost of error per day",
    guardrail: "share of values outside their bounds",
    why: [
      because(
        "a mean of absolute errors is not ruled by a few outliers; the squared one beside it shows that they are there",
        facts(design, "system", "model.formulation"),
      ),
    ],
  };
}

function forCases(design: Design): Choice {
  const positive = positiveShare(design);
  const isRare = positive === undefined ? design.system === "fraud" : positive.value < rare;
  if (!isRare)
    return {
      offline: ["auc", "logLoss", "f1"],
      online: "cost of errors per thousand cases",
      guardrail: "falsePositiveRate",
      why: [
        because(
          "both outcomes are common: order and probability are judged apart",
          positive?.facts ?? facts(design, "system"),
        ),
      ],
    };
  return {
    offline: ["averagePrecision", "recall@100", "logLoss"],
    online: "money lost per thousand cases",
    guardrail: "falsePositiveRate",
    why: rarityReasons(design),
  };
}

/** Why accuracy and the area under the ROC curve mislead, worked out for this share of positives. */
function rarityReasons(design: Design): Reason[] {
  const positive = positiveShare(design);
  if (!positive)
    return [because("positives are rare: precision is what reviewers and customers feel", facts(design, "system"))];
  const never = share(1 - positive.value);
  const precision = share(precisionAt(positive.value));
  return [
    because(`a model that never acts is right in ${never} of cases: accuracy says nothing`, positive.facts),
    because(
      `${share(exampleFalseAlarms)} false alarms at ${share(exampleRecall)} recall look good on a ROC curve, and ${precision} of the alarms are right`,
      positive.facts,
    ),
  ];
}

function offlineEdit(design: Design, names: readonly string[]): PlainValue[] {
  const beats = design.model?.baseline?.kind;
  return names.map((metric, i) => ({
    metric,
    ...(metric === "recall@300" || metric === "recall@50" ? { of: "candidates" } : {}),
    ...(i === 0 && beats ? { beats } : {}),
  }));
}

function propose(design: Design): Proposal | NotYet {
  const found = formulation(design);
  if (!found)
    return needs(
      ["model.formulation", "a metric fits a kind of task"],
      ["system", "or the kind of system, which implies the task"],
    );
  const { offline, online: usual, guardrail, why } = choiceFor(design, found.task);
  const stated = (design.metrics?.online ?? []).findIndex(({ primary }) => primary);
  const online = design.metrics?.online?.[stated]?.metric ?? usual;
  return {
    recommend: `Offline ${offline.join(", ")}; online ${online}; guardrail ${guardrail}, beside latency and errors`,
    reasons: those(
      ...why,
      stated >= 0 && because("the KPI is named", facts(design, `metrics.online[${stated}].metric`)),
    ),
    alternatives: [
      unless("another first metric", "on past experiments it moved with the online metric more often"),
      unless("accuracy", "classes are about equally common and errors cost the same"),
      unless("the squared error", "the cost of an error grows with its square"),
    ],
    consequence: `${offline[0]} decides before release, ${online} decides in the experiment, and neither may be bought with ${guardrail}.`,
    edits: those(
      fill(design, "metrics.offline", offlineEdit(design, offline)),
      fill(design, "metrics.online", [{ metric: online, primary: true }]),
      fill(design, "metrics.guardrails", [
        { metric: "latency p99", at: "peak" },
        { metric: "errorRate", at: "peak" },
      ]),
    ),
    confidence: facts(design, "model.formulation").length > 0 ? "firm" : "likely",
  };
}

export default defineAdvice({
  id: "metrics",
  stage: "metrics",
  asks: "What is measured before release, what on people, and what must not get worse?",
  propose,
});

import type { Design } from "../../design/design.ts";
import { defineAdvice, type NotYet, type Proposal, type Reason } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { positiveRows, positiveShare } from "../figures/labels.ts";
import type { Figure } from "../figures/figure.ts";
import { latencyTarget } from "../figures/load.ts";
import { formulation, givesLists, rawInputs } from "../figures/shape.ts";
import { interpretability } from "../figures/stakes.ts";
import { count, duration } from "../units.ts";

/** Events per input at which a linear model's coefficients stop being biased (Peduzzi and others 1996). */
const positivesPerInputLinear = 10;
/**
 * Events per input that trees and other flexible learners were seen to need before they stop being optimistic
 * (van der Ploeg, Austin and Steyerberg 2014, BMC Med. Res. Methodol. 14:137).
 */
const positivesPerInputTrees = 200;
/** Inputs assumed where none is written down yet. */
const assumedInputs = 20;
/** Numbers of a small embedding; with fewer outcomes than numbers to set, counting is as good. */
const embeddingNumbers = 32;
/** Below that many items, scoring all of them with trees costs less than keeping a vector index. */
const manyItems = 1e6;
/** A model whose one prediction takes longer than the budget is out: trees 5 µs a row, a small network 1 ms a batch. */
const trees = 3;
const cheapestDeepSeconds = 0.01;
const cheapestTreesSeconds = 0.001;

export const levelNames = ["", "rules", "a linear model", "trees", "a deep model", "a large language model"] as const;

interface Limit {
  readonly level: number;
  readonly reason: Reason;
}

/** What the data can carry; more positive outcomes never lower it. */
function carried(design: Design, positives: Figure): Limit {
  const inputs = design.features?.length || assumedInputs;
  const raw = rawInputs(design);
  const { users, items } = design.requirements?.scale ?? {};
  const vectors = ((users?.count ?? 0) + (items?.count ?? 0)) * embeddingNumbers;
  const each = positives.value / inputs;
  const has = `${positives.how === "at most" ? "at most " : ""}${count(positives.value)} positive outcomes for ${inputs} inputs`;
  const found = positives.facts;
  if (each < positivesPerInputLinear)
    return { level: 1, reason: because(`${has} are fewer than ${positivesPerInputLinear} each`, found) };
  if (each < positivesPerInputTrees)
    return { level: 2, reason: because(`${has} are fewer than ${positivesPerInputTrees} each`, found) };
  if (raw.length > 0)
    return { level: 4, reason: because(`${has}, with raw text, pictures or vectors among them`, found, raw) };
  if (givesLists(design) && (items?.count ?? 0) >= manyItems && positives.value >= vectors) {
    const scale = facts(design, "requirements.scale.items", "requirements.scale.users");
    return {
      level: 4,
      reason: because(`${has} set the ${count(vectors)} numbers of user and item vectors`, found, scale),
    };
  }
  return { level: trees, reason: because(`${has} carry trees, which still lead on tables of columns`, found) };
}

/** What else holds the level down. */
function limits(design: Design): Limit[] {
  const target = latencyTarget(design);
  const { engineers } = design.requirements?.constraints?.team ?? {};
  return those<Limit>(
    interpretability(design) === "high" && {
      level: 2,
      reason: because("each decision must be explained", facts(design, "requirements.constraints.interpretability")),
    },
    target &&
      target.value < cheapestDeepSeconds && {
        level: target.value < cheapestTreesSeconds ? 2 : trees,
        reason: because(`the whole request has ${duration(target.value)}`, target.facts),
      },
    engineers !== undefined &&
      engineers <= 1 && {
        level: trees,
        reason: because(
          "one engineer cannot keep training hardware and a request path alive",
          facts(design, "requirements.constraints.team.engineers"),
        ),
      },
  );
}

/** What must be true before the next level is tried. */
export function climbWhen(design: Design, level: number): string {
  if (level === 1)
    return `rules are measured and fall short, and ${positivesPerInputLinear} positive outcomes for each input have been logged`;
  if (level === 2)
    return `trees beat it by the margin asked for, with ${positivesPerInputTrees} positive outcomes for each input`;
  const margin = design.metrics?.offline?.find(({ by }) => by)?.by?.text ?? "2% relative";
  if (level === trees)
    return `twice the rows no longer help, and a deep model on the same split wins by ${margin} within the latency budget`;
  return `a larger model wins by ${margin} on the same split, and its cost per request fits the budget`;
}

function languageModel(design: Design): Proposal | undefined {
  const task = formulation(design);
  if (task?.task !== "generation") return undefined;
  return {
    recommend: "Level 5: a large language model, held to its sources",
    reasons: [because("the answer is text that has to be written", task.facts)],
    alternatives: [
      unless("level 2 or 3 over retrieved passages, quoting instead of writing", "quotes answer most questions"),
      unless("a smaller tuned model", "a fixed set of question kinds covers the traffic"),
    ],
    consequence: "Cost and latency follow the tokens read and written; groundedness has to be measured, not assumed.",
    edits: those(fill(design, "model.level", 5), fill(design, "model.climbWhen", climbWhen(design, 5))),
    confidence: "likely",
  };
}

interface Recommended {
  readonly level: number;
  readonly reasons: readonly Reason[];
  readonly held: boolean;
}

/** The level that data, explanation, latency and team allow; `undefined` while outcomes cannot be counted. */
export function recommendedLevel(design: Design): Recommended | undefined {
  const positives = positiveRows(design);
  if (!positives) return undefined;
  const data = carried(design, positives);
  const held = limits(design).filter(({ level }) => level < data.level);
  const level = Math.min(data.level, ...held.map((limit) => limit.level));
  return { level, reasons: [data.reason, ...held.map(({ reason }) => reason)], held: held.length > 0 };
}

function propose(design: Design): Proposal | NotYet {
  const writing = languageModel(design);
  if (writing) return writing;
  const found = recommendedLevel(design);
  if (!found) return needs(["model.train.rows", "how many rows carry an outcome decides how much a model can learn"]);
  const { level, reasons, held } = found;
  return {
    recommend: `Level ${level}: ${levelNames[level]}${level > 1 ? ", after the level below it as the baseline" : ""}`,
    reasons,
    alternatives: those(
      level < 5 && unless(`level ${level + 1}: ${levelNames[level + 1]}`, climbWhen(design, level)),
      level > 1 &&
        unless(
          `level ${level - 1}: ${levelNames[level - 1]}`,
          "it comes within the margin asked for on the same split",
        ),
    ),
    consequence: consequenceOf(level),
    edits: those(fill(design, "model.level", level), fill(design, "model.climbWhen", climbWhen(design, level))),
    confidence: held || !design.features || !positiveShare(design) ? "likely" : "firm",
  };
}

function consequenceOf(level: number): string {
  if (level === 1) return "No training data is needed; every rule has an owner and is measured like a model.";
  if (level <= trees) return "Training takes minutes on a processor, one prediction takes microseconds.";
  return "Training and serving want accelerators or small batches; the baseline stays as the fallback.";
}

export default defineAdvice({
  id: "model-level",
  stage: "model",
  asks: "How complex may the model be, and what must be true before it becomes more complex?",
  propose,
});

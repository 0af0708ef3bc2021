import type { Design } from "../../design/design.ts";
import { defineAdvice, type NotYet, type Proposal } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { formulation } from "../figures/shape.ts";
import { interpretability, stakes } from "../figures/stakes.ts";
import { recommendedLevel } from "./model-level.ts";

interface Method {
  readonly how: string;
  readonly each: string;
}

/** What explains a decision of a model of this level. */
function methodFor(level: number, task: string | undefined): Method {
  if (task === "generation")
    return { how: "citations of the passages that an answer rests on", each: "each sentence with its source" };
  if (task === "detection" || task === "tracking")
    return { how: "replay of the frames with detections and tracks drawn in", each: "the objects that it rested on" };
  if (level === 1) return { how: "the rule that fired, by name", each: "the rule and its values" };
  if (level === 2)
    return { how: "coefficient times distance from the mean, per input", each: "the three largest contributions" };
  if (level === 3)
    return {
      how: "Shapley values of the trees (Lundberg 2020), grouped into reason codes",
      each: "the three strongest reason codes",
    };
  return {
    how: "nearest labelled examples, and a small surrogate model for reviewers",
    each: "the three nearest examples",
  };
}

function audience(design: Design): string {
  const { regulation = [] } = design.requirements?.constraints ?? {};
  if (regulation.length > 0) return "the person affected, the reviewer and the regulator";
  const harm = stakes(design)?.harm;
  return harm === "cheap"
    ? "the engineer"
    : harm === "costly"
      ? "the reviewer and the person affected"
      : "the engineer and the safety auditor";
}

function propose(design: Design): Proposal | NotYet {
  const asked = interpretability(design);
  const risk = stakes(design);
  if (!asked && !risk)
    return needs(
      ["requirements.constraints.interpretability", "who must understand a decision decides how it is explained"],
      ["requirements.costOfErrors", "what an error costs decides who will ask"],
    );
  const found = formulation(design);
  const level = design.model?.level ?? recommendedLevel(design)?.level ?? 3;
  const { how, each } = methodFor(level, found?.task);
  const who = audience(design);
  return {
    recommend: `Explain to ${who}: ${how}`,
    reasons: those(
      asked &&
        because(`interpretability is asked for: ${asked}`, facts(design, "requirements.constraints.interpretability")),
      risk && because(`a wrong decision is ${risk.harm}: ${risk.how}`, risk.facts),
      because("rules ask for reasons", facts(design, "requirements.constraints.regulation")),
      because("the method follows the model", facts(design, "model.level"), found?.facts ?? []),
    ).filter(({ facts: seen }) => seen.length > 0),
    alternatives: [
      unless("a model that is its own explanation (level 2)", "explanations are contested, or must be exact"),
      unless("no explanation per decision", "nobody is affected by a single one, and slices are reported"),
    ],
    consequence: `Each decision carries ${each}, made with it and logged with it, not worked out afterwards.`,
    edits: those(fill(design, "model.explanation", { for: who, how, each })),
    confidence: asked ? "firm" : "likely",
  };
}

export default defineAdvice({
  id: "explanation",
  stage: "model",
  asks: "How is one decision explained, and to whom?",
  propose,
});

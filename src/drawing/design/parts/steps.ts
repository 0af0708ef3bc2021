import type { Design } from "../../../design/design.ts";
import { modelId, retrieverIds } from "./models.ts";

type Step = NonNullable<NonNullable<Design["serving"]>["path"]>[number];

/** A step of the request path, its id, and what it calls. */
export interface PathStep {
  readonly id: string;
  readonly step: Step;
  /** Ids of the models, stores, indexes and services that it uses. */
  readonly calls: readonly string[];
  /** Those of `calls` that only this document's `uses:` names, by what they are called. */
  readonly services: readonly string[];
}

/** The steps of the path in order; a design names each once. */
export function pathSteps(design: Design): PathStep[] {
  const path = design.serving?.path ?? [];
  const generates = path.find(retrieves) ?? path[0];
  return path.map((step) => {
    const services = serviceNames(step, design);
    return {
      id: `step:${step.step}`,
      step,
      calls: [...new Set([...knownCalls(step, design, step === generates), ...services.map(serviceId)])],
      services,
    };
  });
}

export const serviceId = (name: string): string => `service:${name}`;

/** `words and rank` → `words`, `rank`. */
const named = (uses: string | undefined): string[] =>
  (uses ?? "")
    .split(/\s*(?:,|\+|\/| and )\s*/)
    .map((name) => name.replace(/^the /, "").trim())
    .filter((name) => name !== "");

/** What reads features: the step says so, or it is called that. */
const storeWords = /feature store|counter store|people store|online store|store of features/i;
const indexWords = /index/i;
const retrieveWords = /^(retriev\w*|select|match|candidates?|recall|search)$/i;

/** Candidates come in where the path retrieves; where no step says so, at its first. */
const retrieves = ({ step, uses }: Step): boolean =>
  named(uses).some((name) => indexWords.test(name)) || retrieveWords.test(step);

function knownCalls(step: Step, design: Design, generates: boolean): string[] {
  const uses = named(step.uses);
  const models = modelNames(design);
  const own = uses.filter((name) => models.includes(name)).map(modelId);
  const implied = uses.length === 0 ? impliedCalls(step.step, design) : [];
  const store = uses.some((name) => storeWords.test(name)) || (uses.length === 0 && /feature|count/i.test(step.step));
  const index = uses.some((name) => indexWords.test(name));
  const generators = generates ? retrieverIds(design.model?.retrieve ?? []) : [];
  return [
    ...new Set([
      ...own,
      ...implied,
      ...(store ? ["feature-store"] : []),
      ...(index && generators.length === 0 ? ["index"] : generators),
    ]),
  ];
}

function modelNames({ model }: Design): string[] {
  return [...(model?.rank ? ["rank"] : []), ...(model?.parts ?? []).map(({ name }) => name)];
}

/** A step that says nothing of what it uses: a model of its own name, else the ranker where no step names it. */
function impliedCalls(name: string, design: Design): string[] {
  if ((design.model?.parts ?? []).some((part) => part.name === name)) return [modelId(name)];
  const claimed = (design.serving?.path ?? []).some(({ uses }) => named(uses).includes("rank"));
  return design.model?.rank && !claimed && /^(rank|score|predict|decide)\b/i.test(name) ? [modelId("rank")] : [];
}

function serviceNames(step: Step, design: Design): string[] {
  const models = modelNames(design);
  return named(step.uses).filter((name) => !models.includes(name) && !storeWords.test(name) && !indexWords.test(name));
}

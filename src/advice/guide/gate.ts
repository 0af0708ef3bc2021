import type { Design } from "../../design/design.ts";
import { saidBy } from "../../design/said.ts";

/** Rule under which somebody may model all the same; the reason stands in the document, under `allow`. */
export const modelGate = "model-before-objective";

/** Something that must be settled before modelling opens. */
export interface Missing {
  /** Path of the question that settles it. */
  readonly path: string;
  readonly what: string;
}

/** What is still missing before modelling makes sense: the objective, the KPI, the scale. Empty when all are settled. */
export function missingForModel({ requirements, metrics }: Design): Missing[] {
  const scale = requirements?.scale;
  const scaled = scale?.requests?.average ?? scale?.requests?.peak ?? scale?.predictions ?? scale?.users;
  const kpi = metrics?.online?.some(({ primary }) => primary);
  return [
    ...(saidBy(requirements?.objective) ? [] : [{ path: "requirements.objective", what: "the objective" }]),
    ...(kpi ? [] : [{ path: "metrics.online", what: "the primary KPI" }]),
    ...(scaled ? [] : [{ path: "requirements.scale.requests.average", what: "the scale" }]),
  ];
}

/** Whether modelling may be asked about: everything is settled, or somebody wrote down why not. */
export function modelOpen(design: Design): boolean {
  return missingForModel(design).length === 0 || (design.allow ?? []).some(({ rule }) => rule === modelGate);
}

/** Whether a path belongs to modelling. */
export const isModelling = (path: string): boolean => /^model(\.|$)/.test(path);

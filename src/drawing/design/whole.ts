import type { Design } from "../../design/design.ts";
import { aheadParts } from "./parts/ahead.ts";
import { withArchitecture } from "./parts/architecture.ts";
import { modelParts } from "./parts/models.ts";
import { monitoringParts } from "./parts/monitoring.ts";
import { offlineParts } from "./parts/offline.ts";
import { pathParts } from "./parts/path.ts";
import { sourceParts } from "./parts/sources.ts";
import { pathSteps } from "./parts/steps.ts";
import { trainingParts } from "./parts/training.ts";
import { flow, joined, type Flow, type Part, type Parts } from "./part.ts";

/** Everything that a design says about its components and what flows between them. Views choose from it. */
export function whole(design: Design): Parts {
  const all = joined([
    sourceParts(design),
    offlineParts(design),
    trainingParts(design),
    pathParts(design),
    modelParts(design),
    aheadParts(design),
    monitoringParts(design),
  ]);
  const parts = withoutRepeats(all.parts);
  const flows = [...all.flows, ...releaseFlows(design, parts)];
  return sound(withArchitecture(design, { parts, flows: placed(design, parts, flows) }));
}

const withoutRepeats = (parts: readonly Part[]): Part[] =>
  [...new Map(parts.toReversed().map((part) => [part.id, part])).values()].toReversed();

/** A release goes to the model that decides, which a step may stand for. */
function releaseFlows(design: Design, parts: readonly Part[]): Flow[] {
  const model = parts.find(({ id }) => id === "model:rank") ?? parts.find(({ id }) => id.startsWith("model:"));
  const gate = parts.find(({ id }) => id === "rollout") ?? parts.find(({ id }) => id === "registry");
  const first = design.model?.retrieve ? parts.find(({ id }) => id.startsWith("retrieve:")) : undefined;
  const target = model ?? first;
  return gate && target ? [flow(gate.id, target.id, "deploy", "control")] : [];
}

/** Gives the ends that a part could not know their real names. */
function placed(design: Design, parts: readonly Part[], flows: readonly Flow[]): Flow[] {
  const has = (...ids: (string | undefined)[]) => ids.find((id) => parts.some((part) => part.id === id)) ?? "nowhere";
  const steps = pathSteps(design);
  const real: Readonly<Record<string, string>> = {
    gathering: has("event-log"),
    storing: has("lake"),
    reading: has(parts.find(({ id }) => id.startsWith("pipeline:"))?.id, "lake"),
    prepared: has("batch", "feature-store", "cache", steps[0]?.id),
    "path-start": has(steps[0]?.id, "batch", "model:rank", "client"),
    "path-end": has(steps.at(-1)?.id, "batch", "client"),
  };
  return flows.map((one) => ({ ...one, from: real[one.from] ?? one.from, to: real[one.to] ?? one.to }));
}

/** Only flows between two parts that are there, one from each to each; feedback counts more than the same as data. */
export function sound({ parts, flows }: Parts): Parts {
  const known = new Set(parts.map(({ id }) => id));
  const kept = new Map<string, Flow>();
  for (const one of flows) {
    if (!known.has(one.from) || !known.has(one.to) || one.from === one.to) continue;
    const key = JSON.stringify([one.from, one.to]);
    if (!kept.has(key) || one.kind === "feedback") kept.set(key, one);
  }
  return { parts, flows: [...kept.values()] };
}

import type { Design } from "../../../design/design.ts";
import type { Fold } from "../fold.ts";
import type { Part, Parts } from "../part.ts";
import { drawsPath } from "../parts/architecture.ts";
import { alarmCount } from "../parts/monitoring.ts";
import { pathSteps } from "../parts/steps.ts";
import { counted, title } from "../words.ts";
import { isOneOf, starts } from "./view.ts";

/** Models, candidate generators and services that one step alone calls are drawn as that step. */
export function callsIntoSteps(design: Design, all: Parts): Fold[] {
  const steps = pathSteps(design);
  const shared = new Set(["feature-store", "index"]);
  return steps.flatMap(({ id, calls }): Fold[] => {
    const own = calls.filter(
      (call) => !shared.has(call) && steps.filter((other) => other.calls.includes(call)).length === 1,
    );
    return all.parts.some((part) => part.id === id) && own.length > 0 ? [{ into: id, of: isOneOf(...own) }] : [];
  });
}

/** Candidate generators and other models that no step names, as one card each. */
export const strayModels = (design: Design): Fold[] => {
  const generators = design.model?.retrieve?.length ?? 0;
  return [
    {
      into: "candidates",
      of: starts("retrieve:"),
      as: { name: "Candidates", detail: counted(generators, "generator") },
    },
  ];
};

export const pipelinesAsOne = ({ data }: Design): Fold[] =>
  (data?.pipelines ?? []).length > 1
    ? [
        {
          into: "pipelines",
          of: starts("pipeline:"),
          as: { name: "Pipelines", icon: "process", detail: counted(data!.pipelines!.length, "step") },
        },
      ]
    : [];

export const preparedAsOne = ({ serving }: Design): Fold[] =>
  (serving?.precompute ?? []).length > 1
    ? [
        {
          into: "precompute",
          of: starts("precompute:"),
          as: { name: "Precompute", detail: counted(serving!.precompute!.length, "result") },
        },
      ]
    : [];

export function labelsAsOne(design: Design): Fold[] {
  const labels = design.data?.labels ?? [];
  if (labels.length === 0) return [];
  if (design.monitoring?.feedback) return [{ into: "label-join", of: starts("label:") }];
  return [
    {
      into: "labels",
      of: starts("label:"),
      as: { name: "Labels", detail: labels.length > 1 ? counted(labels.length, "label") : title(labels[0]!.name) },
    },
  ];
}

export function monitorsAsOne({ monitoring, architecture }: Design): Fold[] {
  const { drift = [], decay } = monitoring ?? {};
  const own = (architecture?.components ?? []).filter(({ kind }) => kind === "monitor");
  const name =
    decay && drift.length > 0 ? "Drift and decay" : decay ? `Decay of ${decay.metric.text}` : "Drift monitors";
  return [
    {
      into: "drift",
      of: (part) =>
        part.id.startsWith("drift:") || part.id === "decay" || own.some((one) => part.id === `component:${one.name}`),
      as: { name: own.length === 1 ? own[0]!.name : name, icon: "chart" },
    },
  ];
}

export function alarmsAsOne({ monitoring }: Design): Fold[] {
  if (!monitoring?.alarms?.length) return [];
  const of = (part: Part): boolean => part.id.startsWith("alarm:") || part.id === "on-call";
  return [{ into: "alarms", of, as: { name: "Alarms", icon: "shield", detail: alarmCount(monitoring) } }];
}

/** The whole request path as one card, for views that are about what is around it. */
export function pathAsOne(design: Design): Fold {
  const peak = design.requirements?.scale?.requests?.peak;
  const modes = { batch: "Batch run", "on-device": "On the device", streaming: "Streaming path" } as const;
  const mode = design.serving?.mode;
  const name = mode && mode in modes ? modes[mode as keyof typeof modes] : "Request path";
  const of = (part: Part): boolean =>
    starts("step:", "service:")(part) ||
    isOneOf("client", "cache", "fallback", "review", "guard", "batch", "results")(part);
  return {
    into: "path",
    of,
    as: { name, icon: "gateway", layer: "serving", badge: undefined, ...(peak && { detail: `${peak.text} at peak` }) },
  };
}

/** Models that nothing on the path calls stand with the fallback, where it is a smaller model, else with the one that decides. */
export function idleModels({ serving }: Design, { parts, flows }: Parts): Fold[] {
  const called = new Set(
    flows.flatMap(({ from, to, kind }) =>
      from !== "fallback" && (kind === "request" || kind === "response") ? [from, to] : [],
    ),
  );
  const idle = parts
    .filter(({ id }) => id.startsWith("model:") && id !== "model:rank" && !called.has(id))
    .map(({ id }) => id);
  const into = serving?.fallback?.includes("smaller-model") ? "fallback" : "model:rank";
  return parts.some(({ id }) => id === into) && idle.length > 0 ? [{ into, of: isOneOf(...idle) }] : [];
}

/** Where a document draws its own picture of the online part, the steps it does not name stand with its first. */
export function stepsIntoOwn(design: Design, { parts }: Parts): Fold[] {
  if (!drawsPath(design)) return [];
  const own = new Set((design.architecture?.components ?? []).map(({ name }) => name));
  const steps = parts.filter(({ id }) => id.startsWith("step:"));
  const first = steps.find(({ name }) => own.has(name)) ?? steps[0];
  return first ? [{ into: first.id, of: (part) => steps.includes(part) && !own.has(part.name) }] : [];
}

/** The models on the path as one card, where there are more than two. */
export function modelsAsOne({ parts }: Parts): Fold[] {
  const models = parts.filter(({ id }) => id.startsWith("model:")).length;
  if (models < 3) return [];
  return [{ into: "models", of: starts("model:"), as: { name: "Models", detail: counted(models, "model") } }];
}

import type { Design } from "../../../design/design.ts";
import type { EdgeKind, IconKind } from "../../graph.ts";
import { flow, when, type Flow, type Part, type Parts } from "../part.ts";
import { brief, counted, rateText, short, spaced, title } from "../words.ts";
import { layerOfKind, modelId, retrieverIds } from "./models.ts";
import { featuresBy } from "./offline.ts";
import { pathSteps, serviceId, type PathStep } from "./steps.ts";

/** The request path: who asks, the steps, what they call, and what answers when they fail. */
export function pathParts(design: Design): Parts {
  const steps = pathSteps(design);
  return {
    parts: [
      ...clientPart(design),
      ...steps.map((step) => stepPart(step, design)),
      ...servicePart(steps),
      ...storeParts(design, steps),
      ...safetyParts(design),
    ],
    flows: [...stepFlows(design, steps), ...storeFlows(design, steps), ...safetyFlows(design, steps)],
  };
}

const serves = ({ serving, requirements }: Design): boolean =>
  serving !== undefined || requirements?.scale?.requests !== undefined;

function clientPart(design: Design): Part[] {
  const scale = design.requirements?.scale;
  const peak = scale?.requests?.peak ?? scale?.requests?.average;
  const device = design.serving?.mode === "on-device";
  const fleet = design.serving?.onDevice?.fleet;
  const detail = device
    ? fleet && `${short(fleet.count)} devices`
    : peak
      ? `${peak.text} ${scale?.requests?.peak ? "at peak" : ""}`.trim()
      : scale?.users && `${scale.users.text} users`;
  return when(serves(design), {
    id: "client",
    name: device ? "Device" : isPushed(design) ? "Users" : "Client",
    icon: device ? "device" : "person",
    plane: "online",
    layer: "product",
    detail,
  });
}

/** Nobody asks: results are made ahead of time and brought. */
const isPushed = ({ serving }: Design): boolean => serving?.mode === "batch" && !serving.path?.length;

const firstLabel = ({ serving }: Design): string => (serving?.mode === "on-device" ? "each cycle" : "request");

/** A design without steps: a request goes straight to the model. */
function unsteppedFlows(design: Design): Flow[] {
  if (isPushed(design)) return [];
  return [
    flow("client", "model:rank", firstLabel(design), "request"),
    flow("model:rank", "client", "answer", "response"),
    flow("model:rank", "decision-log", "decisions"),
  ];
}

function stepPart({ id, step, calls }: PathStep, design: Design): Part {
  const models = calls.filter((call) => call.startsWith("model:"));
  const detail = step.p99 ? `p99 ${spaced(step.p99.text)}` : step.items && `${short(step.items)} items`;
  return {
    id,
    name: title(step.step),
    icon: iconOf(step.step, calls),
    plane: "online",
    layer: stepLayer(models, design),
    detail: detail || undefined,
  };
}

function iconOf(name: string, calls: readonly string[]): IconKind {
  if (calls.some((call) => call.startsWith("model:"))) return "model";
  if (calls.some((call) => call.startsWith("retrieve:") || call === "index")) return "search";
  if (calls.includes("feature-store")) return "table";
  if (/log|publish/i.test(name)) return "stream";
  if (/decide|rule|guard|check|rights|rerank/i.test(name)) return "rules";
  return /gateway/i.test(name) ? "gateway" : "process";
}

function stepLayer(models: readonly string[], { model }: Design) {
  const names = new Set(models);
  const part = (model?.parts ?? []).find(({ name }) => names.has(`model:${name}`));
  const kind = part?.kind ?? (names.has("model:rank") ? model?.rank?.kind : undefined);
  return kind ? layerOfKind(kind) : "serving";
}

function servicePart(steps: readonly PathStep[]): Part[] {
  return [...new Set(steps.flatMap(({ services }) => services))].map((name): Part => {
    const step = steps.find(({ services }) => services.includes(name))!.step;
    const icon = /store|cache|table/i.test(name) ? "database" : "gateway";
    return {
      id: serviceId(name),
      name: title(brief(name, 34)),
      icon,
      plane: "online",
      layer: "serving",
      detail: step.items ? `${short(step.items)} lookups` : undefined,
    };
  });
}

function storeParts(design: Design, steps: readonly PathStep[]): Part[] {
  const { online, offline, "on-demand": demanded } = featuresBy(design);
  const device = design.serving?.mode === "on-device";
  const reads =
    steps.some(({ calls }) => calls.includes("feature-store")) ||
    (online.length > 0 && !device && design.serving?.mode !== "batch");
  const stored = online.length + offline.length || demanded.length;
  const cache = design.serving?.cache;
  const fresh = online.flatMap(({ freshness }) => freshness ?? []).toSorted((a, b) => a.seconds - b.seconds)[0];
  return [
    ...when(reads, {
      id: "feature-store",
      name: "Online feature store",
      icon: "database",
      plane: "online",
      layer: "features",
      detail: fresh ? `fresh in ${spaced(fresh.text)}` : stored > 0 ? counted(stored, "feature") : undefined,
    }),
    ...when(cache, {
      id: "cache",
      name: "Cache",
      icon: "cache",
      plane: "online",
      layer: "serving",
      detail:
        cache &&
        (cache.hits ? `${cache.hits.text} hits` : cache.for ? `for ${spaced(cache.for.text)}` : brief(cache.what, 24)),
    }),
  ];
}

function safetyParts(design: Design): Part[] {
  const { fallback, deadline, review, guard } = design.serving ?? {};
  const names = (fallback ?? []).map((one) => (typeof one === "string" ? title(one) : brief(title(one.other), 24)));
  return [
    ...when(fallback, {
      id: "fallback",
      name: "Fallback",
      icon: "shield",
      plane: "online",
      layer: "serving",
      detail:
        names.length > 2
          ? `${names[0]}, ${names.length - 1} more`
          : names.join(", ") || (deadline && spaced(deadline.text)),
    }),
    ...when(review, {
      id: "review",
      name: "Review queue",
      icon: "review",
      plane: "online",
      layer: "governance",
      detail: review?.inflow
        ? `${review.inflow.text}${review.reviewers ? `, ${counted(review.reviewers, "person", "people")}` : ""}`
        : review?.reviewers
          ? counted(review.reviewers, "person", "people")
          : undefined,
    }),
    ...when(guard, {
      id: "guard",
      name: "Output guard",
      icon: "shield",
      plane: "online",
      layer: "governance",
      detail: guard && brief(guard, 46),
    }),
  ];
}

function stepFlows(design: Design, steps: readonly PathStep[]): Flow[] {
  const ids = ["client", ...steps.map(({ id }) => id)];
  const last = ids.at(-1)!;
  const taken = (design.model?.retrieve ?? []).reduce((sum, { take }) => sum + (take ?? 0), 0);
  return [
    ...ids
      .slice(1)
      .map((to, at) =>
        flow(ids[at]!, to, at === 0 ? firstLabel(design) : candidateLabel(steps[at - 1]!, taken), "request"),
      ),
    ...(steps.length > 0
      ? [flow(last, "client", "answer", "response"), flow(last, "decision-log", "decisions")]
      : unsteppedFlows(design)),
    ...steps.flatMap(({ id, step, calls }) =>
      calls.map((call) => flow(id, call, callLabel(call, step, design), "request")),
    ),
  ];
}

const candidateLabel = ({ calls }: PathStep, taken: number): string | undefined =>
  taken > 0 && calls.some((call) => call.startsWith("retrieve:")) ? `${short(taken)} candidates` : undefined;

function callLabel(call: string, { items }: PathStep["step"], { model }: Design): string | undefined {
  if (items && !call.startsWith("retrieve:"))
    return call.startsWith("model:") ? `${short(items)} items` : `${short(items)} lookups`;
  const retrievers = model?.retrieve ?? [];
  const at = retrieverIds(retrievers).indexOf(call);
  return retrievers[at]?.take ? `top ${retrievers[at].take}` : call === "feature-store" ? "read" : undefined;
}

function storeFlows(design: Design, steps: readonly PathStep[]): Flow[] {
  const cache = design.serving?.cache;
  if (!cache || steps.length === 0) return [];
  const reader = steps.find(({ step, calls }) => cachedIn(cache.what, step.step, calls)) ?? steps[0]!;
  return [flow(reader.id, "cache", "lookup", "request")];
}

/** The step whose work a cache saves: the one that its description names. */
function cachedIn(what: string, name: string, calls: readonly string[]): boolean {
  const words = what.toLowerCase();
  if (words.includes("feature")) return calls.includes("feature-store");
  if (words.includes("vector") || words.includes("embedding")) return /embed|encode/.test(name);
  return words.includes(name.toLowerCase());
}

function safetyFlows(design: Design, steps: readonly PathStep[]): Flow[] {
  const slow = steps.toSorted((a, b) => (b.step.p99?.seconds ?? 0) - (a.step.p99?.seconds ?? 0));
  const failing = slow.find(({ step }) => step.onFailure === "fallback") ?? slow[0];
  const deadline = design.serving?.deadline;
  const deciding = steps.find(({ step }) => /decide/i.test(step.step)) ?? steps.at(-1);
  const kind: EdgeKind = "control";
  return [
    flow(failing?.id ?? "path-start", "fallback", deadline ? `after ${spaced(deadline.text)}` : "on failure", kind),
    ...smallerModels(design, steps).map((id) => flow("fallback", id, undefined, "request")),
    flow(deciding?.id ?? "path-start", "review", "cases"),
    flow("review", "label-join", "verdicts", "feedback"),
    flow(steps.at(-1)?.id ?? "path-start", "guard", undefined, "request"),
  ];
}

/** What answers as the smaller model: those parts that no step calls. */
function smallerModels({ serving, model }: Design, steps: readonly PathStep[]): string[] {
  if (!serving?.fallback?.includes("smaller-model")) return [];
  const called = new Set(steps.flatMap(({ calls }) => calls));
  return (model?.parts ?? []).map(({ name }) => modelId(name)).filter((id) => !called.has(id));
}

/** Cases, rows or requests of a day, for cards that stand for the whole path. */
export const requestRate = ({ requirements }: Design): string | undefined => {
  const requests = requirements?.scale?.requests;
  const average = requests?.average ?? requests?.peak;
  return average && rateText(average.perSecond);
};

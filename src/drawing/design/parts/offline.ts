import type { Design } from "../../../design/design.ts";
import { chain, flow, when, type Flow, type Part, type Parts } from "../part.ts";
import { brief, bytesText, counted, rateText, short, spaced, title } from "../words.ts";
import { flows, straight } from "./sources.ts";

type Feature = NonNullable<Design["features"]>[number];
type Pipeline = NonNullable<NonNullable<Design["data"]>["pipelines"]>[number];

/** Features by how they are computed; where that is not said, those that must be fresh within an hour are streamed. */
export function featuresBy(design: Design): Readonly<Record<"offline" | "online" | "on-demand", readonly Feature[]>> {
  const list = design.features ?? [];
  const kindOf = ({ computed, freshness, from, entity }: Feature) =>
    computed ?? ((freshness?.seconds ?? Infinity) <= 3600 ? "online" : from || entity ? "offline" : "on-demand");
  const pick = (kind: string) => list.filter((feature) => kindOf(feature) === kind);
  return { offline: pick("offline"), online: pick("online"), "on-demand": pick("on-demand") };
}

export const pipelineId = ({ step }: Pipeline): string => `pipeline:${step}`;

/** Log, checks, pipelines, lake and features: how facts travel and rest. */
export function offlineParts(design: Design): Parts {
  const parts = [...logParts(design), ...pipelineParts(design), ...lakeParts(design), ...featureParts(design)];
  const pipelines = design.data?.pipelines ?? [];
  const streaming = pipelines.filter(({ kind }) => kind !== "batch").map(pipelineId);
  const batch = pipelines.filter(({ kind }) => kind === "batch").map(pipelineId);
  const hasStream = parts.some(({ id }) => id === "stream-features");
  const before = ["event-log", "checks", ...streaming].filter((id) => parts.some((part) => part.id === id)).at(-1);
  return {
    parts,
    flows: [
      ...chain(["event-log", "checks", ...streaming, ...batch, "lake", "offline-features"], parts),
      ...(hasStream && before ? [flow(before, "stream-features")] : []),
      ...featureFlows(design),
      ...precomputeFlows(design),
    ],
  };
}

function logParts(design: Design): Part[] {
  const sources = (design.data?.sources ?? []).filter((source) => flows(source) && !straight(design, source));
  const events = design.requirements?.scale?.events;
  const known = sources.flatMap(({ volume }) => (volume ? [volume.perSecond] : []));
  const rate =
    events && design.serving?.mode !== "on-device" ? events.text : known.length > 0 ? rateText(sum(known)) : undefined;
  const checks = (design.data?.sources ?? []).reduce((count, source) => count + (source.checks?.length ?? 0), 0);
  return [
    ...when(sources.length > 0, {
      id: "event-log",
      name: "Event log",
      icon: "queue",
      plane: "offline",
      layer: "platform",
      detail: rate && rate.replace("/", rate.startsWith("1/") ? " event/" : " events/"),
    }),
    ...when(checks > 0, {
      id: "checks",
      name: "Row checks",
      icon: "rules",
      plane: "offline",
      layer: "platform",
      detail: counted(checks, "check"),
    }),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function pipelineParts(design: Design): Part[] {
  return (design.data?.pipelines ?? []).map((pipeline): Part => {
    const { step, kind, every, lateness } = pipeline;
    const rhythm = every ? `every ${spaced(every.text)}` : kind === "streaming" ? "streaming" : kind;
    return {
      id: pipelineId(pipeline),
      name: title(brief(step, 34)),
      icon: "process",
      plane: "offline",
      layer: "platform",
      detail: lateness ? `late by at most ${spaced(lateness.text)}` : rhythm,
    };
  });
}

function lakeParts(design: Design): Part[] {
  const sources = (design.data?.sources ?? []).filter((source) => !straight(design, source));
  const size = sum(sources.map(({ rows, rowBytes }) => (rows && rowBytes ? rows.count * rowBytes.bytes : 0)));
  const rows = sum(sources.map((source) => source.rows?.count ?? 0));
  const kept = design.data?.retention ?? sources.find(({ retention }) => retention)?.retention;
  const detail =
    size > 0
      ? bytesText(size)
      : rows > 0
        ? `${short(rows)} rows`
        : kept
          ? `kept ${spaced(kept.text)}`
          : counted(sources.length, "source");
  return when(sources.length > 0, {
    id: "lake",
    name: "Data lake",
    icon: "database",
    plane: "offline",
    layer: "platform",
    detail,
  });
}

/** How soon the freshest of several features must show an event. */
function freshest(list: readonly Feature[]): string | undefined {
  const sorted = list.flatMap(({ freshness }) => freshness ?? []).toSorted((a, b) => a.seconds - b.seconds);
  return sorted[0] && spaced(sorted[0].text);
}

function featureParts(design: Design): Part[] {
  const { offline, online } = featuresBy(design);
  const [slow, fast] = [freshest(offline), freshest(online)];
  const base = { plane: "offline", layer: "features" } as const;
  return [
    ...when(offline.length > 0, {
      id: "offline-features",
      name: "Batch features",
      icon: "clock",
      ...base,
      detail: [counted(offline.length, "feature"), slow].filter(Boolean).join(", "),
    }),
    ...when(online.length > 0 && design.serving?.mode !== "on-device", {
      id: "stream-features",
      name: "Stream features",
      icon: "stream",
      ...base,
      detail: [counted(online.length, "feature"), fast].filter(Boolean).join(", "),
    }),
    ...(design.serving?.precompute ?? []).map(precomputePart),
  ];
}

type Precompute = NonNullable<NonNullable<Design["serving"]>["precompute"]>[number];

function precomputePart({ what, every, rows, bytes }: Precompute): Part {
  const much = rows ? `${short(rows.count)} rows` : bytes && bytesText(bytes.bytes);
  const detail = [much, every && `every ${spaced(every.text)}`].filter(Boolean).join(", ");
  return {
    id: `precompute:${what}`,
    name: title(brief(what, 34)),
    icon: "process",
    plane: "offline",
    layer: "platform",
    detail: detail === "" ? undefined : detail,
  };
}

function featureFlows(design: Design): Flow[] {
  const { offline, online } = featuresBy(design);
  const every = freshest(offline);
  return [
    ...(offline.length > 0
      ? [
          flow("offline-features", "training-set", "as-of join"),
          flow("offline-features", "feature-store", every && `every ${every}`),
        ]
      : [flow("lake", "training-set", "as-of join")]),
    ...(online.length > 0 ? [flow("stream-features", "feature-store", `fresh in ${freshest(online) ?? "time"}`)] : []),
  ];
}

function precomputeFlows(design: Design): Flow[] {
  return (design.serving?.precompute ?? []).flatMap(({ what }) => [
    flow("lake", `precompute:${what}`),
    flow(`precompute:${what}`, /vector|index|embedding/i.test(what) ? "index" : "prepared"),
  ]);
}

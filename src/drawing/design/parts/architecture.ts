import type { Design } from "../../../design/design.ts";
import type { Layer } from "../../../design/schema/layers.ts";
import type { IconKind, Plane } from "../../graph.ts";
import { flow, type Flow, type Part, type Parts } from "../part.ts";
import { counted, title } from "../words.ts";

type Component = NonNullable<NonNullable<Design["architecture"]>["components"]>[number];
type Kind = NonNullable<Component["kind"]>;

const kinds: Readonly<Record<Kind, { readonly icon: IconKind; readonly plane: Plane; readonly layer: Layer }>> = {
  client: { icon: "person", plane: "online", layer: "product" },
  source: { icon: "source", plane: "source", layer: "sources" },
  queue: { icon: "queue", plane: "offline", layer: "platform" },
  pipeline: { icon: "process", plane: "offline", layer: "platform" },
  store: { icon: "database", plane: "offline", layer: "platform" },
  index: { icon: "search", plane: "online", layer: "deep" },
  "feature store": { icon: "database", plane: "online", layer: "features" },
  trainer: { icon: "chip", plane: "training", layer: "classical" },
  registry: { icon: "database", plane: "training", layer: "serving" },
  service: { icon: "gateway", plane: "online", layer: "serving" },
  model: { icon: "model", plane: "online", layer: "classical" },
  cache: { icon: "cache", plane: "online", layer: "serving" },
  rules: { icon: "rules", plane: "online", layer: "classical" },
  people: { icon: "review", plane: "online", layer: "governance" },
  monitor: { icon: "chart", plane: "monitoring", layer: "governance" },
  experiment: { icon: "experiment", plane: "monitoring", layer: "governance" },
};

/** The one part of a design that a kind of component can only be. */
const onlyOne: Readonly<Partial<Record<Kind, string>>> = {
  client: "client",
  trainer: "trainer",
  registry: "registry",
  "feature store": "feature-store",
  index: "index",
  cache: "cache",
  experiment: "experiment",
};

const known = (name: string): string =>
  title(name)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * Adds what `architecture` says: a component with the name of a known part is that part, said in the document's own
 * words; so is the only trainer, registry, cache and the like. Others are new, and flows that are known get a label.
 */
export function withArchitecture(design: Design, { parts, flows }: Parts): Parts {
  const components = design.architecture?.components ?? [];
  const ids = componentIds(components, parts);
  const described = new Map(components.map((component, at) => [ids[at]!, component]));
  const old = parts.map((part) => (described.has(part.id) ? redescribed(part, described.get(part.id)!) : part));
  const fresh = components.flatMap((component, at) =>
    parts.some(({ id }) => id === ids[at]) ? [] : [newPart(component, ids[at]!)],
  );
  const idOf = new Map(components.map(({ name }, at) => [name, ids[at]!]));
  return { parts: [...old, ...unique(fresh)], flows: withFlows(design, flows, idOf) };
}

function componentIds(components: readonly Component[], parts: readonly Part[]): string[] {
  const taken = new Set<string>();
  const take = (id: string | undefined): string | undefined => {
    if (id === undefined || taken.has(id)) return undefined;
    taken.add(id);
    return id;
  };
  const same = components.map(({ name }) =>
    take(parts.find((part) => known(part.name) === known(name) || part.id === known(name))?.id),
  );
  return components.map((component, at) => same[at] ?? take(alike(component, parts)) ?? `component:${component.name}`);
}

function alike({ kind, plane, name }: Component, parts: readonly Part[]): string | undefined {
  const own = (id: string) => (parts.some((part) => part.id === id) ? id : undefined);
  if (kind && onlyOne[kind]) return own(onlyOne[kind]);
  if (kind === "queue" && plane !== "online" && plane !== "monitoring") return own("event-log");
  if (kind === "pipeline" && /feature/i.test(name)) return own("stream-features");
  if (kind === "store" && plane === "monitoring") return own("decision-log");
  if (kind === "store" && plane === "offline" && /offline|lake|warehouse|history/i.test(name)) return own("lake");
  return undefined;
}

function redescribed(part: Part, { name, detail, replicas, layer }: Component): Part {
  return {
    ...part,
    name,
    layer: layer ?? part.layer,
    detail: detail ?? (replicas ? counted(replicas, "copy", "copies") : part.detail),
  };
}

function newPart({ name, kind, plane, layer, detail, replicas, does }: Component, id: string): Part {
  const usual = kinds[kind ?? "service"];
  return {
    id,
    name,
    icon: usual.icon,
    plane: plane ?? usual.plane,
    layer: layer ?? usual.layer,
    detail: detail ?? (replicas ? counted(replicas, "copy", "copies") : does),
  };
}

/** Whether a document draws the online part itself. */
export const drawsPath = ({ architecture }: Design): boolean =>
  (architecture?.components ?? []).filter(({ plane, kind }) => plane === "online" && kind !== "client").length >= 3;

const unique = (parts: readonly Part[]): Part[] =>
  parts.filter(({ id }, at) => parts.findIndex((other) => other.id === id) === at);

function withFlows({ architecture }: Design, flows: readonly Flow[], idOf: ReadonlyMap<string, string>): Flow[] {
  const said = (architecture?.flows ?? []).flatMap(({ from, to, carries, kind }) => {
    const [start, end] = [idOf.get(from), idOf.get(to)];
    return start && end ? [flow(start, end, carries, kind ?? "data")] : [];
  });
  const same = (a: Flow, b: Flow) => a.from === b.from && a.to === b.to;
  return [...flows.filter((one) => !said.some((other) => same(one, other))), ...said];
}

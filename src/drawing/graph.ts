import type { planes } from "../design/schema/architecture.ts";
import type { Layer } from "../design/schema/layers.ts";
import { Problem } from "../kit/problem.ts";

/** What a column of the picture is about; picks its tint. */
export const tones = ["source", "offline", "training", "online", "feedback", "product", "neutral"] as const;
export type Tone = (typeof tones)[number];

/** Where a component stands, as the design says it. */
export type Plane = (typeof planes)[number];

export const iconKinds = [
  "database",
  "stream",
  "table",
  "model",
  "shield",
  "gateway",
  "person",
  "clock",
  "chart",
  "document",
  "image",
  "queue",
  "rules",
  "device",
  "chip",
  "review",
  "source",
  "process",
  "search",
  "cache",
  "experiment",
] as const;
export type IconKind = (typeof iconKinds)[number];

export const edgeKinds = ["data", "request", "response", "control", "feedback"] as const;
export type EdgeKind = (typeof edgeKinds)[number];

export const badgeTones = ["over-budget", "warn", "ok"] as const;
export type BadgeTone = (typeof badgeTones)[number];

/** A column. Columns stand in the order in which the graph lists them; one without nodes is left out. */
export interface GraphZone {
  readonly id: string;
  readonly name: string;
  readonly tone: Tone;
}

export interface GraphBadge {
  readonly text: string;
  readonly tone: BadgeTone;
}

/** A component, drawn as a card. */
export interface GraphNode {
  /** Stays the same from one version of a design to the next: positions are pinned by it. */
  readonly id: string;
  readonly name: string;
  readonly icon: IconKind;
  /** `id` of a zone. */
  readonly zone: string;
  /** The one number that matters: `p99 38 ms`, `180k events/s`, `$2,100/month`. */
  readonly detail?: string;
  readonly badge?: GraphBadge;
  readonly plane?: Plane;
  readonly layer?: Layer;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly kind: EdgeKind;
}

/** What is drawn, whatever it was made from. Two edges with the same ends are two arrows. */
export interface Graph {
  readonly title: string;
  /** One sentence for readers who cannot see the picture. */
  readonly description?: string;
  readonly zones: readonly GraphZone[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** More nodes or edges than this are refused: nobody reads such a picture, and routing takes minutes. */
export const largestGraph = { nodes: 150, edges: 400 };

/** Everything that keeps a graph from being drawn: an id used twice, an end or a zone that does not exist. */
export function graphProblems(graph: Graph): readonly Problem[] {
  const size = sizeProblems(graph);
  if (size.length > 0) return size;
  return [
    ...duplicates("zone", "zones", graph.zones),
    ...duplicates("node", "nodes", graph.nodes),
    ...zoneProblems(graph),
    ...edgeProblems(graph),
  ];
}

/** @throws {Problem} the first of `graphProblems` */
export function requireSound(graph: Graph): void {
  const [first] = graphProblems(graph);
  if (first) throw first;
}

function sizeProblems({ nodes, edges }: Graph): Problem[] {
  if (nodes.length <= largestGraph.nodes && edges.length <= largestGraph.edges) return [];
  const found = `The graph has ${nodes.length} nodes and ${edges.length} edges; at most ${largestGraph.nodes} and ${largestGraph.edges} can be drawn.`;
  return [new Problem({ code: "drawing/too-large", found, fix: "draw a view of a part of it" })];
}

function duplicates(what: string, list: string, parts: readonly { readonly id: string }[]): Problem[] {
  const seen = new Set<string>();
  return parts.flatMap(({ id }, at) => {
    const isNew = id !== "" && !seen.has(id);
    seen.add(id);
    if (isNew) return [];
    const found = id === "" ? `A ${what} has an empty id.` : `Two ${what}s have the id ${quoted(id)}.`;
    return [graphProblem("drawing/duplicate-id", found, `give each ${what} an id of its own`, `${list}[${at}].id`)];
  });
}

function zoneProblems({ zones, nodes }: Graph): Problem[] {
  const known = new Set(zones.map(({ id }) => id));
  return nodes.flatMap(({ id, zone }, at) => {
    if (known.has(zone)) return [];
    const found = `The node ${quoted(id)} stands in the zone ${quoted(zone)}, which the graph does not have.`;
    return [graphProblem("drawing/unknown-id", found, `use one of ${listed(known)}`, `nodes[${at}].zone`)];
  });
}

function edgeProblems({ nodes, edges }: Graph): Problem[] {
  const known = new Set(nodes.map(({ id }) => id));
  return edges.flatMap((edge, at) => [
    ...(["from", "to"] as const).flatMap((end) => {
      if (known.has(edge[end])) return [];
      const found = `An edge goes ${end} ${quoted(edge[end])}, and no node has that id.`;
      return [graphProblem("drawing/unknown-id", found, `use one of ${listed(known)}`, `edges[${at}].${end}`)];
    }),
    ...(edge.from === edge.to ? [selfEdge(edge, at)] : []),
  ]);
}

function selfEdge({ from }: GraphEdge, at: number): Problem {
  const found = `An edge goes from ${quoted(from)} to itself.`;
  return graphProblem("drawing/self-edge", found, "say it in the node's detail line instead", `edges[${at}]`);
}

function graphProblem(code: Problem["code"], found: string, fix: string, path: string): Problem {
  return new Problem({ code, found, fix, at: { path } });
}

const quoted = (id: string): string => `"${id.slice(0, 60)}"`;

function listed(ids: ReadonlySet<string>): string {
  const first = [...ids].slice(0, 8).map(quoted).join(", ");
  return ids.size > 8 ? `${first}, …` : first || "an id that exists (there is none yet)";
}

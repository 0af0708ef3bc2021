import { layerNames } from "../../design/schema/layers.ts";
import { planes } from "../../design/schema/architecture.ts";
import { edgeKinds, iconKinds, tones, type Graph, type GraphEdge, type GraphNode } from "../graph.ts";
import { recommender } from "./recommender.ts";

/** A generator that is good enough to vary graphs and gives the same ones everywhere. */
export function varied(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const words = ["Event", "Feature", "Model", "Label", "Batch", "Stream", "Index", "Score", "Drift", "Query", "Policy"];
const things = ["store", "log", "join", "server", "monitor", "cache", "builder", "registry", "queue", "gate"];

/** A connected graph of a given size: mostly forward edges, a few back. */
export function sampleGraph(nodeCount: number, zoneCount: number, edgeCount: number, seed: number): Graph {
  const pick = varied(seed);
  const zones = Array.from({ length: zoneCount }, (_, at) => ({
    id: `z${at}`,
    name: `${words[pick(words.length)]} zone ${at + 1}`,
    tone: tones[at % tones.length]!,
  }));
  const nodes = Array.from({ length: nodeCount }, (_, at): GraphNode => ({
    id: `n${at}`,
    name: `${words[pick(words.length)]} ${things[pick(things.length)]}`,
    icon: iconKinds[at % iconKinds.length]!,
    zone: `z${Math.floor((at * zoneCount) / nodeCount)}`,
    ...(pick(4) > 0 ? { detail: `p99 ${pick(90) + 1} ms` } : {}),
    ...(pick(3) === 0 ? { layer: layerNames[pick(layerNames.length)]!, plane: planes[pick(planes.length)]! } : {}),
    ...(pick(9) === 0 ? { badge: { text: "over 30 ms", tone: "over-budget" } } : {}),
  }));
  return { title: `Sample ${seed}`, zones, nodes, edges: sampleEdges(nodeCount, edgeCount, pick) };
}

function sampleEdges(nodeCount: number, edgeCount: number, pick: (below: number) => number): GraphEdge[] {
  const edges = new Map<string, GraphEdge>();
  for (let at = 0; edges.size < edgeCount && at < edgeCount * 20; at++) {
    const from = at < nodeCount - 1 ? at : pick(nodeCount);
    const to = Math.min(nodeCount - 1, from + 1 + pick(at < nodeCount - 1 ? 3 : 9));
    const isBack = pick(12) === 0;
    const kind = isBack ? "feedback" : edgeKinds[pick(3)]!;
    const label = pick(2) === 0 ? { label: `${things[pick(things.length)]} ${pick(99)}` } : {};
    if (from === to) continue;
    const ends = isBack ? { from: `n${to}`, to: `n${from}` } : { from: `n${from}`, to: `n${to}` };
    edges.set(`${from} ${to}`, { ...ends, kind, ...label });
  }
  return [...edges.values()];
}

function renamed(graph: Graph, name: (at: number) => string, label: string): Graph {
  return {
    ...graph,
    nodes: graph.nodes.map((node, at) => ({ ...node, name: name(at), detail: name(at + 1) })),
    edges: graph.edges.map((edge) => ({ ...edge, label })),
  };
}

const small: Graph = {
  title: "Three parts",
  zones: [
    { id: "in", name: "In", tone: "source" },
    { id: "out", name: "Out", tone: "online" },
  ],
  nodes: [
    { id: "a", name: "Events", icon: "source", zone: "in" },
    { id: "b", name: "Model", icon: "model", zone: "out", detail: "p99 12 ms" },
    { id: "c", name: "Reader", icon: "person", zone: "out" },
  ],
  edges: [
    { from: "a", to: "b", kind: "data", label: "rows" },
    { from: "b", to: "c", kind: "response" },
    { from: "c", to: "a", kind: "feedback", label: "clicks" },
  ],
};

const long = "The very long name of a component that somebody wrote as a whole sentence instead of two words";
const scripts = ["特徴量ストア", "Хранилище признаков", "مخزن الميزات", "Κατάλογος", "सुविधा भंडार", "특징 저장소 😀👩‍👩‍👧"];
const hostile = [
  `"><script>alert(1)</script>`,
  "a & b <c> 'd'",
  "\u0000\u0007\ud800 \u202Eevil",
  "]]>\n--> ;\n%% {{x}} |y| [z]",
  "W".repeat(300),
];

const both = (graph: Graph): Graph => ({
  ...graph,
  edges: graph.edges.flatMap((edge) => [edge, { from: edge.to, to: edge.from, kind: "response" as const }]),
});

/** Graphs that differ in size, shape and text, by what is special about them. */
export const sampleGraphs: Readonly<Record<string, Graph>> = {
  "the recommender of 25 components": recommender,
  "three components": small,
  "one component": { ...small, nodes: small.nodes.slice(0, 1), edges: [] },
  nothing: { title: "Nothing yet", zones: [], nodes: [], edges: [] },
  "forty components in six zones": sampleGraph(40, 6, 52, 4),
  "twelve in three zones": sampleGraph(12, 3, 15, 7),
  "eighteen in one zone": sampleGraph(18, 1, 20, 9),
  "twenty without edges": { ...sampleGraph(20, 4, 0, 3), edges: [] },
  "sixteen zones of one": sampleGraph(16, 16, 20, 5),
  "requests and responses": both(sampleGraph(8, 2, 9, 11)),
  "thirty in five zones": sampleGraph(30, 5, 40, 13),
  "long names": renamed(sampleGraph(14, 4, 16, 17), () => long, long),
  "names that are not Latin": renamed(sampleGraph(14, 4, 16, 19), (at) => scripts[at % 6]!, "特徴量 12"),
  "hostile text": renamed(sampleGraph(10, 3, 12, 23), (at) => hostile[at % 5]!, hostile[0]!),
};

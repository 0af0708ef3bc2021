import type { Design } from "../design/design.ts";
import { pathText, type Path } from "../design/unsettled.ts";
import { buildGoals } from "./graph/goals.ts";
import { buildFeatures } from "./graph/features.ts";
import { buildRisks } from "./graph/risks.ts";

export const nodeKinds = [
  "objective",
  "offline",
  "online",
  "guardrail",
  "experiment",
  "monitor",
  "alarm",
  "owner",
  "action",
  "source",
  "label",
  "feature",
  "freshness",
  "training",
  "step",
  "risk",
  "mitigation",
] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** A part of a design that others lead to, or that leads to others. */
export interface Node {
  readonly kind: NodeKind;
  readonly name: string;
  /** In the settled design. */
  readonly path: Path;
}

/** objective → metric → experiment → monitor → alarm → owner and action; feature → source; risk → mitigation. */
export interface Graph {
  readonly nodes: readonly Node[];
  of(kind: NodeKind): readonly Node[];
  /** Where it leads in one step, of one kind or of all. */
  next(node: Node, kind?: NodeKind): readonly Node[];
  /** What leads to it in one step. */
  before(node: Node, kind?: NodeKind): readonly Node[];
  /** Whether any chain of steps leads from it to something of that kind. */
  reaches(node: Node, kind: NodeKind): boolean;
}

/** What a builder of one part of the graph is given. */
export interface GraphBuilder {
  node(kind: NodeKind, name: string, path: Path): Node;
  edge(from: Node, to: Node): void;
  of(kind: NodeKind): readonly Node[];
}

export function graphOf(design: Design): Graph {
  const nodes: Node[] = [];
  const forth = new Map<Node, Node[]>();
  const back = new Map<Node, Node[]>();
  const builder: GraphBuilder = {
    node: (kind, name, path) => {
      const node = { kind, name, path };
      nodes.push(node);
      return node;
    },
    edge: (from, to) => {
      add(forth, from, to);
      add(back, to, from);
    },
    of: (kind) => nodes.filter((node) => node.kind === kind),
  };
  for (const build of [buildGoals, buildFeatures, buildRisks]) build(design, builder);
  return { nodes, of: builder.of, ...walks(forth, back) };
}

function walks(forth: Map<Node, Node[]>, back: Map<Node, Node[]>): Pick<Graph, "next" | "before" | "reaches"> {
  const next: Graph["next"] = (node, kind) => ofKind(forth.get(node), kind);
  return {
    next,
    before: (node, kind) => ofKind(back.get(node), kind),
    reaches: (node, kind) => {
      const seen = new Set([node]);
      for (const one of seen) {
        if (one !== node && one.kind === kind) return true;
        for (const other of next(one)) seen.add(other);
      }
      return false;
    },
  };
}

const ofKind = (nodes: readonly Node[] = [], kind?: NodeKind): readonly Node[] =>
  kind === undefined ? nodes : nodes.filter((node) => node.kind === kind);

function add(edges: Map<Node, Node[]>, from: Node, to: Node): void {
  const known = edges.get(from);
  if (known) known.push(to);
  else edges.set(from, [to]);
}

/** `monitoring.alarms[2]`, for messages. */
export const nodePath = ({ path }: Node): string => pathText(path);

import type { Design } from "../../design/design.ts";
import type { Graph, GraphEdge, GraphNode } from "../graph.ts";
import type { SizedFacts } from "./facts.ts";
import { withFacts } from "./fold.ts";
import type { Flow, Part } from "./part.ts";
import { dataAndTraining } from "./views/data-and-training.ts";
import { deploymentAndCost } from "./views/deployment-and-cost.ts";
import { monitoringAndFeedback } from "./views/monitoring-and-feedback.ts";
import { overview } from "./views/overview.ts";
import { requestPath } from "./views/request-path.ts";
import type { View } from "./views/view.ts";
import { whole } from "./whole.ts";
import { brief, title } from "./words.ts";

/** The five pictures of one graph. */
export const views = {
  overview,
  "data-and-training": dataAndTraining,
  "request-path": requestPath,
  "monitoring-and-feedback": monitoringAndFeedback,
  "deployment-and-cost": deploymentAndCost,
} as const satisfies Record<string, View>;
export type ViewName = keyof typeof views;
export const viewNames = Object.keys(views) as [ViewName, ...ViewName[]];

/**
 * A design as a graph: what it says about its components, and what flows between them. A partial design gives a
 * smaller graph, one that says nothing about a view gives a graph without nodes.
 *
 * @param sized  what sizing found out, shown on the cards
 */
export function graphOf(design: Design, view: ViewName, sized?: SizedFacts): Graph {
  const { zones, choose, zoneOf, title: words } = views[view];
  const chosen = withFacts(choose(withFacts(whole(design), sized), design), sized);
  const nodes = chosen.parts.map((part) => nodeOf(part, zoneOf(part)));
  const used = new Set(nodes.map(({ zone }) => zone));
  return {
    title: `${designTitle(design)} · ${words}`,
    zones: zones(design).filter(({ id }) => used.has(id)),
    nodes,
    edges: chosen.flows.map(edgeOf),
  };
}

export const designTitle = (design: Design): string => design.title ?? title(design.name);

function nodeOf({ id, name, icon, plane, layer, detail, badge }: Part, zone: string): GraphNode {
  return { id, name, icon, zone, ...(detail && { detail }), ...(badge && { badge }), plane, layer };
}

/** Labels are short: a line has room for three words. */
function edgeOf({ from, to, label, kind }: Flow): GraphEdge {
  return { from, to, kind, ...(label && { label: brief(label, 22) }) };
}

import { requireSound, type BadgeTone, type EdgeKind, type Graph, type GraphEdge, type GraphNode } from "../graph.ts";
import { palettes, toneColours } from "../svg/theme.ts";
import { cleanText } from "../text/clean.ts";

type Values = Readonly<Record<string, string>>;

const edgeLooks: Readonly<Record<EdgeKind, Values>> = {
  data: { color: palettes.light.line },
  request: { color: palettes.light.request },
  response: { color: palettes.light.response, style: "dotted" },
  control: { color: palettes.light.control, style: "dashed" },
  feedback: { color: palettes.light.feedback, style: "dashed", constraint: "false" },
};

const badgeEdges: Readonly<Record<BadgeTone, string>> = {
  "over-budget": palettes.light["over-edge"],
  warn: palettes.light["warn-edge"],
  ok: palettes.light["ok-edge"],
};

/**
 * A graph for Graphviz: a cluster for each zone, and the node ids as they are.
 *
 * @throws {Problem} the first of `graphProblems`
 */
export function dotOf(graph: Graph): string {
  requireSound(graph);
  const { title, zones, nodes, edges } = graph;
  return [
    `digraph ${dotString(title)} {`,
    `  graph [rankdir=LR, label=${dotString(title)}, labelloc=t, fontname="Inter,Helvetica,Arial,sans-serif"];`,
    `  node [shape=box, style="rounded,filled", fillcolor=white, fontname="Inter,Helvetica,Arial,sans-serif"];`,
    `  edge [fontname="Inter,Helvetica,Arial,sans-serif", fontsize=10];`,
    ...zones.flatMap((zone, at) => {
      const inside = nodes.filter((node) => node.zone === zone.id);
      const { fill, edge } = toneColours(zone.tone);
      const look = {
        label: zone.name,
        style: "rounded,filled",
        fillcolor: palettes.light[fill],
        color: palettes.light[edge],
      };
      if (inside.length === 0) return [];
      return [
        `  subgraph cluster_${at} {`,
        `    graph ${values(look)};`,
        ...inside.map((node) => `    ${nodeLine(node)}`),
        "  }",
      ];
    }),
    ...edges.map((edge) => `  ${edgeLine(edge)}`),
    "}",
    "",
  ].join("\n");
}

function nodeLine({ id, name, detail, badge }: GraphNode): string {
  const label = [name, detail, badge?.text].flatMap((line) => (line ? [escapedText(line)] : [])).join("\\n");
  const color = badge ? `, color=${dotString(badgeEdges[badge.tone])}` : "";
  return `${dotString(id)} [label="${label}"${color}];`;
}

function edgeLine({ from, to, label, kind }: GraphEdge): string {
  const look = { ...(label === undefined ? {} : { label }), ...edgeLooks[kind] };
  return `${dotString(from)} -> ${dotString(to)} ${values(look)};`;
}

const values = (look: Values): string =>
  `[${Object.entries(look)
    .map(([name, value]) => `${name}=${dotString(value)}`)
    .join(", ")}]`;

const dotString = (text: string): string => `"${escapedText(text)}"`;

/** Backslashes first: Graphviz reads `\N`, `\n` and the like in labels. */
const escapedText = (text: string): string => cleanText(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"');

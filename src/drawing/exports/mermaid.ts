import { requireSound, type EdgeKind, type Graph, type GraphNode } from "../graph.ts";
import { safeNames } from "./ids.ts";
import { mermaidText } from "./mermaid-text.ts";

const arrows: Readonly<Record<EdgeKind, string>> = {
  data: "-->",
  request: "==>",
  response: "-.->",
  control: "-.->",
  feedback: "-.->",
};

const looks: Readonly<Partial<Record<EdgeKind, string>>> = {
  request: "stroke:#0f766e",
  response: "stroke:#0f766e",
  control: "stroke:#6d28d9",
  feedback: "stroke:#d61f47,stroke-dasharray:6 4",
};

/**
 * A graph as a Mermaid flowchart: a subgraph for each zone.
 *
 * @throws {Problem} the first of `graphProblems`
 */
export function mermaidOf(graph: Graph): string {
  requireSound(graph);
  const names = safeNames(
    graph.nodes.map(({ id }) => id),
    "n_",
  );
  const lines = ["flowchart LR", ...zoneLines(graph, names), ...edgeLines(graph, names), ...classLines(graph, names)];
  return `---\ntitle: ${JSON.stringify(mermaidText(graph.title))}\n---\n${lines.join("\n")}\n`;
}

function zoneLines({ zones, nodes }: Graph, names: ReadonlyMap<string, string>): string[] {
  const zoneNames = safeNames(
    zones.map(({ id }) => id),
    "z_",
  );
  return zones.flatMap(({ id, name }) => {
    const inside = nodes.filter(({ zone }) => zone === id);
    if (inside.length === 0) return [];
    const cards = inside.map((node) => `    ${names.get(node.id)}["${cardLabel(node)}"]`);
    return [`  subgraph ${zoneNames.get(id)}["${mermaidText(name)}"]`, "    direction TB", ...cards, "  end"];
  });
}

function cardLabel({ name, detail, badge }: GraphNode): string {
  return [name, detail, badge?.text].flatMap((line) => (line ? [mermaidText(line)] : [])).join("<br/>");
}

function edgeLines({ edges }: Graph, names: ReadonlyMap<string, string>): string[] {
  const lines = edges.map(({ from, to, label, kind }) => {
    const text = mermaidText(label ?? "");
    return `  ${names.get(from)} ${arrows[kind]}${text === "" ? "" : `|"${text}"|`} ${names.get(to)}`;
  });
  const styles = edges.flatMap(({ kind }, at) => (looks[kind] ? [`  linkStyle ${at} ${looks[kind]}`] : []));
  return [...lines, ...styles];
}

function classLines({ nodes }: Graph, names: ReadonlyMap<string, string>): string[] {
  const marked = nodes.filter(({ badge }) => badge?.tone === "over-budget").map(({ id }) => names.get(id));
  if (marked.length === 0) return [];
  return ["  classDef overBudget stroke:#dc2626,stroke-width:2px", `  class ${marked.join(",")} overBudget`];
}

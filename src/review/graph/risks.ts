import type { Design } from "../../design/design.ts";
import type { GraphBuilder } from "../graph.ts";
import { saidBy } from "../words.ts";

/** risk → what is done about it, and who watches it. */
export function buildRisks({ risks }: Design, graph: GraphBuilder): void {
  for (const [i, { risk, mitigation, owner }] of (risks ?? []).entries()) {
    const node = graph.node("risk", risk, ["risks", i]);
    if (saidBy(mitigation)) graph.edge(node, graph.node("mitigation", mitigation!, ["risks", i, "mitigation"]));
    if (saidBy(owner)) graph.edge(node, graph.node("owner", owner!, ["risks", i, "owner"]));
  }
}

import { leafOf, openList, type Group } from "./draft.ts";
import type { Block } from "./blocks.ts";
import { readMermaid, type Diagram } from "./mermaid.ts";
import { findNumbers } from "./numbers/find.ts";
import { spanOfPlain, part } from "./plain.ts";
import { itemWith, type State } from "./state.ts";

/** Turns a flowchart into components and flows. @returns whether it was one */
export function placeDiagram(block: Block, state: State): boolean {
  const diagram = readMermaid(block.plain);
  if (!diagram || diagram.nodes.length === 0) return false;
  const names = new Map(diagram.nodes.map(({ id, name }) => [id, name]));
  for (const { name, span } of diagram.nodes) itemWith(state, ["architecture", "components"], { name }, span);
  placeFlows(diagram, names, state);
  numbersOf(block, state);
  return true;
}

function placeFlows({ edges }: Diagram, names: ReadonlyMap<string, string>, state: State): void {
  const list = edges.length > 0 ? openList(state.root, ["architecture", "flows"]) : undefined;
  for (const { from, to, carries, span } of edges) {
    const flow: Group = { group: new Map() };
    flow.group.set("from", leafOf(names.get(from) ?? from, span));
    flow.group.set("to", leafOf(names.get(to) ?? to, span));
    if (carries) flow.group.set("carries", leafOf(carries, span));
    list?.list.push(flow);
  }
}

/** Numbers in a picture stay words of its parts. */
function numbersOf({ plain }: Block, state: State): void {
  for (const raw of findNumbers(plain.text, state.language)) {
    const [start, end] = spanOfPlain(part(plain, raw.start, raw.end));
    state.numbers.push({ raw, start, end, why: "it is part of the words of a diagram" });
  }
}

import { isMap, isSeq, visit, type Node, type Pair } from "yaml";
import type { ComposedYaml } from "../yaml-source.ts";
import { columnOf } from "./text-lines.ts";
import { itemsOf, startOf, type Token } from "./tokens.ts";
import type { Step } from "./locate.ts";
import type { Manner } from "./value-text.ts";

/** How the blocks of a document are indented, by the first of each kind; two blanks where there is none. */
export function writtenManner({ document, text }: ComposedYaml): Manner {
  let [step, listStep]: (number | undefined)[] = [];
  visit(document, {
    Map(_, map) {
      if (step !== undefined && listStep !== undefined) return visit.BREAK;
      const outer = blockColumn(map, text);
      for (const { value } of outer === undefined ? [] : (map.items as Pair<Node, Node | null>[])) {
        const inner = blockColumn(value, text);
        if (inner === undefined) continue;
        if (isSeq(value)) listStep ??= inner - outer!;
        else step ??= inner - outer!;
      }
      return undefined;
    },
  });
  return { step: step ?? (listStep || 2), listStep: listStep ?? step ?? 2 };
}

function blockColumn(node: Node | null, text: string): number | undefined {
  if (!isMap(node) && !isSeq(node)) return undefined;
  const token = node.srcToken as Token | undefined;
  return token?.type === "block-map" || token?.type === "block-seq" ? columnOf(text, startOf(token)) : undefined;
}

/** Whether a value stands in brackets whose first key, or first text, is in double quotes, as in JSON. */
export function isJsonLike(_document: ComposedYaml, step: Step): boolean {
  for (let outer: Step | undefined = step; outer; outer = outer.within?.step) {
    if (outer.token?.type !== "flow-collection") continue;
    const first = itemsOf(outer.token)[0];
    const sample = first?.key ?? first?.value;
    if (sample) return sample.type === "double-quoted-scalar";
  }
  return false;
}

import { edgeKinds } from "../graph.ts";
import type { Layout } from "../layout/layout.ts";
import { textWidth } from "../text/measure.ts";
import { edgeLine, edgeStyles } from "./edge.ts";
import { element, nothing, type Markup } from "./element.ts";
import type { Paint } from "./theme.ts";

const sample = 34;
const size = 11.5;

/** What the kinds of lines mean; nothing when the picture has only one kind. */
export function legend({ routes }: Layout, x: number, y: number, paint: Paint): Markup {
  const used = edgeKinds.filter((kind) => routes.some(({ edge }) => edge.kind === kind));
  if (used.length < 2) return nothing;
  let left = x;
  const entries = used.map((kind) => {
    const points = [
      { x: left, y },
      { x: left + sample, y },
    ];
    const line = edgeLine({ edge: { from: "", to: "", kind }, points }, paint);
    const words = { x: left + sample + 8, y: y + size * 0.36, "font-size": size, fill: paint("ink-soft") };
    left += sample + 30 + textWidth(edgeStyles[kind].says, size);
    return element("g", {}, line, element("text", words, edgeStyles[kind].says));
  });
  return element("g", { class: "legend" }, ...entries);
}

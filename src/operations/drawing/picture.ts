import { extname } from "node:path";
import type { Design } from "../../design/design.ts";
import {
  designSvg,
  dotOf,
  drawioOf,
  graphOf,
  jsonOf,
  mermaidOf,
  mermaidSequenceOf,
  mermaidWaterfallOf,
  sequenceOf,
  sequenceSvg,
  viewNames,
  waterfallOf,
  waterfallSvg,
  type Layout,
  type SizedFacts,
  type Theme,
  type ViewName,
} from "../../drawing/index.ts";
import { jsonText } from "../../kit/json.ts";
import { Problem } from "../../kit/problem.ts";

export const pictureNames = [...viewNames, "sequence", "waterfall"] as const;
export type PictureName = (typeof pictureNames)[number];

export const formats = ["svg", "png", "mmd", "dot", "drawio", "json"] as const;
export type Format = (typeof formats)[number];

/** A picture that can be written in several formats, each made when it is asked for. */
export interface Drawable {
  readonly writes: { readonly [Name in Format]?: () => string | Promise<string> };
  /** Absent for pictures that are no graph. */
  readonly count?: { readonly components: number; readonly connections: number };
}

/** What is drawn: a design, and what sizing found out about it, where that is to be seen. */
export interface Drawn {
  readonly design: Design;
  readonly sized?: SizedFacts | undefined;
}

/** A PNG is made from the SVG of a fixed theme. */
export function drawable(
  drawn: Drawn,
  name: PictureName,
  theme: Theme,
  layOut: (graph: ReturnType<typeof graphOf>) => Promise<Layout>,
): Drawable {
  if (name === "sequence") return sequenceDrawable(drawn, theme);
  if (name === "waterfall") return waterfallDrawable(drawn, theme);
  return viewDrawable(drawn, name, theme, layOut);
}

function viewDrawable(
  { design, sized }: Drawn,
  view: ViewName,
  theme: Theme,
  layOut: (graph: ReturnType<typeof graphOf>) => Promise<Layout>,
): Drawable {
  const graph = graphOf(design, view, sized);
  if (graph.nodes.length === 0) throw nothingToDraw(view);
  const svg = async () => designSvg({ design, view, sized, theme, layout: await layOut(graph) });
  return {
    writes: {
      svg,
      png: svg,
      mmd: () => mermaidOf(graph),
      dot: () => dotOf(graph),
      drawio: async () => drawioOf(await layOut(graph)),
      json: async () => jsonOf(await layOut(graph)),
    },
    count: { components: graph.nodes.length, connections: graph.edges.length },
  };
}

function sequenceDrawable({ design }: Drawn, theme: Theme): Drawable {
  const sequence = sequenceOf(design);
  if (!sequence) throw nothingToDraw("sequence");
  const svg = () => sequenceSvg(sequence, { theme });
  return {
    writes: { svg, png: svg, mmd: () => mermaidSequenceOf(sequence), json: () => `${jsonText(sequence, 2)}\n` },
  };
}

function waterfallDrawable({ design, sized }: Drawn, theme: Theme): Drawable {
  const waterfall = waterfallOf(design, sized);
  if (!waterfall) throw nothingToDraw("waterfall");
  const svg = () => waterfallSvg(waterfall, { theme });
  return {
    writes: { svg, png: svg, mmd: () => mermaidWaterfallOf(waterfall), json: () => `${jsonText(waterfall, 2)}\n` },
  };
}

/** What a design must say before a view shows anything. */
const needs: Readonly<Record<PictureName, string>> = {
  overview: "`data.sources`, `model` or `serving.path`",
  "data-and-training": "`data.sources`, `features` or `model`",
  "request-path": "`serving.path`",
  "monitoring-and-feedback": "`monitoring`",
  "deployment-and-cost": "`serving.hardware` or `requirements.constraints.budget`",
  sequence: "`serving.path`",
  waterfall: "`p99` at the steps of `serving.path`",
};

function nothingToDraw(name: PictureName): Problem {
  return new Problem({
    code: "drawing/nothing-to-draw",
    found: `The design says nothing yet that the view ${name} shows.`,
    fix: `write ${needs[name]}, or draw another view`,
  });
}

/**
 * The format that a file's name asks for; Mermaid on standard output.
 *
 * @throws {Problem} `drawing/unknown-format`
 */
export function formatOf(out: string, name: PictureName, { writes }: Drawable): Format {
  if (out === "-") return "mmd";
  const ending = extname(out).slice(1).toLowerCase();
  if (ending in writes) return ending as Format;
  const known = Object.keys(writes).map((one) => `.${one}`);
  throw new Problem({
    code: "drawing/unknown-format",
    found:
      ending === ""
        ? `\`${out}\` does not say in which format to write.`
        : `The view ${name} cannot be written as .${ending}.`,
    fix: `end the name in ${known.slice(0, -1).join(", ")} or ${known.at(-1)}`,
  });
}

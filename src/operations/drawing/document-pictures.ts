import type { DesignDocument } from "../../design/design.ts";
import { designSvg, graphOf, mermaidOf, sizedFacts, type ViewName } from "../../drawing/index.ts";
import type { PlacedPicture } from "../../documents/index.ts";
import { sizeDesign } from "../../sizing/sized/index.ts";
import { layOutKept } from "./layout-files.ts";

/** Where each picture stands in a document, and what stands below it. */
const placed: readonly { readonly at: string; readonly view: ViewName; readonly says: string }[] = [
  { at: "architecture", view: "overview", says: "The whole system" },
  { at: "data", view: "data-and-training", says: "From data to a released model, and what flows back" },
  { at: "serving", view: "request-path", says: "One request, with the budget of each step and what is predicted" },
  { at: "monitoring", view: "monitoring-and-feedback", says: "What is watched, what sounds, and what flows back" },
];

/** A picture with fewer cards says less than the words around it. */
const leastCards = 4;

export interface PictureChoice {
  /** Pictures as SVG; else as Mermaid. */
  readonly html: boolean;
  /** Without what sizing predicts. */
  readonly plain: boolean;
  /** Folder in which layouts are kept. */
  readonly work: string;
}

/**
 * The pictures of a document, in its own language: SVG in a page, Mermaid in Markdown. Views that are all but empty are
 * left out.
 */
export async function documentPictures(
  document: DesignDocument,
  { html, plain, work }: PictureChoice,
): Promise<PlacedPicture[]> {
  const { design } = document;
  const sized = plain ? undefined : sizedFacts(sizeDesign(document));
  const pictures: PlacedPicture[] = [];
  for (const { at, view, says } of placed) {
    const graph = graphOf(design, view, sized);
    if (graph.nodes.length < leastCards) continue;
    const drawn = html
      ? { svg: designSvg({ design, view, sized, layout: await layOutKept(graph, work) }) }
      : { mermaid: mermaidOf(graph) };
    pictures.push({ at, title: says, ...drawn });
  }
  return pictures;
}

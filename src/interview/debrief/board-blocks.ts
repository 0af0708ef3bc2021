import { mermaidOf } from "../../drawing/index.ts";
import type { Block } from "../../documents/index.ts";
import { boardGraph } from "../whiteboard/board-graph.ts";
import type { Debrief } from "./debrief.ts";
import { minuteText, paragraph, soft } from "./spans.ts";

/** SVG texts, one for each board. */
export type BoardPictures = readonly string[];

/** The whiteboard as it stood at the times at which something was due. */
export function boardBlocks({ boards }: Debrief, pictures: BoardPictures): Block[] {
  const heading: Block = { kind: "heading", level: 2, text: "The whiteboard" };
  if (boards.length === 0) return [heading, paragraph(soft("Nothing was drawn."))];
  return [
    heading,
    ...boards.map(({ atSeconds, board }, at): Block => {
      const svg = pictures[at];
      return {
        kind: "picture",
        title: `At ${minuteText(atSeconds)}`,
        ...(svg === undefined ? { mermaid: mermaidOf(boardGraph(board)) } : { svg }),
      };
    }),
  ];
}

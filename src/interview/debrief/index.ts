/** The debrief of a round: evidence from its record, as data, Markdown, or a page. */
import { documentPage, markdownOf } from "../../documents/index.ts";
import { boardSvg } from "../whiteboard/board-graph.ts";
import { debriefBlocks } from "./blocks.ts";
import type { Debrief } from "./debrief.ts";

export { debriefSummary } from "./blocks.ts";
export type { Debrief } from "./debrief.ts";
export { transcriptText } from "./transcript.ts";
export { debriefOf, type DebriefParts } from "./debrief-of.ts";

export const debriefMarkdown = (debrief: Debrief): string => markdownOf(debriefBlocks(debrief));

export async function debriefHtml(debrief: Debrief): Promise<string> {
  const pictures: string[] = [];
  for (const { board } of debrief.boards) pictures.push(await boardSvg(board, "auto"));
  return documentPage(debriefBlocks(debrief, pictures));
}

export const debriefJson = (debrief: Debrief): string => `${JSON.stringify(debrief, null, 2)}\n`;

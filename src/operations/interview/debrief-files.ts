import {
  debriefHtml,
  debriefJson,
  debriefMarkdown,
  debriefOf,
  debriefSummary,
  transcriptText,
  type Debrief,
} from "../../interview/debrief/index.ts";
import type { Block } from "../../documents/index.ts";
import type { RoundRecord } from "../../interview/record.ts";
import { standardParts } from "../../interview/round/standard-parts.ts";
import { signals } from "../../interview/signals/index.ts";
import { debriefName, type RoundFolder } from "./keep-round.ts";

/** A debrief, and where it was written. */
export interface RoundDebrief {
  readonly debrief: Debrief;
  /** What is read first. */
  readonly summary: readonly Block[];
  readonly files: {
    readonly transcript: string;
    readonly markdown: string;
    readonly html: string;
    readonly json: string;
  };
}

/** Makes the debrief of a round and writes it beside the journal; the JSON last, because it marks the round as done. */
export async function debriefOfRound(record: RoundRecord, folder: RoundFolder): Promise<RoundDebrief> {
  const debrief = debriefOf(record, { ...standardParts(), signals });
  const files = {
    transcript: folder.write("transcript.txt", transcriptText(record)),
    markdown: folder.write("debrief.md", debriefMarkdown(debrief)),
    html: folder.write("debrief.html", await debriefHtml(debrief)),
    json: folder.write(debriefName, debriefJson(debrief)),
  };
  return { debrief, summary: debriefSummary(debrief), files };
}

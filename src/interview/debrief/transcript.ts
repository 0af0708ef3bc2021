import type { Entry, RoundRecord } from "../record.ts";
import { minuteText } from "./spans.ts";

/** Who said what, as plain text with the minute; what was drawn stands as it was typed. */
export function transcriptText({ entries }: RoundRecord): string {
  return `${entries.flatMap(lineOf).join("\n\n")}\n`;
}

function lineOf(entry: Entry): string[] {
  if (entry.who === "interviewer") return [`${minuteText(entry.move.atSeconds)} Interviewer: ${entry.move.text}`];
  const { input } = entry;
  const at = minuteText(input.atSeconds);
  if (input.kind === "tick") return [];
  if (input.kind === "say" || input.kind === "redo" || input.kind === "self-assessment")
    return [`${at} Candidate: ${input.text}`];
  return [`${at} Candidate (${input.kind})${"text" in input ? `: ${input.text}` : ""}`];
}

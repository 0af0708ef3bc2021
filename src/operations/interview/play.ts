import { systemClock } from "../../kit/clock.ts";
import { aimsFrom } from "../../interview/history/history.ts";
import { openRound } from "../../interview/round/round.ts";
import { standardParts } from "../../interview/round/standard-parts.ts";
import type { InterviewInput, InterviewOutput } from "../interview.ts";
import type { OperationContext } from "../operation.ts";
import { voiceSettings } from "../voice/settings.ts";
import { debriefOfRound } from "./debrief-files.ts";
import { historyAt } from "./history-files.ts";
import { beginRound, journalName, latestOpenRound, notesName } from "./keep-round.ts";
import { leadRound } from "./lead.ts";
import { listedProblems } from "./problem-list.ts";
import { playScript } from "./script.ts";
import { playSession } from "./session.ts";
import { setupOf } from "./setup.ts";
import { openVoice } from "./voice.ts";

/** Plays, leads, replays or lists, as the command says. @throws {Problem} of the parts that are asked for */
export async function playInterview(input: InterviewInput, context: OperationContext): Promise<InterviewOutput> {
  if (input.list) return { problems: listedProblems() };
  if (input.history) return { history: historyAt(input.folder) };
  if (input.script !== undefined) return await scripted(input.script, input);
  const voice = input.voice ? openVoice(voiceSettings(process.env)) : undefined;
  const { round, journal } = input.resume ? latestOpenRound(input.folder) : { round: undefined, journal: undefined };
  const setup = journal?.setup ?? { ...setupOf(input), aims: aimsFrom(historyAt(input.folder).recurring) };
  // What cannot be begun leaves no folder behind for `--resume` to find.
  if (!round) openRound(setup, standardParts());
  const folder =
    round ??
    beginRound(input.folder, setup, systemClock.nowMillis(), input.as === "interviewer" ? notesName : journalName);
  const talk = context.converse();
  try {
    if (input.as === "interviewer") {
      const record = await leadRound({ setup, folder, talk, clock: systemClock });
      return { folder: folder.folder, debrief: await debriefOfRound(record, folder) };
    }
    const before = journal?.inputs ?? [];
    const { record, isOver } = await playSession({ setup, folder, talk, clock: systemClock, voice, before });
    for (const reason of voice?.refusals() ?? []) context.notice(`The voice was not used everywhere: ${reason}.`);
    if (!isOver) return { folder: folder.folder, isOpen: true };
    const read = voice ? await voice.read(record) : record;
    return { folder: folder.folder, debrief: await debriefOfRound(read, folder) };
  } finally {
    talk.close();
  }
}

/** Played from a file; its journal and debrief are kept like those of any round. */
async function scripted(
  file: string,
  input: Parameters<typeof setupOf>[0] & { folder: string },
): Promise<InterviewOutput> {
  const played = playScript(file, setupOf(input));
  const folder = beginRound(input.folder, played.setup, systemClock.nowMillis());
  for (const one of played.inputs) folder.append(one);
  return { folder: folder.folder, debrief: await debriefOfRound(played.record, folder) };
}

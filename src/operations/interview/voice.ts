import { Problem } from "../../kit/problem.ts";
import type { Move, RoundRecord } from "../../interview/record.ts";
import { acceptEvidence, evidencePrompt } from "../../interview/voice/evidence.ts";
import { acceptPhrasing, phrasingPrompt } from "../../interview/voice/phrasing.ts";
import { standardParts } from "../../interview/round/standard-parts.ts";
import { askModel, type VoiceLimits } from "../voice/ask-model.ts";
import type { VoiceSettings } from "../voice/settings.ts";

/** A language model that lends its words to the interviewer. What is asked, told and found is never its choice. */
export interface Voice {
  /** The move in other words, or as it was where the model is late, lost or out of bounds. */
  say(move: Move, record: RoundRecord): Promise<Move>;
  /** The record with those of the model's proposals for evidence that hold. */
  read(record: RoundRecord): Promise<RoundRecord>;
  /** Why words were not used, each reason once. */
  refusals(): readonly string[];
}

const phrasing: VoiceLimits = { timeoutMillis: 4_000, replyBytes: 8_000 };
const reading: VoiceLimits = { timeoutMillis: 30_000, replyBytes: 200_000 };
/** After so many failures in a row nothing more is asked: a dead server must not slow a round. */
const mostFailures = 2;

export function openVoice(settings: VoiceSettings, limits = { phrasing, reading }): Voice {
  const reasons = new Set<string>();
  let failures = 0;
  const ask = async (prompt: Parameters<typeof askModel>[0], limit: VoiceLimits): Promise<string | undefined> => {
    if (failures >= mostFailures) return undefined;
    try {
      const reply = await askModel(prompt, settings, limit);
      failures = 0;
      return reply;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      failures++;
      reasons.add(error.found);
      return undefined;
    }
  };
  return {
    say: async (move, record) => {
      const reply = await ask(phrasingPrompt(move.text, record.setup.style), limits.phrasing);
      if (reply === undefined) return move;
      const phrased = acceptPhrasing(move.text, reply, secretsOf(record));
      if ("text" in phrased) return { ...move, text: phrased.text };
      reasons.add(phrased.refused);
      return move;
    },
    read: async (record) => {
      const parts = standardParts();
      const reply = await ask(evidencePrompt(record, parts.topics), limits.reading);
      if (reply === undefined) return record;
      return { ...record, statements: [...record.statements, ...acceptEvidence(record, reply, parts)] };
    },
    refusals: () => [...reasons],
  };
}

/** Words of facts that were not told yet. */
function secretsOf({ setup, entries }: RoundRecord): string[] {
  const told = new Set(entries.flatMap((entry) => (entry.who === "interviewer" ? (entry.move.facts ?? []) : [])));
  const problem = standardParts().problems.find(({ id }) => id === setup.problem);
  return (problem?.facts ?? []).filter(({ id }) => !told.has(id)).flatMap(({ secret }) => secret);
}

import { Problem } from "../../kit/problem.ts";
import type { Review } from "../../review/finding.ts";
import { promptAgain, promptOf, type VoicePrompt } from "../../review/voice/prompt.ts";
import { remarksOf, type Remark } from "../../review/voice/remarks.ts";
import { askModel, type VoiceLimits } from "./ask-model.ts";
import type { VoiceSettings } from "./settings.ts";

export const usualLimits: VoiceLimits = { timeoutMillis: 60_000, replyBytes: 200_000 };

/**
 * What a language model says about the findings of a review; an answer that cannot be used is asked for once more.
 *
 * @throws {Problem} as `askModel` and `remarksOf`
 */
export async function remarksOn(review: Review, settings: VoiceSettings, limits = usualLimits): Promise<Remark[]> {
  if (review.findings.length === 0) return [];
  const ask = async (prompt: VoicePrompt) =>
    remarksOf(await askModel(prompt, settings, limits), review, settings.model);
  const prompt = promptOf(review);
  try {
    return await ask(prompt);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "review/voice-unusable") throw error;
    return await ask(promptAgain(prompt, error.found));
  }
}

import { Problem } from "../../kit/problem.ts";

/** Where a language model is, and how it is asked. */
export interface VoiceSettings {
  /** Address of the call itself: one that ends in `/messages` speaks Anthropic's format, any other that of OpenAI. */
  readonly url: string;
  readonly model: string;
  readonly key?: string;
  /** Header that carries the key: `authorization` gets `Bearer` before it. */
  readonly header: string;
}

export const speaksMessages = (url: string): boolean => new URL(url).pathname.endsWith("/messages");

/** @throws {Problem} `review/voice-not-set-up` */
export function voiceSettings(env: Readonly<Record<string, string | undefined>>): VoiceSettings {
  const { PLUMB_MODEL_URL: url, PLUMB_MODEL: model, PLUMB_MODEL_KEY: key, PLUMB_MODEL_HEADER: header } = env;
  if (!url || !model || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw notSetUp();
  return { url, model, ...(key && { key }), header: header ?? (speaksMessages(url) ? "x-api-key" : "authorization") };
}

function notSetUp(): Problem {
  return new Problem({
    code: "review/voice-not-set-up",
    found: "A language model is asked for, and none is set up.",
    fix: "set PLUMB_MODEL_URL (such as `http://localhost:8080/v1/chat/completions`), PLUMB_MODEL, and PLUMB_MODEL_KEY if it asks for one",
  });
}

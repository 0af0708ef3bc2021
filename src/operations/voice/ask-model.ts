import { z } from "zod";
import { Problem } from "../../kit/problem.ts";
import type { VoicePrompt } from "../../review/voice/prompt.ts";
import { speaksMessages, type VoiceSettings } from "./settings.ts";

export interface VoiceLimits {
  readonly timeoutMillis: number;
  readonly replyBytes: number;
}

const replyTokens = 4_000;
const messages = z.object({ content: z.array(z.object({ text: z.string().optional() })) });
const completions = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

/**
 * One question to a language model. Redirects are refused, so that the key goes nowhere else.
 *
 * @throws {Problem} `review/voice-failed` when it is late, refuses, says too much, or answers in no known format
 */
export async function askModel(prompt: VoicePrompt, settings: VoiceSettings, limits: VoiceLimits): Promise<string> {
  const reply = await post(prompt, settings, limits).catch((cause: unknown) => {
    throw cause instanceof Problem ? cause : failed(reasonOf(cause, limits), cause);
  });
  return speaksMessages(settings.url) ? read(messages, reply, joined) : read(completions, reply, firstChoice);
}

const joined = ({ content }: z.output<typeof messages>): string => content.map(({ text = "" }) => text).join("");
const firstChoice = ({ choices }: z.output<typeof completions>): string => choices[0]!.message.content;

async function post(prompt: VoicePrompt, settings: VoiceSettings, limits: VoiceLimits): Promise<string> {
  const response = await fetch(settings.url, {
    method: "POST",
    headers: headersOf(settings),
    body: JSON.stringify(bodyOf(prompt, settings)),
    redirect: "error",
    signal: AbortSignal.timeout(limits.timeoutMillis),
  });
  if (!response.ok) throw failed(`it answered with status ${response.status}`);
  return await textWithin(response, limits.replyBytes);
}

function headersOf({ url, key, header }: VoiceSettings): Record<string, string> {
  const version: Record<string, string> = speaksMessages(url) ? { "anthropic-version": "2023-06-01" } : {};
  if (key === undefined) return { "content-type": "application/json", ...version };
  const value = header.toLowerCase() === "authorization" ? `Bearer ${key}` : key;
  return { "content-type": "application/json", ...version, [header]: value };
}

function bodyOf({ system, text }: VoicePrompt, { url, model }: VoiceSettings): object {
  const user = { role: "user", content: text };
  if (speaksMessages(url)) return { model, max_tokens: replyTokens, system, messages: [user] };
  return { model, max_tokens: replyTokens, messages: [{ role: "system", content: system }, user] };
}

async function textWithin(response: Response, bytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > bytes) throw failed(`its answer is longer than ${bytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function read<Shape extends z.ZodType>(shape: Shape, reply: string, text: (value: z.output<Shape>) => string): string {
  try {
    return text(shape.parse(JSON.parse(reply)));
  } catch (cause) {
    throw failed("its answer has neither of the two known formats", cause);
  }
}

/** Never the message of the error itself, which may hold the address with a key in it. */
const reasonOf = (cause: unknown, { timeoutMillis }: VoiceLimits): string =>
  cause instanceof DOMException && cause.name === "TimeoutError"
    ? `it did not answer within ${timeoutMillis / 1000} s`
    : "it cannot be reached, or sends elsewhere";

function failed(why: string, cause?: unknown): Problem {
  return new Problem({
    code: "review/voice-failed",
    found: `The language model was of no help: ${why}.`,
    fix: "check PLUMB_MODEL_URL, PLUMB_MODEL and PLUMB_MODEL_KEY, or go on without the model",
    cause,
  });
}

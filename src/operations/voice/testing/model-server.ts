import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

export interface Asked {
  readonly headers: IncomingMessage["headers"];
  readonly body: { model: string; system?: string; messages: { role: string; content: string }[] };
}
export type Answer = (asked: Asked, response: ServerResponse, times: number) => void;

let server: Server | undefined;

/** The last server that was started; every test ends with it. */
export function stopModel(): void {
  server?.closeAllConnections();
  server?.close();
}
afterEach(stopModel);

const paths = { openai: "/v1/chat/completions", anthropic: "/v1/messages" } as const;
export type Format = keyof typeof paths;

/** A server that speaks both formats; what it was asked is kept. */
export async function modelThat(answer: Answer): Promise<{ asked: Asked[]; url: (format: Format) => string }> {
  const asked: Asked[] = [];
  stopModel();
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      asked.push({ headers: request.headers, body: JSON.parse(body) as Asked["body"] });
      answer(asked.at(-1)!, response, asked.length);
    });
  });
  await new Promise<void>((ready) => server!.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return { asked, url: (format) => `http://127.0.0.1:${port}${paths[format]}` };
}

/** Says the same in the format that was asked for. */
export const saying =
  (...replies: string[]): Answer =>
  ({ headers }, response, times) => {
    const content = replies[Math.min(times, replies.length) - 1]!;
    const reply =
      "anthropic-version" in headers
        ? { content: [{ type: "text", text: content }] }
        : { choices: [{ message: { content } }] };
    response.end(JSON.stringify(reply));
  };

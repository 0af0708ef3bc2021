import { createServer } from "node:http";
import { seededRandom } from "../../../kit/random.ts";

/**
 * A server of its own process whose service times are known, for tests of the load generator.
 *
 * Its answers say `fallback` for every request whose body asks for it. `GET /stall?millis=…` makes it deaf and dumb
 * for so long; `/exponential?mean=…` waits an exponential time before it answers; `/status?code=…` and `/garbage` fail.
 */
const random = seededRandom("timed server");

const server = createServer((request, response) => {
  const url = new URL(request.url!, "http://localhost");
  const number = (name: string): number => Number(url.searchParams.get(name));
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks).toString();
    const answer = (status: number, text: string) => response.writeHead(status).end(text);
    const echo = () => answer(200, JSON.stringify({ fallback: body.includes("wantsFallback") ? "popular" : null }));
    if (url.pathname === "/stall") {
      const until = performance.now() + number("millis");
      while (performance.now() < until);
      echo();
    } else if (url.pathname === "/exponential") setTimeout(echo, random.exponential(1 / number("mean")));
    else if (url.pathname === "/never") return;
    else if (url.pathname === "/hang-up") request.socket.destroy();
    else if (url.pathname === "/status") answer(number("code"), "{}");
    else if (url.pathname === "/garbage") answer(200, "<html>");
    else echo();
  });
});

server.listen(0, "127.0.0.1", () => process.send!((server.address() as { port: number }).port));
process.once("disconnect", () => process.exit());

import { once } from "node:events";
import { request as httpRequest, Agent } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { raw, refusal, until } from "./fixtures/http-answers.ts";
import { startTestServer, type TestServer } from "./fixtures/test-server.ts";

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const start: typeof startTestServer = async (handlers, options) => {
  const server = await startTestServer(handlers, options);
  servers.push(server);
  return server;
};

describe("the server", () => {
  it("lists its routes to those who are lost", async () => {
    const server = await start();
    const { status, problem } = await refusal(await server.post("/v1/recomend", {}));
    expect([status, problem.code]).toEqual([404, "serving/unknown-route"]);
    expect(problem.fix).toContain("POST /v1/recommend, POST /v1/events, GET /health, GET /metrics");
  });

  it.each([
    ["GET", "/v1/recommend", "POST"],
    ["DELETE", "/v1/events?x=1", "POST"],
    ["POST", "/health", "GET"],
  ])("refuses %s %s and says what is allowed", async (method, path, allowed) => {
    const server = await start();
    const response = await fetch(server.url + path, { method });
    expect(response.headers.get("allow")).toBe(allowed);
    expect(await refusal(response)).toMatchObject({ status: 405, problem: { code: "serving/wrong-method" } });
  });

  it.each([
    ["no HTTP", "rubbish\r\n\r\n", 400, "serving/malformed-http"],
    ["TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n", 400, "serving/malformed-http"],
    [
      "long headers",
      `GET /health HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(20_000)}\r\n\r\n`,
      431,
      "serving/headers-too-large",
    ],
    ["a broken URL", "GET /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", 400, "serving/malformed-http"],
    [
      "a body that never comes",
      "POST /v1/events HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5\r\n\r\n",
      408,
      "serving/slow-request",
    ],
  ])("answers %s with a Problem", async (_what, bytes, status, code) => {
    const server = await start({}, { limits: { arrivalMillis: 300 } });
    const answer = await raw(server.url, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n")))).toMatchObject({ problem: { code } });
  });

  it("sheds early, before the body is read, and recovers", async () => {
    const gate = Promise.withResolvers<void>();
    const server = await start(
      { recommend: () => gate.promise.then(() => ({ items: [], versions: {} })) },
      { limits: { inFlight: 2 } },
    );
    const waiting = [1, 2].map(() => server.post("/v1/recommend", { household: "1" }));
    await until(async () => /plumb_requests_in_flight 2/.test(await server.metrics.text()));
    const response = await server.post("/v1/recommend", "not even read");
    expect(response.headers.get("retry-after")).toBe("1");
    expect(await refusal(response)).toMatchObject({ status: 503, problem: { code: "serving/overloaded" } });
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    gate.resolve();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await server.post("/v1/recommend", { household: "1" })).status).toBe(200);
    expect(await server.metrics.text()).toMatch(/outcome="shed"} 1/);
  });

  it("keeps the place of a request whose caller hung up, until its work is done", async () => {
    const gate = Promise.withResolvers<void>();
    const server = await start({ recommend: () => gate.promise.then(() => ({ items: [], versions: {} })) });
    const hangUp = new AbortController();
    const asked = fetch(`${server.url}/v1/recommend`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"household": "1"}',
      signal: hangUp.signal,
    });
    await until(async () => /plumb_requests_in_flight 1/.test(await server.metrics.text()));
    hangUp.abort();
    await expect(asked).rejects.toThrow("abort");
    expect(await server.metrics.text()).toMatch(/plumb_requests_in_flight 1/);
    gate.resolve();
    await until(async () => /plumb_requests_in_flight 0/.test(await server.metrics.text()));
  });

  it("gives back the place of a caller who hung up while sending", async () => {
    const server = await start();
    const head = "POST /v1/events HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{";
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1", () => socket.write(head));
    socket.on("error", () => {});
    await until(async () => /plumb_requests_in_flight 1/.test(await server.metrics.text()));
    socket.destroy();
    await until(async () => /plumb_requests_in_flight 0/.test(await server.metrics.text()));
  });

  it("names the port that is in use, and what to do", async () => {
    const server = await start();
    const port = Number(new URL(server.url).port);
    await expect(start({}, { port })).rejects.toMatchObject({
      code: "serving/port-in-use",
      found: `Port ${port} on 127.0.0.1 is in use by another process.`,
      fix: expect.stringContaining(String(port + 1)),
    });
    await expect(start({}, { host: "192.0.2.1" })).rejects.toMatchObject({ code: "serving/port-refused" });
    await expect(start({}, { port: 70_000 })).rejects.toMatchObject({ code: "serving/port-refused" });
  });

  it("finishes requests in progress when closed, and takes no new ones", async () => {
    const gate = Promise.withResolvers<void>();
    const server = await startTestServer({
      recommend: () => gate.promise.then(() => ({ items: [{ product: "milk" }], versions: {} })),
    });
    const waiting = server.post("/v1/recommend", { household: "1" });
    await until(async () => /plumb_requests_in_flight 1/.test(await server.metrics.text()));
    let closed = false;
    const closing = server.close().then(() => (closed = true));
    await expect(fetch(`${server.url}/health`)).rejects.toThrow("fetch failed");
    expect(closed).toBe(false);
    gate.resolve();
    expect(await (await waiting).json()).toMatchObject({ items: [{ product: "milk" }] });
    await closing;
  });

  it("answers 503 on connections that were opened before it began to close", async () => {
    const server = await startTestServer();
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    await once(socket, "connect");
    await fetch(`${server.url}/health`); // connections are taken in turn: the first one is in when this one was
    const closing = server.close();
    socket.write("POST /v1/recommend HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n");
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 503 [^]*connection: close[^]*serving\/closing/i);
    await closing;
  });

  it("cuts what does not end in time when closed", async () => {
    const server = await startTestServer({ recommend: () => new Promise(() => {}) }, { limits: { closeMillis: 50 } });
    const waiting = server.post("/v1/recommend", { household: "1" });
    await until(async () => /plumb_requests_in_flight 1/.test(await server.metrics.text()));
    await Promise.all([expect(waiting).rejects.toThrow("fetch failed"), server.close()]);
  });

  it("asks for the token where it has one", async () => {
    const server = await start({}, { token: "s3cret" });
    const response = await server.post("/v1/recommend", { household: "1" });
    expect(await refusal(response)).toMatchObject({ status: 401, problem: { code: "serving/unauthorized" } });
    const ask = (authorization: string) =>
      fetch(`${server.url}/v1/recommend`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization },
        body: '{"household": "1"}',
      });
    expect((await ask("Bearer s3cre")).status).toBe(401);
    expect((await ask("Bearer s3cret")).status).toBe(200);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
  });

  it("keeps a connection open from one request to the next", async () => {
    const server = await start();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = new Set<number | undefined>();
    for (let i = 0; i < 3; i++) {
      await new Promise<void>((resolve, reject) => {
        const asked = httpRequest(`${server.url}/health`, { agent }, (response) => {
          ports.add(asked.socket?.localPort);
          response.resume().on("end", resolve);
        });
        asked.on("error", reject).end();
      });
    }
    agent.destroy();
    expect(ports.size).toBe(1);
  });
});

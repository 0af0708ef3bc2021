import { once } from "node:events";
import { request as httpRequest, Agent } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { Problem } from "../kit/problem.ts";
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

interface Refusal {
  status: number;
  problem: { code: string; found: string; fix: string; at?: { path: string } };
}

interface Wrong {
  body: unknown;
  status?: number;
  code: string;
  found: string;
  fix: string;
  at?: string;
}

async function refusal(response: Response): Promise<Refusal> {
  expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const body = (await response.json()) as { problem: Refusal["problem"] };
  expect(Object.keys(body.problem).sort()).toEqual([...(body.problem.at ? ["at"] : []), "code", "fix", "found"]);
  return { status: response.status, problem: body.problem };
}

/** What the server answers to bytes that no HTTP client would send. */
function raw(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(bytes));
    let text = "";
    socket.on("data", (chunk) => (text += chunk.toString()));
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
}

describe("POST /v1/recommend", () => {
  it("hands on what was asked, with defaults, and answers with items, versions and a request id", async () => {
    const server = await start();
    const response = await server.post("/v1/recommend", { household: "2261" });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      requestId: expect.stringMatching(/^[\w-]{8}-0$/),
      items: [{ product: "milk" }],
      versions: { model: "ranker@3" },
      fallback: false,
      request: { entities: { household: "2261" }, count: 10, explain: false, extras: {} },
    });
    const full = { household: "2261", count: 3, explain: true, basket: ["milk"] };
    expect(await (await server.post("/v1/recommend", full)).json()).toMatchObject({
      request: { entities: { household: "2261" }, count: 3, explain: true, extras: { basket: ["milk"] } },
    });
  });

  it.each<Wrong>([
    { body: "", code: "serving/malformed-json", found: "The body is empty.", fix: "send a JSON object" },
    {
      body: '{"household": "1"',
      code: "serving/malformed-json",
      found: "The body is not JSON",
      fix: "send a JSON object",
    },
    {
      body: '{"household": "1", "count": NaN}',
      code: "serving/malformed-json",
      found: "The body is not JSON",
      fix: "NaN",
    },
    { body: '{"__proto__": {}}', code: "serving/malformed-json", found: "__proto__", fix: "send" },
    { body: '{"\\u005f_proto__": {}}', code: "serving/malformed-json", found: "__proto__", fix: "send" },
    { body: "[".repeat(1000), code: "serving/too-deep", found: "deeper than 16", fix: "at most 16" },
    { body: "[]", code: "serving/wrong-value", found: "The body is a list of 0.", fix: "an object with `household`" },
    { body: "null", code: "serving/wrong-value", found: "The body is null.", fix: "an object with `household`" },
    { body: {}, code: "serving/missing-key", found: "no `household`", fix: "add `household`", at: "household" },
    {
      body: { household: "1", coutn: 3 },
      code: "serving/unknown-key",
      found: "`coutn`",
      fix: "did you mean `count`? ",
      at: "coutn",
    },
    {
      body: { household: 2261 },
      code: "serving/wrong-value",
      found: "the number 2261",
      fix: 'in quotes: "2261"',
      at: "household",
    },
    {
      body: { household: "" },
      code: "serving/wrong-value",
      found: 'the text ""',
      fix: "1 to 256 characters",
      at: "household",
    },
    {
      body: { household: "x".repeat(300) },
      code: "serving/wrong-value",
      found: "the text",
      fix: "1 to 256 characters",
      at: "household",
    },
    {
      body: { household: null },
      code: "serving/wrong-value",
      found: "is null",
      fix: "a key as a text",
      at: "household",
    },
    {
      body: { household: "1", count: 0 },
      code: "serving/wrong-value",
      found: "the number 0",
      fix: "from 1 to 100",
      at: "count",
    },
    {
      body: { household: "1", count: 1e9 },
      code: "serving/wrong-value",
      found: "the number 1000000000",
      fix: "from 1 to 100",
      at: "count",
    },
    {
      body: { household: "1", count: 2.5 },
      code: "serving/wrong-value",
      found: "the number 2.5",
      fix: "a whole number",
      at: "count",
    },
    {
      body: { household: "1", count: "3" },
      code: "serving/wrong-value",
      found: 'the text "3"',
      fix: "a whole number",
      at: "count",
    },
    {
      body: '{"household": "1", "count": 1e999}',
      code: "serving/wrong-value",
      found: "Infinity",
      fix: "a whole number",
      at: "count",
    },
    {
      body: { household: "1", explain: "yes" },
      code: "serving/wrong-value",
      found: 'the text "yes"',
      fix: "without quotes",
      at: "explain",
    },
    {
      body: { household: "1", basket: ["a", 2] },
      code: "serving/wrong-value",
      found: "the number 2",
      fix: "must be string",
      at: "basket.1",
    },
    {
      body: { household: "1", basket: "x".repeat(1_000_001) },
      status: 413,
      code: "serving/body-too-large",
      found: "1000000 bytes",
      fix: "send less",
    },
  ])("refuses a body with $found", async ({ body, status = 400, code, found, fix, at }) => {
    const server = await start();
    const { problem, ...rest } = await refusal(await server.post("/v1/recommend", body));
    expect({ ...rest, code: problem.code, at: problem.at?.path }).toEqual({ status, code, at });
    expect(problem.found).toContain(found);
    expect(problem.fix).toContain(fix);
    expect(server.reported).toEqual([]);
  });

  it("refuses text that is not UTF-8", async () => {
    const server = await start();
    const response = await fetch(`${server.url}/v1/recommend`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: Buffer.from([0x22, 0xff, 0xfe, 0x22]),
    });
    expect(await refusal(response)).toMatchObject({ status: 400, problem: { code: "serving/malformed-json" } });
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", ""])("refuses content type %j", async (type) => {
    const server = await start();
    const response = await fetch(`${server.url}/v1/recommend`, {
      method: "POST",
      headers: { "content-type": type },
      body: Buffer.from('{"household": "1"}'),
    });
    expect(await refusal(response)).toMatchObject({
      status: 415,
      problem: { code: "serving/wrong-content-type", fix: "send the header `content-type: application/json`" },
    });
  });

  it("says that a fallback answered, and keeps our own error to itself", async () => {
    const note = {
      name: "popular",
      step: "rank",
      kind: "failed",
      because: "Step rank failed.",
      error: "secret",
      millis: 1,
    };
    const server = await start({ recommend: async () => ({ items: [], versions: {}, fallback: note }) });
    const answer = await (await server.post("/v1/recommend", { household: "1" })).json();
    expect(answer).toHaveProperty("fallback", { name: "popular", step: "rank", because: "Step rank failed." });
    expect(await server.metrics.text()).toMatch(/request_seconds_count{route="\/v1\/recommend",outcome="fallback"} 1/);
  });

  it("answers by the last resort when a mistake of ours stops the request path", async () => {
    const server = await start({
      recommend: () => Promise.reject(new TypeError("password=hunter2")),
      lastResort: ({ count }) => ({ items: [{ count }], versions: {} }),
    });
    const response = await server.post("/v1/recommend", { household: "1", count: 7 });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ items: [{ count: 7 }], fallback: { name: "last resort" } });
    expect(text).not.toContain("hunter2");
    expect(String(server.reported[0])).toContain("hunter2");
    expect(await server.metrics.text()).toMatch(/plumb_unexpected_errors_total 1/);
  });

  it("tells nothing of a mistake of ours that nothing catches", async () => {
    const server = await start({
      recommend: () => {
        throw new TypeError("password=hunter2");
      },
    });
    const response = await server.post("/v1/recommend", { household: "1" });
    const text = await response.clone().text();
    expect(await refusal(response)).toMatchObject({ status: 500, problem: { code: "serving/unexpected" } });
    expect(text).not.toMatch(/hunter2|TypeError|\.ts\b|node:/);
    expect(server.reported).toHaveLength(1);
    expect(await server.metrics.text()).toMatch(/plumb_unexpected_errors_total 1/);
  });

  it("passes on a Problem that the caller can mend", async () => {
    const problem = new Problem({ code: "serving/wrong-value", found: "No such household.", fix: "send a known one" });
    const server = await start({
      recommend: () => Promise.reject(problem),
      lastResort: () => ({ items: [], versions: {} }),
    });
    const response = await server.post("/v1/recommend", { household: "?" });
    expect(await refusal(response)).toMatchObject({ status: 400, problem: { found: "No such household." } });
  });
});

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

describe("GET /health", () => {
  it("tells versions, reasons and the as-of time", async () => {
    const server = await start({
      health: () => ({
        status: "degraded",
        reasons: ["No worker is alive."],
        versions: { model: "ranker@3" },
        asOfMillis: 9,
      }),
    });
    const response = await fetch(`${server.url}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: "degraded",
      reasons: ["No worker is alive."],
      versions: { model: "ranker@3" },
      asOfMillis: 9,
    });
  });

  it("is 503 until the system has started", async () => {
    const server = await start({ health: () => ({ status: "starting", reasons: [], versions: {}, asOfMillis: 0 }) });
    expect((await fetch(`${server.url}/health`)).status).toBe(503);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 500 && !(await holds()); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await holds()).toBe(true);
}

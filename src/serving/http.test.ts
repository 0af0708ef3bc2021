import { afterEach, describe, expect, it } from "vitest";
import { Problem } from "../kit/problem.ts";
import { refusal } from "./fixtures/http-answers.ts";
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

interface Wrong {
  body: unknown;
  status?: number;
  code: string;
  found: string;
  fix: string;
  at?: string;
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

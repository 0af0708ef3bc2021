import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Problem } from "../kit/problem.ts";
import type { Event } from "../data/event.ts";
import { startTestServer, type TestServer } from "./fixtures/test-server.ts";

const now = 1_700_000_000_000;
const event = (changes: object = {}) => ({
  id: "e1",
  source: "transactions",
  timeMillis: now - 1000,
  entities: { household: "2261", product: "1085983" },
  values: { quantity: 2, price: 3.5 },
  ...changes,
});

describe("POST /v1/events", () => {
  let server: TestServer;
  let seen: readonly Event[];
  let append: ((events: readonly Event[]) => Promise<never>) | undefined;
  beforeEach(async () => {
    const ids = new Set<string>();
    append = undefined;
    server = await startTestServer({
      appendEvents: async (events) => {
        if (append) return append(events);
        seen = events;
        return events.map(({ id }) => (ids.size === ids.add(id).size ? "duplicate" : "accepted"));
      },
    });
  });
  afterEach(() => server.close());

  it("takes one event, known from its arrival on", async () => {
    const response = await server.post("/v1/events", event());
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ accepted: ["e1"], duplicates: [], refused: [] });
    expect(seen).toEqual([{ ...event(), knownMillis: now }]);
  });

  it("acknowledges only what is durable", async () => {
    const durable = Promise.withResolvers<never>();
    const reached = Promise.withResolvers<void>();
    append = () => {
      reached.resolve();
      return durable.promise;
    };
    let answered = false;
    const answer = server.post("/v1/events", event()).finally(() => (answered = true));
    await reached.promise;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(answered).toBe(false);
    durable.reject(new Error("EIO /var/lib/secret"));
    const response = await answer;
    const text = await response.text();
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("1");
    expect(JSON.parse(text)).toMatchObject({ problem: { code: "serving/events-not-durable" } });
    expect(text).not.toContain("secret");
    expect(server.reported).toHaveLength(1);
  });

  it("keeps the good events of a batch beside the bad ones", async () => {
    await server.post("/v1/events", event({ id: "old" }));
    const response = await server.post("/v1/events", {
      events: [
        event({ id: "a" }),
        event({ id: "b", source: "transaction" }),
        7,
        event({ id: "old" }),
        event({ id: "c" }),
        event({ id: "a" }),
      ],
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      accepted: ["a", "c"],
      duplicates: ["old", "a"],
      refused: [
        {
          index: 1,
          id: "b",
          problem: expect.objectContaining({ code: "serving/unknown-source", at: { path: "events[1].source" } }),
        },
        {
          index: 2,
          problem: expect.objectContaining({ code: "serving/wrong-value", found: "`events[2]` is the number 7." }),
        },
      ],
    });
    expect(await server.metrics.text()).toMatch(/plumb_events_total{outcome="duplicate"} 2/);
  });

  it("passes on why the log refused an event", async () => {
    const problem = new Problem({
      code: "serving/wrong-value",
      found: "The price is negative.",
      fix: "send at least 0",
    });
    append = async () => [problem] as never;
    const response = await server.post("/v1/events", event());
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ problem: { found: "The price is negative." }, accepted: [] });
  });

  it("takes an empty batch", async () => {
    expect(await (await server.post("/v1/events", { events: [] })).json()).toEqual({
      accepted: [],
      duplicates: [],
      refused: [],
    });
  });

  it.each<[changes: object, code: string, path: string, hint: string]>([
    [{ id: 7 }, "serving/wrong-value", "id", "a text"],
    [{ id: undefined }, "serving/missing-key", "id", "add `id`"],
    [{ source: "trnsactions" }, "serving/unknown-source", "source", "did you mean `transactions`?"],
    [{ source: "constructor" }, "serving/unknown-source", "source", "name one of: transactions"],
    [{ time: 5 }, "serving/unknown-key", "time", "allowed here: id, source, timeMillis"],
    [{ knownMillis: 5 }, "serving/unknown-key", "knownMillis", "allowed here"],
    [{ timeMillis: undefined }, "serving/missing-key", "timeMillis", "add `timeMillis`"],
    [{ timeMillis: "2023-11-14" }, "serving/wrong-value", "timeMillis", "whole milliseconds"],
    [{ timeMillis: 1.5 }, "serving/wrong-value", "timeMillis", "whole milliseconds"],
    [{ timeMillis: now * 1000 }, "serving/future-event", "timeMillis", "not microseconds"],
    [{ timeMillis: now + 300_001 }, "serving/future-event", "timeMillis", "set the sender's clock"],
    [{ entities: undefined }, "serving/missing-key", "entities", "add"],
    [{ entities: { household: "1" } }, "serving/missing-key", "entities.product", "add"],
    [{ entities: { household: "1", product: 5 } }, "serving/wrong-value", "entities.product", "a text"],
    [
      { entities: { household: "1", prodct: "5" } },
      "serving/unknown-key",
      "entities.prodct",
      "did you mean `product`?",
    ],
    [{ values: { quantiy: 1 } }, "serving/unknown-key", "values.quantiy", "did you mean `quantity`?"],
    [{ values: { quantity: [1] } }, "serving/wrong-value", "values.quantity", "a finite number"],
    [{ values: [] }, "serving/wrong-value", "values", "an object of columns"],
  ])("refuses an event with %j", async (changes, code, path, hint) => {
    const response = await server.post("/v1/events", event(changes));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      problem: { code, at: { path }, fix: expect.stringContaining(hint) },
    });
  });

  it.each<[what: string, body: unknown, status: number, code: string]>([
    ["a list", [], 400, "serving/wrong-value"],
    ["events that are no list", { events: 5 }, 400, "serving/wrong-value"],
    ["a key beside the events", { events: [], evnts: [] }, 400, "serving/unknown-key"],
    ["too many events", { events: Array.from({ length: 1001 }, () => 1) }, 413, "serving/too-many-events"],
  ])("refuses as a whole %s", async (_what, body, status, code) => {
    const response = await server.post("/v1/events", body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ problem: { code } });
  });

  it("takes events a little ahead of our clock", async () => {
    expect((await server.post("/v1/events", event({ timeMillis: now + 300_000 }))).status).toBe(200);
  });
});

import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { quantileOf } from "../../kit/interval.ts";
import { latencyMeasurement } from "../measurement.ts";
import { offerLoad, type LoadFacts, type LoadProgress, type LoadResult } from "./offer-load.ts";

let server: ChildProcess;
let url: string;

beforeAll(async () => {
  server = fork(new URL("./testing/timed-server.ts", import.meta.url), {
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const [port] = (await once(server, "message")) as [number];
  url = `http://127.0.0.1:${port}`;
});
afterAll(() => server.kill());

const load = (facts: Partial<LoadFacts>): Promise<LoadResult> =>
  offerLoad({
    url,
    path: "/",
    bodies: [{ household: "h1" }],
    perSecond: 200,
    ...(facts.requests === undefined && { seconds: 1 }),
    warmUpSeconds: 0.2,
    timeoutMillis: 2000,
    seed: 7,
    ...facts,
  });

/** A machine too busy for the generator proves nothing; a failure counts only where the generator kept up. */
function unlessSaturated(test: TestContext, { saturated }: LoadResult, assertions: () => void): void {
  try {
    assertions();
  } catch (failure) {
    test.skip(saturated !== undefined, saturated);
    throw failure;
  }
}

const quantile = (values: Float64Array, q: number): number => quantileOf(values.slice().sort(), q);

describe("offerLoad", () => {
  it("finds the distribution of delays that the server was given", async (test) => {
    const meanMillis = 100;
    const result = await load({ path: `/exponential?mean=${meanMillis}`, perSecond: 500, seconds: 2 });
    unlessSaturated(test, result, () => {
      const { latencyMillis, errors } = result;
      const fasterThan = (millis: number) => latencyMillis.filter((l) => l <= millis).length / latencyMillis.length;
      expect(errors).toBe(0);
      // Exponential: P(delay ≤ x) = 1 − e^(−x/mean); timers and the way add a few milliseconds.
      for (const millis of [50, 100, 200, 300]) {
        expect(fasterThan(millis + 3)).toBeCloseTo(1 - Math.exp(-millis / meanMillis), 1);
      }
      expect(Math.min(...latencyMillis)).toBeGreaterThan(0);
    });
  });

  it("counts a stall for every request that it held up, where a client that waits for answers would hide it", async (test) => {
    const stallMillis = 800;
    const result = await load({
      seconds: 3,
      during: async ({ until }) => {
        await until(1);
        await fetch(`${url}/stall?millis=${stallMillis}`);
      },
    });
    unlessSaturated(test, result, () => {
      const { latencyMillis, records } = result;
      // Requests due while the server is deaf wait for the rest of the stall: uniform from 0 to 0.8 s.
      expect(latencyMillis.filter((millis) => millis > 100).length).toBeGreaterThan(0.4 * 200);
      expect(quantile(latencyMillis, 0.99)).toBeGreaterThan(0.8 * stallMillis);
      // Sent in turn, one request would have met the stall, far fewer than one in a hundred.
      const inTurn = records.doneMillis.filter((done, i) => i > 0 && done - records.doneMillis[i - 1]! > 500).length;
      expect(inTurn / latencyMillis.length).toBeLessThan(0.01);
    });
  });

  it("cuts the warm-up off, cycles the bodies and reads the fallback flag", async () => {
    const result = await load({ bodies: [{}, { wantsFallback: true }], warmUpSeconds: 0.5 });
    expect(result.warmUpRequests).toBeGreaterThan(50);
    expect(result.records.intendedMillis[0]).toBeGreaterThanOrEqual(500);
    expect(Math.abs(result.fallbacks - result.requests / 2)).toBeLessThanOrEqual(1);
    expect(result.timeline.reduce((sum, second) => sum + second.requests, 0)).toBe(result.requests);
  });

  it.each([
    { path: "/never", kind: "timeout" },
    { path: "/hang-up", kind: "connection" },
    { path: "/status?code=503", kind: "status" },
    { path: "/garbage", kind: "body" },
  ] as const)("counts $kind errors, each as slow as the timeout at least", async ({ path, kind }) => {
    const result = await load({
      path,
      requests: 20,
      warmUpSeconds: 0,
      timeoutMillis: 150,
    });
    expect(result.errorsByKind[kind]).toBe(20);
    expect(result.errors).toBe(20);
    expect(Math.min(...result.latencyMillis)).toBeGreaterThanOrEqual(150);
  });

  it("says that it is saturated when the rate is absurd, and such a run is refused", async () => {
    const result = await load({ perSecond: 50_000, seconds: 0.2, warmUpSeconds: 0, timeoutMillis: 500 });
    expect(result.saturated).toMatch(/load generator/);
    const measured = latencyMeasurement(result, 0.99, { conditions: {}, seed: 1 });
    expect(measured.refusal).toBe(result.saturated);
  });

  it("tells of its progress and ends with the failure of what runs beside it", async () => {
    const seen: LoadProgress[] = [];
    const failing = load({
      seconds: 20,
      onProgress: (progress) => seen.push(progress),
      during: async ({ until }) => {
        await until(1.2);
        throw new Error("the ranker would not die");
      },
    });
    await expect(failing).rejects.toThrow("the ranker would not die");
    expect(seen[0]!.sent).toBeGreaterThan(100);
    expect(seen[0]!.planned).toBeGreaterThan(3000);
  });

  it("stops when it is told to", async () => {
    const stop = new AbortController();
    const stopped = load({ seconds: 20, signal: stop.signal, during: async () => stop.abort() });
    await expect(stopped).rejects.toThrow();
  });
});

describe("offerLoad's bounds", () => {
  it.each([
    { url: "http://example.com" },
    { url: "http://10.0.0.1:80" },
    { url: "http://127.0.0.1.example.com" },
    { url: "https://127.0.0.1" },
    { url: "nonsense" },
  ])("refuses $url, which is not a server on this machine", async (facts) => {
    await expect(load(facts)).rejects.toMatchObject({ code: "verify/load-not-loopback" });
  });

  it.each([
    { perSecond: 0 },
    { perSecond: NaN },
    { seconds: 100_000 },
    { perSecond: 1e6, seconds: 60 },
    { warmUpSeconds: -1 },
    { timeoutMillis: 0 },
    { bodies: [] },
  ])("refuses a load of %j", async (facts) => {
    await expect(load(facts)).rejects.toMatchObject({ code: "verify/load-out-of-bounds" });
  });
});

import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBench, smallDesign, type Bench, type Running } from "./fixtures/command.ts";

let bench: Bench;
beforeAll(() => {
  bench = openBench();
  bench.write("small.design.yaml", smallDesign);
});
afterAll(() => bench.clear());

interface Verdict {
  readonly status: string;
  readonly because: string;
  readonly probe?: string;
  readonly evidence?: string;
  readonly claim: { readonly id: string; readonly kind: string; readonly place: { readonly line?: number } };
  readonly measured?: { readonly value: number; readonly sampleSize: number };
}

interface RunJson {
  readonly released: boolean;
  readonly model: string;
  readonly rows: {
    ranker: string;
    metric: string;
    estimate: { value: number; interval: { low: number; high: number } };
  }[];
  readonly report: { readonly verdicts: Verdict[] };
  readonly html: string;
  readonly json: string;
}

const byId = (verdicts: readonly Verdict[]) => new Map(verdicts.map((verdict) => [verdict.claim.id, verdict]));
const lineOf = (text: string, words: string): number => text.split("\n").findIndex((line) => line.includes(words)) + 1;
/** A busy machine makes a load that cannot be judged; that is said, and is no verdict about the system. */
const generatorWasLate = ({ status, because }: Verdict): boolean =>
  status === "inconclusive" && /load generator/.test(because);

describe("plumb run --verify", () => {
  let first: RunJson;

  it("turns the design into a system, judges its numbers and writes the evidence", { timeout: 180_000 }, async () => {
    const ended = await bench.run(["run", "small.design.yaml", "--verify", "--once", "--json"]);
    expect(ended.stderr).toBe("");
    expect(ended.code).toBe(0);
    first = JSON.parse(ended.stdout) as RunJson;
    const verdicts = first.report.verdicts.filter((verdict) => !generatorWasLate(verdict));
    expect(verdicts.filter(({ status }) => status === "broken")).toEqual([]);
    const found = byId(verdicts);
    for (const id of [
      "scale.users",
      "scale.items",
      "offline.ndcg@10",
      "offline.ndcg@10.beats.popularity",
      "guardrail.coverage",
      "source.transactions.check.household_id not null",
      "source.products.check.product_id unique",
      "features.parity",
    ])
      expect(found.get(id), id).toMatchObject({ status: "holds" });
    expect(found.get("model.train.every")).toMatchObject({
      status: "untested",
      because: expect.stringMatching(/\w{3}/),
    });
    expect(verdicts.length).toBeGreaterThan(12);
  });

  it("releases a ranker that beats the baseline by an interval that excludes zero", () => {
    expect(first).toMatchObject({ released: true, model: "small-grocery/1" });
    const ndcg = new Map(
      first.rows.filter(({ metric }) => metric === "ndcg@10").map((row) => [row.ranker, row.estimate]),
    );
    expect(ndcg.get("ranker")!.interval.low).toBeGreaterThan(ndcg.get("popularity")!.interval.high);
    const ceiling = [...ndcg].find(([name]) => name !== "ranker" && name !== "popularity")![1];
    expect(ceiling.value).toBeGreaterThan(ndcg.get("ranker")!.value);
  });

  it("writes the page and the evidence beside each other", () => {
    const html = readFileSync(join(bench.folder, first.html), "utf8");
    expect(html).toMatch(/^<!doctype html>[^]*ndcg@10[^]*<\/html>\s*$/i);
    expect(html).not.toMatch(/(?:src|href)="https?:/);
    const evidence = JSON.parse(readFileSync(join(bench.folder, first.json), "utf8")) as { verdicts: Verdict[] };
    expect(evidence.verdicts.length).toBe(first.report.verdicts.length);
    expect(statSync(join(bench.folder, first.html)).size).toBeGreaterThan(10_000);
  });

  it("keeps the facts behind every verdict, so that a percentile can be worked out again", () => {
    const beside = (name: string) => join(bench.folder, dirname(first.html), name);
    for (const { evidence } of first.report.verdicts)
      if (evidence) expect(statSync(beside(evidence)).size).toBeGreaterThan(100);
    const latency = first.report.verdicts.find(({ claim }) => claim.kind === "latency")!;
    const [, ...lines] = readFileSync(beside(latency.evidence!), "utf8").trimEnd().split("\n");
    const sorted = lines.map((line) => Number(line.split(",")[3])).sort((a, b) => a - b);
    expect(sorted.length).toBe(latency.measured!.sampleSize);
    expect(sorted[Math.ceil(0.9 * sorted.length) - 1]).toBeCloseTo(latency.measured!.value, 2);
  });

  it("does not read data and does not train again when nothing changed", async () => {
    const { code, stdout, stderr } = await bench.run(["run", "small.design.yaml", "--once"]);
    const said = stdout.replaceAll(/\s+/g, " ");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(said).toMatch(/\(unchanged, not read again\)[^]*\(unchanged, not trained again\)/);
    expect(said).toContain("small-grocery/1 is live");
  });
});

describe("plumb verify", () => {
  it("judges a design without collaborative candidates", { timeout: 120_000 }, async () => {
    bench.write("simple.design.yaml", smallDesign.replaceAll(/^.*\bals\b.*\n/gm, ""));
    const ended = await bench.run(["verify", "simple.design.yaml", "--only", "feature", "--json"]);
    expect(ended.stderr).toBe("");
    const { verdicts } = JSON.parse(ended.stdout) as { verdicts: Verdict[] };
    expect(verdicts.map(({ status }) => status)).toContain("holds");
    expect(ended.code).toBe(0);
  });

  it("finds an impossible bound broken, with exit code 1, the file and the line", { timeout: 240_000 }, async () => {
    const text = smallDesign.replace('latency p90, target: "<= 40ms"', 'latency p90, target: "<= 0.1ms"');
    bench.write("impossible.design.yaml", text);
    const verified = () => bench.run(["verify", "impossible.design.yaml", "--only", "guardrail.latency"]);
    let ended = await verified();
    // A machine that others work on makes the load generator late, and then nothing is judged.
    for (let again = 0; again < 2 && ended.stdout.includes("sent late itself"); again++) ended = await verified();
    expect(ended.stdout).toMatch(/✗ {2}Latency p90/);
    const place = `impossible.design.yaml:${lineOf(text, "latency p90")}:`;
    expect(ended.stderr).toContain(place);
    expect(ended.code).toBe(1);
  });

  it("finds that a slow step breaks its budget and the latency, and no other claim", { timeout: 180_000 }, async () => {
    const text = smallDesign.replace("peak: 100/s", "peak: 400/s").replace("{step: rank}", "{step: rank, p99: 40ms}");
    bench.write("slow.design.yaml", text);
    const only = ["guardrail", "serving.path.rank"].flatMap((id) => ["--only", id]);
    const ended = await bench.run(["verify", "slow.design.yaml", ...only, "--inject", "rank: sleep 60ms", "--json"]);
    const found = byId((JSON.parse(ended.stdout) as { verdicts: Verdict[] }).verdicts);
    const judged = (id: string) => {
      const verdict = found.get(id)!;
      return generatorWasLate(verdict) ? "late" : verdict.status;
    };
    expect(["broken", "late"]).toContain(judged("serving.path.rank.p99"));
    expect(["broken", "late"]).toContain(judged("guardrail.latency.p90.peak"));
    expect(["holds", "late"]).toContain(judged("guardrail.errorRate.peak"));
    expect(judged("guardrail.coverage")).toBe("holds");
    for (const id of ["serving.path.rank.p99", "guardrail.latency.p90.peak"])
      expect(found.get(id)!.measured!.value).toBeGreaterThan(60);
    const broken = [...found.values()].some(({ status }) => status === "broken");
    expect(ended.code).toBe(broken ? 1 : 0);
  });
});

interface Health {
  readonly status: string;
  readonly asOfMillis: number;
  readonly workers: number[];
}

interface Answer {
  readonly items: { readonly product: string }[];
  readonly fallback: false | { readonly step: string; readonly because: string };
  readonly explained: { readonly features: Record<string, number | null> }[];
}

/** A system that serves, with the pieces of what it printed. */
interface Served extends Running {
  readonly url: string;
  readonly curl: string;
}

async function serve(): Promise<Served> {
  const running = bench.start(["run", "small.design.yaml", "--port", "0"]);
  const [, curl] = await running.printed(/(curl -s [^]*?)\n\s+Ctrl-C stops it/);
  return { ...running, curl: curl!.replaceAll(/\n\s+/g, "\n"), url: /http:\/\/[\d.:]+/.exec(curl!)![0] };
}

async function post(url: string, body: unknown): Promise<Response> {
  return await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

const recommend = async (url: string, body: object): Promise<Answer> =>
  (await (await post(`${url}/v1/recommend`, body)).json()) as Answer;
const healthOf = async (url: string): Promise<Health> => (await (await fetch(`${url}/health`)).json()) as Health;

async function until<Value>(what: string, look: () => Promise<Value | undefined | false>): Promise<Value> {
  for (let i = 0; i < 600; i++) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it never came to pass that ${what}`);
}

/** A process and everything that it started, directly or not. */
function treeOf(pid: number): number[] {
  const rows = execFileSync("ps", ["-e", "-o", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    rows.flatMap(([child, of]) => (of === parent ? [child!, ...below(child!)] : []));
  return [pid, ...below(pid)];
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
};

const allGone = (pids: readonly number[]): Promise<boolean> =>
  until(`the processes ${pids.join(", ")} are gone`, () => Promise.resolve(!pids.some(alive)));

describe("plumb run, serving", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  }, 120_000);

  it("answers the curl that it printed", () => {
    const answer = JSON.parse(execFileSync("sh", ["-c", served.curl], { encoding: "utf8" })) as Answer;
    expect(answer.items.length).toBe(10);
    expect(answer.fallback).toBe(false);
    expect(Object.keys(answer.explained[0]!.features)).toContain("pair_buys_180d");
  });

  it("refuses a second run in the same work folder, without a stack trace", async () => {
    const ended = await bench.run(["run", "small.design.yaml", "--port", "0"]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/^Problem: The event log [^]*code data\/log-in-use\n$/m);
    expect(ended.stderr).not.toMatch(/^ +at .*\(/m);
  });

  it("shows an event in the next vector of features, and takes the same event once", async () => {
    const { url } = served;
    const { product } = (await recommend(url, { household: "nobody-yet" })).items[0]!;
    const look = async () =>
      (await recommend(url, { household: "nobody-yet", explainItems: [product] })).explained[0]!.features;
    const before = await look();
    const event = {
      id: "walking-line-1",
      source: "transactions",
      timeMillis: (await healthOf(url)).asOfMillis - 1,
      entities: { household: "nobody-yet", product },
      values: { quantity: 2, sales_value: 3, basket_id: "b-1" },
    };
    expect(before["pair_buys_180d"]).toBe(0);
    expect((await post(`${url}/v1/events`, { events: [event] })).status).toBeLessThan(300);
    expect((await post(`${url}/v1/events`, { events: [event] })).status).toBeLessThan(300);
    const after = await until("the event shows", async () => {
      const features = await look();
      return features["pair_buys_180d"] !== 0 && features;
    });
    expect(after).toMatchObject({ pair_buys_180d: 1, household_visits_60d: 1 });
  });

  it.each([
    ["no JSON", "/v1/recommend", "{", 400],
    ["no household", "/v1/recommend", {}, 400],
    ["a misspelt key", "/v1/recommend", { household: "1", coutn: 3 }, 400],
    [
      "an unknown source",
      "/v1/events",
      { events: [{ id: "1", source: "transactoins", entities: {}, values: {} }] },
      400,
    ],
    ["an unknown path", "/v1/recomend", {}, 404],
  ])("answers %s with a Problem that says what to change", async (_what, path, body, status) => {
    const answer = await post(served.url + path, body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ problem: { code: expect.stringMatching(/^serving\//), fix: /\w/ } });
  });

  it("keeps answering while the ranking worker is dead, says so, and recovers", async () => {
    const { url } = served;
    const [pid] = (await healthOf(url)).workers;
    process.kill(pid!, "SIGKILL");
    const answers: Answer[] = [];
    await until("the fallback answers", async () => {
      const answer = await recommend(url, { household: "1" });
      answers.push(answer);
      return answer.fallback !== false;
    });
    const told = answers.at(-1)!.fallback;
    expect(told).toMatchObject({ step: "rank", because: expect.stringMatching(/\w/) });
    await until("the ranker answers again", async () => {
      const answer = await recommend(url, { household: "1" });
      answers.push(answer);
      return answer.fallback === false;
    });
    expect(answers.every(({ items }) => items.length === 10)).toBe(true);
    const health = await until("health is ready", async () => {
      const now = await healthOf(url);
      return now.status === "ready" && now;
    });
    expect(health.workers).not.toContain(pid);
  });

  it("ends on SIGINT with exit code 0 and leaves no process behind", async () => {
    const tree = treeOf(served.child.pid!);
    expect(tree.length).toBeGreaterThan(2);
    served.child.kill("SIGINT");
    const { code, stderr } = await served.ended;
    expect(code).toBe(0);
    expect(stderr).toMatch(/Stopped\.\s*$/);
    expect(stderr).not.toMatch(/Warning|Problem/);
    await allGone(tree);
  });

  it("leaves no process behind when it is killed", { timeout: 120_000 }, async () => {
    const { child, ended } = await serve();
    const tree = treeOf(child.pid!);
    child.kill("SIGKILL");
    expect((await ended).signal).toBe("SIGKILL");
    await allGone(tree);
  });

  it("says so when its serving process dies, with exit code 2", { timeout: 120_000 }, async () => {
    const { child, ended } = await serve();
    const tree = treeOf(child.pid!);
    const serving = tree.find((pid) => /serve-main/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8")))!;
    process.kill(serving, "SIGKILL");
    const { code, stderr } = await ended;
    expect(stderr).toMatch(/Problem: The serving process ended by itself\.[^]*code run\/serving-failed/);
    expect(code).toBe(2);
    await allGone(tree);
  });
});

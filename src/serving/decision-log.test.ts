import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile, appendFile, chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Decision } from "./decision.ts";
import { openDecisionLog, type DecisionLogOptions, type DecisionLogStats } from "./decision-log.ts";
import { sampleDecision } from "./fixtures/sample-decision.ts";
import { readDecisionLog } from "./read-decision-log.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "decisions-"));
});
afterEach(() => rm(folder, { recursive: true }));

const open = (options: Partial<DecisionLogOptions> = {}) =>
  openDecisionLog({ folder, flushMillis: 5, segmentBytes: 1e6, bufferBytes: 1e6, featureShare: 1, ...options });

async function readAll(): Promise<Decision[]> {
  const decisions = [];
  for await (const decision of readDecisionLog(folder)) decisions.push(decision);
  return decisions;
}

describe("the decision log", () => {
  it("gives back what was logged, vectors bit by bit", async () => {
    const log = await open();
    const fallback = { name: "popular", step: "rank", kind: "late", because: "Step rank was not done." } as const;
    const decisions = [
      sampleDecision(1),
      sampleDecision(2, { fallback, features: { absent: "the fallback uses none" }, scores: new Float64Array([0.1]) }),
    ];
    for (const decision of decisions) expect(log.append(decision)).toBe(true);
    await log.close();
    expect(await readAll()).toEqual(decisions);
    expect(log.stats()).toEqual({ written: 2, dropped: 0, waiting: 0, lossWindowMillis: 5 });
  });

  it("takes a copy, so the caller may use its arrays again", async () => {
    const log = await open();
    const scores = Float32Array.of(1, 2, 3);
    log.append(sampleDecision(1, { scores }));
    scores.fill(0);
    await log.close();
    expect((await readAll())[0]!.scores).toEqual(Float32Array.of(1, 2, 3));
  });

  it("writes by itself, without flush or close", async () => {
    const log = await open();
    log.append(sampleDecision(1));
    for (let i = 0; i < 500 && log.stats().written === 0; i++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await readAll()).toHaveLength(1);
    await log.close();
  });

  it("keeps the order over many files, each no larger than stated", async () => {
    const log = await open({ segmentBytes: 2000 });
    for (let i = 0; i < 30; i++) {
      log.append(sampleDecision(i));
      await log.flush();
    }
    await log.close();
    const again = await open({ segmentBytes: 2000 });
    again.append(sampleDecision(30));
    await again.close();
    const files = await readdir(folder);
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) expect((await readFile(join(folder, file))).length).toBeLessThanOrEqual(2000);
    expect((await readAll()).map((decision) => decision.requestId)).toEqual(
      Array.from({ length: 31 }, (_, i) => `request-${i}`),
    );
  });

  it("keeps feature vectors of the sampled share only, and says so in the others", async () => {
    const log = await open({ featureShare: 0.2, bufferBytes: 1e7 });
    for (let i = 0; i < 2000; i++) log.append(sampleDecision(i));
    await log.close();
    const decisions = await readAll();
    const absent = decisions.filter((decision) => "absent" in decision.features);
    expect(absent[0]!.features).toEqual({ absent: "outside the sampled 20% of requests" });
    // Four standard deviations of Binomial(2000, 0.8) are 72.
    expect(Math.abs(absent.length - 1600)).toBeLessThan(72);
  });

  it("drops and counts what does not fit into memory, and never waits", async () => {
    const log = await open({ bufferBytes: 3000, flushMillis: 60_000 });
    const taken = Array.from({ length: 20 }, (_, i) => log.append(sampleDecision(i)));
    const kept = taken.filter(Boolean).length;
    expect(kept).toBeGreaterThan(1);
    expect(log.stats()).toMatchObject({ written: 0, waiting: kept, dropped: 20 - kept });
    await log.flush();
    expect(log.append(sampleDecision(99))).toBe(true);
    await log.close();
    expect(await readAll()).toHaveLength(kept + 1);
  });

  it("counts what comes after it was closed", async () => {
    const log = await open();
    await log.close();
    expect(log.append(sampleDecision(1))).toBe(false);
    expect(log.stats().dropped).toBe(1);
  });

  it("goes on without a torn last line, but not past a damaged one", async () => {
    const first = await open();
    first.append(sampleDecision(1));
    await first.close();
    const [name] = await readdir(folder);
    await appendFile(join(folder, name!), '{"requestId":"torn","time');
    const second = await open();
    second.append(sampleDecision(2));
    await second.close();
    expect((await readAll()).map((decision) => decision.requestId)).toEqual(["request-1", "request-2"]);
    await appendFile(join(folder, name!), "\n{}\n");
    await expect(readAll()).rejects.toMatchObject({ code: "serving/log-damaged", at: { line: 2 } });
  });

  it("says when there is no log to read", async () => {
    folder = join(folder, "nowhere");
    await expect(readAll()).rejects.toMatchObject({ code: "serving/log-missing" });
    folder = join(folder, "..");
  });

  it("says when the folder cannot be written", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(open({ folder: join(folder, "file") })).rejects.toMatchObject({ code: "serving/log-unwritable" });
    if (process.getuid?.() === 0) return; // root may write everywhere
    await chmod(folder, 0o500);
    await expect(open()).rejects.toMatchObject({ code: "serving/log-unwritable" });
    await chmod(folder, 0o700);
  });

  it.skipIf(process.platform !== "linux")("counts and says so when nothing more fits on the disk", async () => {
    // The system refuses every byte past a file of 20 × 1024, as a full disk would.
    const script = fileURLToPath(new URL("./fixtures/log-until-full.ts", import.meta.url));
    const command = `ulimit -f 20; exec "$0" "$1" "$2" 200`;
    const { stdout } = await promisify(execFile)("bash", ["-c", command, process.execPath, script, folder]);
    for (const file of await readdir(folder)) expect(await readFile(join(folder, file), "utf8")).toMatch(/\n$/);
    const { during, after } = JSON.parse(stdout) as { during: DecisionLogStats; after: DecisionLogStats };
    expect(during.failing).toMatch(/^Decisions cannot be written/);
    expect(during.dropped).toBeGreaterThan(0);
    expect(during.written + during.waiting + during.dropped).toBe(200);
    expect(after).toMatchObject({ written: during.written, dropped: 200 - during.written, waiting: 0 });
    expect((await readAll()).map((decision) => decision.requestId)).toEqual(
      Array.from({ length: after.written }, (_, i) => `request-${i}`),
    );
  });
});

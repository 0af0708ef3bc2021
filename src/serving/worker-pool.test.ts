import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { startWorkers, type WorkerExit, type WorkerPool, type WorkerPoolOptions } from "./worker-pool.ts";

const module = new URL("./fixtures/double-worker.ts", import.meta.url);
const pools: WorkerPool[] = [];

async function start(options: Partial<WorkerPoolOptions> = {}): Promise<WorkerPool> {
  const pool = await startWorkers({ module, init: { factor: 2 }, count: 1, restartDelayMillis: 10, ...options });
  pools.push(pool);
  return pool;
}

/** A zombie has ended: who reaps it, and when, is up to the system. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 1000 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe("a worker pool", () => {
  it("sends typed arrays there and back unchanged", async () => {
    const pool = await start();
    const values = Float32Array.from({ length: 250 * 14 }, (_, i) => (i === 7 ? NaN : i / 7));
    const doubled = await pool.call({ values }, 5000);
    expect(doubled).toEqual(values.map((value) => value * 2));
  });

  it("keeps answers apart when many calls are on their way", async () => {
    const pool = await start({ count: 2 });
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => pool.call({ values: Float32Array.of(i) }, 5000)),
    );
    expect(answers.map((answer) => (answer as Float32Array)[0])).toEqual(Array.from({ length: 60 }, (_, i) => 2 * i));
  });

  it("rejects the calls of a killed worker at once, sends later ones to the other, and starts it again", async () => {
    const exits: WorkerExit[] = [];
    const pool = await start({ count: 2, onExit: (exit) => exits.push(exit) });
    const [first, second] = pool.pids();
    const hanging = pool.call({ do: "hang" }, 60_000);
    expect(pool.kill(first!)).toBe(true);
    await expect(hanging).rejects.toMatchObject({ code: "serving/worker-gone" });
    expect(await pool.call({ do: "pid" }, 5000)).toBe(second);
    await until(() => pool.healthy() === 2);
    expect(pool.pids()).not.toContain(first);
    expect(exits).toEqual([{ pid: first, code: null, signal: "SIGKILL", expected: false }]);
  });

  it("rejects at once while nobody is alive", async () => {
    const pool = await start({ restartDelayMillis: 60_000 });
    const [pid] = pool.pids();
    process.kill(pid!, "SIGTERM");
    await until(() => pool.healthy() === 0);
    await expect(pool.call({ do: "pid" }, 60_000)).rejects.toMatchObject({ code: "serving/worker-gone" });
  });

  it("comes back after a worker ended itself", async () => {
    const pool = await start();
    await expect(pool.call({ do: "exit" }, 60_000)).rejects.toMatchObject({ code: "serving/worker-gone" });
    await until(() => pool.healthy() === 1);
    expect(await pool.call({ values: Float32Array.of(4) }, 5000)).toEqual(Float32Array.of(8));
  });

  it("stops waiting at the deadline and goes on answering", async () => {
    const pool = await start();
    await expect(pool.call({ do: "hang" }, 20)).rejects.toMatchObject({ code: "serving/worker-late" });
    expect(await pool.call({ values: Float32Array.of(4) }, 5000)).toEqual(Float32Array.of(8));
  });

  it("refuses at once when too many calls wait", async () => {
    const pool = await start({ maxPendingPerWorker: 2 });
    const waiting = [pool.call({ do: "hang" }, 20), pool.call({ do: "hang" }, 20)];
    await expect(pool.call({ do: "pid" }, 60_000)).rejects.toMatchObject({ code: "serving/worker-busy" });
    await Promise.allSettled(waiting);
  });

  it("kills a worker that is stuck in a loop and starts it again", async () => {
    const pool = await start({ stuckMillis: 50 });
    const [stuck] = pool.pids();
    await expect(pool.call({ do: "blocked" }, 70)).rejects.toMatchObject({ code: "serving/worker-late" });
    await expect(pool.call({ do: "pid" }, 60_000)).rejects.toMatchObject({ code: "serving/worker-gone" });
    await until(() => pool.healthy() === 1);
    expect(pool.pids()).not.toContain(stuck);
  });

  it("hands on Problems as they are, and other errors as ours", async () => {
    const pool = await start();
    await expect(pool.call({ do: "refuse" }, 5000)).rejects.toMatchObject({
      name: "Problem",
      code: "serving/wrong-value",
      fix: "send 14 values",
    });
    await expect(pool.call({ do: "fail" }, 5000)).rejects.toThrow("in a worker: secret detail");
  });

  it("rejects a request that cannot be copied", async () => {
    const pool = await start();
    await expect(pool.call({ values: () => 1 }, 5000)).rejects.toThrow("could not be cloned");
    expect(await pool.call({ values: Float32Array.of(1) }, 5000)).toEqual(Float32Array.of(2));
  });

  it("says why it cannot start, and leaves nothing behind", async () => {
    const exits: WorkerExit[] = [];
    const broken = start({ count: 2, init: { factor: 1, broken: true }, onExit: (exit) => exits.push(exit) });
    await expect(broken).rejects.toMatchObject({ code: "serving/worker-not-started" });
    await expect(broken).rejects.toThrow("no model here");
    expect(exits.map((exit) => isAlive(exit.pid))).toEqual([false, false]);
  });

  it("leaves no process behind when closed, even a stuck one", async () => {
    const pool = await start({ count: 2 });
    const pids = pool.pids();
    const stuck = pool.call({ do: "blocked" }, 60_000);
    await Promise.all([pool.close(), expect(stuck).rejects.toMatchObject({ code: "serving/worker-gone" })]);
    expect(pids.map(isAlive)).toEqual([false, false]);
    expect(pool.pids()).toEqual([]);
  });

  it("ends its workers when the parent is killed", async () => {
    const script = fileURLToPath(new URL("./fixtures/pool-parent.ts", import.meta.url));
    await endsWithItsParent(script);
  });

  it("works the same when compiled", async () => {
    const folder = await mkdtemp(join(tmpdir(), "compiled-"));
    try {
      await compile(folder, ["fixtures/pool-parent.ts", "fixtures/double-worker.ts", "worker-main.ts"]);
      await endsWithItsParent(join(folder, "serving/fixtures/pool-parent.js"));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

async function endsWithItsParent(script: string): Promise<void> {
  const parent = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(parent.stdout, "data")) as [Buffer];
  const { pids, doubled } = JSON.parse(line.toString()) as { pids: number[]; doubled: number[] };
  expect(doubled).toEqual([42]);
  expect(pids.map(isAlive)).toEqual([true, true]);
  parent.kill("SIGKILL");
  await until(() => !pids.some(isAlive));
}

/** With the options of the project, into a folder of ES modules. */
async function compile(folder: string, files: readonly string[]): Promise<void> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const config = {
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      outDir: folder,
      rootDir: join(root, "src"),
      typeRoots: [join(root, "node_modules/@types")],
    },
    include: files.map((file) => join(root, "src/serving", file)),
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  await writeFile(join(folder, "package.json"), '{"type": "module"}');
  await promisify(execFile)(join(root, "node_modules/.bin/tsc"), ["-p", folder]);
}

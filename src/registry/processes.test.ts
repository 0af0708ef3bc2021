import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { manualClock, systemClock } from "../kit/clock.ts";
import { seededRandom } from "../kit/random.ts";
import { openRegistry } from "./registry.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "registry-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process of its own that opens the registry and runs `body`; `entry(text)` and `die()` (kill -9) are at hand. */
function startChild(body: string): ChildProcess {
  const script = `
    const { openRegistry } = await import(${JSON.stringify(new URL("registry.ts", import.meta.url).href)});
    const die = () => process.kill(process.pid, "SIGKILL");
    let onClock = () => {};
    const clock = { nowMillis: () => { onClock(); return Date.now(); }, elapsedMillis: () => performance.now() };
    const entry = (text) => ({ name: "ranker", kind: "test",
      artifacts: { a: new TextEncoder().encode(text), b: new TextEncoder().encode("b" + text) },
      lineage: { dataVersion: "d", codeVersion: "c", parameters: {}, seed: 1, environment: {} }, metrics: {} });
    const registry = openRegistry(${JSON.stringify(folder)}, { clock });
    ${body}`;
  return spawn(process.execPath, ["--no-warnings", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

const ended = async (child: ChildProcess): Promise<number | string> => {
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  return signal ?? code!;
};

/** Everything visible is whole: versions without gaps, each file sound, aliases on versions that exist. */
function checkWhole(): number {
  const registry = openRegistry(folder, { clock: manualClock(9e12) });
  const versions = registry.names().length === 0 ? [] : registry.versions("ranker");
  expect(versions.map(({ version }) => version)).toEqual(versions.map((_, i) => i + 1));
  for (const { version } of versions) {
    const { a, b } = registry.load("ranker", version);
    expect(new TextDecoder().decode(b)).toBe(`b${new TextDecoder().decode(a)}`);
  }
  let live: number | undefined;
  const history = versions.length === 0 ? [] : registry.history("ranker");
  for (const { alias, version, because } of history) {
    if (alias === "live") live = version;
    else expect({ version, because }).toEqual({ version: live, because: expect.stringContaining("was live until") });
  }
  expect(history.at(-1)?.alias ?? "live").toBe("live");
  registry.close();
  return versions.length;
}

describe("a registry open in several processes", () => {
  it("gives every version one number, none twice, and one number to the same bytes", async () => {
    const children = [1, 2, 3].map((child) =>
      startChild(`
        for (let i = 0; i < 10; i++) registry.register(entry("child ${child} " + i));
        for (let i = 0; i < 5; i++) registry.register(entry("shared " + i));
        registry.close();`),
    );
    expect(await Promise.all(children.map(ended))).toEqual([0, 0, 0]);
    expect(checkWhole()).toBe(35);
  });

  it("waits for another process that is just setting up the same folder", async () => {
    const other = new DatabaseSync(join(folder, "registry.sqlite"));
    other.exec("BEGIN IMMEDIATE");
    const child = startChild(`registry.register(entry("x")); registry.close();`);
    setTimeout(() => {
      other.exec("COMMIT");
      other.close();
    }, 500);
    expect(await ended(child)).toBe(0);
    expect(checkWhole()).toBe(1);
  });

  it("shows one process what another has done", async () => {
    const registry = openRegistry(folder, { clock: systemClock });
    await ended(startChild(`registry.register(entry("x")); registry.setAlias("ranker", "live", 1, "child");`));
    expect(registry.resolve("ranker", "live")).toBe(1);
    registry.close();
  });
});

describe("a registry whose process is killed", () => {
  it.each([
    [
      "while the first file is being prepared",
      `const e = entry("new"); Object.defineProperty(e.artifacts, "a", { enumerable: true, get: die });`,
    ],
    [
      "between the first file and the second",
      `const e = entry("new"); const bytes = e.artifacts.b; Object.defineProperty(bytes, "length", { get: die });`,
    ],
    ["between the files and the database row", `const e = entry("new"); onClock = die;`],
  ])("shows no half version: %s", async (_, arrange) => {
    const body = `registry.register(entry("old")); ${arrange} registry.register(e);`;
    expect(await ended(startChild(body))).toBe("SIGKILL");
    expect(checkWhole()).toBe(1);
    expect(await ended(startChild(`registry.register(entry("new")); registry.close();`))).toBe(0);
    expect(checkWhole()).toBe(2);
  });

  it("keeps what it acknowledged, whole, wherever the kill falls", async () => {
    const random = seededRandom("kills");
    let acknowledged = 0;
    for (let round = 0; round < 6; round++) {
      const child = startChild(`
        for (let i = 0; ; i++) {
          const version = registry.register(entry("round ${round} " + i));
          registry.setAlias("ranker", "live", version, "next");
          process.stdout.write(version + "\\n");
          await new Promise((resolve) => setImmediate(resolve));
        }`);
      let said = "";
      child.stdout!.setEncoding("utf8").on("data", (text: string) => (said += text));
      await once(child.stdout!, "data");
      await new Promise((resolve) => setTimeout(resolve, random.int(60)));
      child.kill("SIGKILL");
      await once(child, "close");
      acknowledged = Math.max(acknowledged, ...said.trim().split("\n").map(Number));
      expect(checkWhole()).toBeGreaterThanOrEqual(acknowledged);
    }
    expect(acknowledged).toBeGreaterThan(6);
  });
});

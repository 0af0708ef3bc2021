import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { manualClock } from "../kit/clock.ts";
import type { Entry } from "./entry.ts";
import { openRegistry } from "./registry.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "registry-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entry = (content: string): Entry => ({
  name: "ranker",
  kind: "test",
  artifacts: { "model.bin": new TextEncoder().encode(content) },
  lineage: { dataVersion: "d", codeVersion: "c", parameters: {}, seed: 1, environment: {} },
  metrics: {},
});

const open = () => openRegistry(folder, { clock: manualClock() });
const onlyArtifact = () => {
  const name = readdirSync(join(folder, "artifacts"), { recursive: true, encoding: "utf8" }).find((path) =>
    /[0-9a-f]{64}$/.test(path),
  );
  return join(folder, "artifacts", name!);
};

/** What a real process of its own prints when it opens the registry and registers `bytes` bytes. */
function registerInChild(bytes: number, shell: string, ids: { uid?: number; gid?: number } = {}): string {
  const script = `
    const { openRegistry } = await import(${JSON.stringify(new URL("registry.ts", import.meta.url).href)});
    try {
      const registry = openRegistry(${JSON.stringify(folder)}, { clock: { nowMillis: () => 1, elapsedMillis: () => 1 } });
      registry.register({ name: "large", kind: "test", artifacts: { a: new Uint8Array(${bytes}) },
        lineage: { dataVersion: "d", codeVersion: "c", parameters: {}, seed: 1, environment: {} }, metrics: {} });
      console.log("registered");
    } catch (error) {
      console.log(error.code, error.found);
    }`;
  const child = spawnSync(
    "sh",
    ["-c", `${shell} exec "$0" --no-warnings --input-type=module -e "$1"`, process.execPath, script],
    {
      encoding: "utf8",
      ...ids,
    },
  );
  return child.stdout + child.stderr;
}

describe("the artifact store", () => {
  it("notices a changed file, names both checksums, and is mended by registering the same bytes again", () => {
    const registry = open();
    registry.register(entry("one"));
    writeFileSync(onlyArtifact(), "0ne");
    expect(() => registry.load("ranker", 1)).toThrow(
      expect.objectContaining({
        code: "registry/corrupt-artifact",
        found: expect.stringMatching(/model\.bin of ranker version 1 is damaged.*7692c3ad.*now it has [0-9a-f]{64}/),
        at: { file: onlyArtifact() },
      }),
    );
    expect(registry.register(entry("one"))).toBe(1);
    expect(registry.load("ranker", 1)).toEqual(entry("one").artifacts);
    rmSync(onlyArtifact());
    expect(() => registry.load("ranker", 1)).toThrow(expect.objectContaining({ code: "registry/missing-artifact" }));
    registry.close();
  });

  it("keeps equal bytes once", () => {
    const registry = open();
    registry.register(entry("one"));
    registry.register({ ...entry("one"), name: "other" });
    const files = readdirSync(join(folder, "artifacts"), { recursive: true, encoding: "utf8" });
    expect(files.filter((path) => /[0-9a-f]{64}$/.test(path))).toHaveLength(1);
    registry.close();
  });

  it("clears what a writer killed over an hour ago left, and not what another may be writing now", () => {
    open().close();
    const incoming = join(folder, "artifacts", "incoming");
    writeFileSync(join(incoming, "fresh"), "x");
    writeFileSync(join(incoming, "old"), "x");
    const twoHoursAgo = statSync(join(incoming, "fresh")).mtimeMs / 1000 - 7200;
    utimesSync(join(incoming, "old"), twoHoursAgo, twoHoursAgo);
    open().close();
    expect(readdirSync(incoming)).toEqual(["fresh"]);
  });
});

describe("openRegistry", () => {
  it("refuses a database that is damaged, is something else, or was written by a later version", () => {
    const path = join(folder, "registry.sqlite");
    open().close();
    const sound = readFileSync(path);
    const refused = (code: string) => expect(open).toThrow(expect.objectContaining({ code }));
    writeFileSync(path, "this is not a database, though it is long enough to look at it properly".repeat(20));
    refused("registry/corrupt-database");
    writeFileSync(path, Buffer.from(sound).fill(0x55, 5_000, 9_000));
    refused("registry/corrupt-database");
    writeFileSync(path, sound);
    truncateSync(path, sound.length / 2);
    refused("registry/corrupt-database");
    writeFileSync(path, sound);
    const later = new DatabaseSync(path);
    later.exec("PRAGMA user_version = 9");
    later.close();
    refused("registry/newer-format");
  });

  it("refuses a place that is a file", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    for (const place of [file, join(file, "below")]) {
      expect(() => openRegistry(place, { clock: manualClock() })).toThrow(
        expect.objectContaining({ code: "registry/read-only-folder" }),
      );
    }
  });

  it("says which folder it may not write into", () => {
    chmodSync(folder, 0o555);
    const ids = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    expect(registerInChild(10, "", ids)).toMatch(
      /^registry\/read-only-folder The registry cannot write into .*registry-/,
    );
    chmodSync(folder, 0o755);
  });

  it.runIf(process.platform === "linux")("says so where the folder cannot even be made", () => {
    expect(() => openRegistry("/proc/registry", { clock: manualClock() })).toThrow(
      expect.objectContaining({ code: "registry/read-only-folder" }),
    );
  });

  it("says that the disk is full, shows no half version, and goes on when there is room", () => {
    const registry = open();
    registry.register(entry("one"));
    // A limit on file sizes stands in for the full disk: the kernel refuses the write half-way, as a quota does.
    expect(registerInChild(3_000_000, "ulimit -f 1000;")).toMatch(/^registry\/disk-full There is no room left/);
    expect(registry.names()).toEqual(["ranker"]);
    expect(readdirSync(join(folder, "artifacts", "incoming"))).toEqual([]);
    expect(registerInChild(3_000_000, "")).toBe("registered\n");
    expect(registry.load("large", 1)["a"]).toHaveLength(3_000_000);
    registry.close();
  });
});

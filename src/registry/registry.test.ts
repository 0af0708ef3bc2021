import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { manualClock } from "../kit/clock.ts";
import { openDatabase } from "./database.ts";
import type { Entry } from "./entry.ts";
import { openRegistry, type Registry } from "./registry.ts";

const opened: { registry: Registry; folder: string }[] = [];

function freshRegistry() {
  const folder = mkdtempSync(join(tmpdir(), "registry-"));
  const clock = manualClock(1_000);
  const registry = openRegistry(folder, { clock });
  opened.push({ registry, folder });
  return { folder, clock, registry };
}

afterEach(() => {
  for (const { registry, folder } of opened.splice(0)) {
    registry.close();
    rmSync(folder, { recursive: true });
  }
});

const entry = (content: string, changed: Partial<Entry> = {}): Entry => ({
  name: "ranker",
  kind: "gbdt",
  artifacts: { "model.bin": new TextEncoder().encode(content), "columns.json": new TextEncoder().encode("[]") },
  lineage: { dataVersion: "d1", codeVersion: "c1", parameters: { trees: 100 }, seed: 7, environment: { node: "24" } },
  metrics: { "ndcg@10": 0.31 },
  ...changed,
});

describe("register", () => {
  it("numbers the versions of each name from 1 and gives the bytes back", () => {
    const { registry } = freshRegistry();
    expect(registry.register(entry("one"))).toBe(1);
    expect(registry.register(entry("two"))).toBe(2);
    expect(registry.register(entry("one", { name: "retriever" }))).toBe(1);
    expect(registry.load("ranker", 2)).toEqual(entry("two").artifacts);
    expect(registry.names()).toEqual(["ranker", "retriever"]);
  });

  it("keeps lineage, metrics and signature as they were given, with the checksum of each file", () => {
    const { registry, clock } = freshRegistry();
    clock.advance(500);
    const parents = [{ name: "retriever", version: 3 }];
    const lineage = { ...entry("").lineage, parents };
    registry.register(entry("one", { lineage, featureSignature: [{ name: "spend_30d", type: "float" }] }));
    expect(registry.versions("ranker")).toEqual([registry.version("ranker", 1)]);
    expect(registry.version("ranker", 1)).toEqual({
      name: "ranker",
      version: 1,
      kind: "gbdt",
      createdMillis: 1_500,
      // SHA-256 of `[]` and `one`, from sha256sum.
      artifacts: [
        { file: "columns.json", bytes: 2, sha256: "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945" },
        { file: "model.bin", bytes: 3, sha256: "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed" },
      ],
      lineage,
      metrics: { "ndcg@10": 0.31 },
      featureSignature: [{ name: "spend_30d", type: "float" }],
    });
  });

  it("answers the same bytes with the version they already are, and another kind or file name with a new one", () => {
    const { registry } = freshRegistry();
    registry.register(entry("one"));
    registry.register(entry("two"));
    expect(registry.register(entry("one", { metrics: { "ndcg@10": 0.9 } }))).toBe(1);
    expect(registry.version("ranker", 1).metrics).toEqual({ "ndcg@10": 0.31 });
    expect(registry.register(entry("one", { kind: "linear" }))).toBe(3);
    const { "model.bin": bytes } = entry("one").artifacts;
    expect(registry.register(entry("", { artifacts: { "other.bin": bytes! } }))).toBe(4);
  });

  it("refuses what it could not keep as it is", () => {
    const { registry } = freshRegistry();
    const wrong: Partial<Entry>[] = [
      { name: "../ranker" },
      { name: "" },
      { artifacts: {} },
      { artifacts: { "../../etc/passwd": new Uint8Array(1) } },
      { metrics: { auc: NaN } },
      { lineage: { ...entry("").lineage, parameters: { rate: [1, Infinity] } } },
    ];
    for (const changed of wrong) {
      expect(() => registry.register(entry("one", changed))).toThrow(
        expect.objectContaining({ code: "registry/malformed-entry" }),
      );
    }
    expect(registry.names()).toEqual([]);
  });
});

describe("aliases", () => {
  it("move the version that was live to previous, and tell what served when", () => {
    const { registry, clock } = freshRegistry();
    for (const content of ["one", "two"]) registry.register(entry(content));
    registry.setAlias("ranker", "live", 1, "first release");
    clock.advance(100);
    registry.setAlias("ranker", "live", 2, "beat version 1 by 0.02 ndcg");
    clock.advance(100);
    registry.setAlias("ranker", "live", 2, "said again");
    expect(registry.aliases("ranker")).toEqual({ live: 2, previous: 1 });
    expect([999, 1_000, 1_099, 1_100, 9_999].map((time) => registry.at("ranker", "live", time))).toEqual([
      undefined,
      1,
      1,
      2,
      2,
    ]);
    registry.removeAlias("ranker", "live", "drill");
    expect(registry.aliases("ranker")).toEqual({ previous: 2 });
    expect(registry.history("ranker")).toEqual([
      { alias: "live", version: 1, because: "first release", timeMillis: 1_000 },
      { alias: "previous", version: 1, because: "was live until version 2", timeMillis: 1_100 },
      { alias: "live", version: 2, because: "beat version 1 by 0.02 ndcg", timeMillis: 1_100 },
      { alias: "live", version: 2, because: "said again", timeMillis: 1_200 },
      { alias: "previous", version: 2, because: "was live until removed", timeMillis: 1_200 },
      { alias: "live", because: "drill", timeMillis: 1_200 },
    ]);
  });

  it("answer for any moment what they answered at that moment, though a clock is set back", () => {
    const act = fc.record({
      alias: fc.constantFrom("live" as const, "shadow" as const, "canary" as const),
      version: fc.integer({ min: 0, max: 3 }),
      advance: fc.integer({ min: -5, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (acts) => {
        const { registry, clock } = freshRegistry();
        for (const content of ["one", "two", "three"]) registry.register(entry(content));
        const seen = new Map<number, Partial<Record<string, number>>>();
        for (const { alias, version, advance } of acts) {
          clock.advance(advance);
          if (version > 0) registry.setAlias("ranker", alias, version, "test");
          else if (registry.aliases("ranker")[alias]) registry.removeAlias("ranker", alias, "test");
          seen.set(registry.history("ranker").at(-1)?.timeMillis ?? 0, registry.aliases("ranker"));
        }
        for (const [timeMillis, set] of seen) {
          for (const alias of ["live", "shadow", "canary", "previous"] as const) {
            expect(registry.at("ranker", alias, timeMillis)).toBe(set[alias]);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it("and names and versions that do not exist are Problems that say what was probably meant", () => {
    const { registry } = freshRegistry();
    registry.register(entry("one"));
    expect(() => registry.load("rankre", 1)).toThrow(
      expect.objectContaining({ code: "registry/unknown-name", fix: "did you mean ranker?" }),
    );
    expect(() => registry.load("ranker", 2)).toThrow(expect.objectContaining({ code: "registry/unknown-version" }));
    expect(() => registry.setAlias("ranker", "live", 2, "")).toThrow(/no version 2/);
    expect(() => registry.setAlias("ranker", "lvie" as "live", 1, "")).toThrow(
      expect.objectContaining({ code: "registry/unknown-alias", fix: "did you mean live?" }),
    );
    expect(() => registry.resolve("ranker", "live")).toThrow(
      expect.objectContaining({ code: "registry/alias-not-set" }),
    );
    expect(() => registry.removeAlias("ranker", "canary", "")).toThrow(/canary of ranker points to no version/);
    expect(() => registry.at("nobody", "live", 0)).toThrow(/no model named nobody; it holds ranker/);
    expect(registry.aliases("nobody")).toEqual({});
  });
});

describe("the database", () => {
  it("refuses to change or delete what was written", () => {
    const { registry, folder } = freshRegistry();
    registry.register(entry("one"));
    registry.setAlias("ranker", "live", 1, "first");
    const database = openDatabase(folder);
    for (const sql of [
      "UPDATE versions SET metrics = '{}'",
      "DELETE FROM versions",
      "UPDATE artifacts SET sha256 = ''",
      "DELETE FROM artifacts",
      "UPDATE alias_history SET version = 2",
      "DELETE FROM alias_history",
    ]) {
      expect(() => database.run(sql)).toThrow(/append-only/);
    }
    database.close();
  });
});

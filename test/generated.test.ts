import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { generatedFiles, staleFiles } from "../scripts/generate.ts";
import { entriesOf, registries } from "../scripts/registries.ts";
import { problemCodes } from "../src/kit/problem-codes.ts";

const root = join(import.meta.dirname, "..");
const present = registries.filter((registry) => entriesOf(registry, root).length > 0);

describe("generated files", () => {
  it("are what scripts/generate.ts writes", async () => {
    expect((await staleFiles(root)).map(({ path }) => path)).toEqual([]);
  });

  it("hold every key of the format in docs/format.md, described", async () => {
    const page = (await generatedFiles(root)).find(({ path }) => path === "docs/format.md")!.text;
    const rows = [...page.matchAll(/^\| `(.+?)` \| (.*?) \| (.*?) \|$/gm)];
    expect(rows.length).toBeGreaterThan(400);
    expect(rows.filter(([, , takes, means]) => !takes || !means).map(([row]) => row)).toEqual([]);
  });

  it("hold every code of the table in docs/problems.md, once", async () => {
    const page = (await generatedFiles(root)).find(({ path }) => path === "docs/problems.md")!.text;
    const rows = [...page.matchAll(/^\| `(.+?)` \|/gm)].map(([, code]) => code);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.sort()).toEqual(Object.keys(problemCodes).sort());
  });
});

describe("a registry", () => {
  for (const registry of present) {
    it(`lists in ${registry.folder} as many entries as the folder has files, all different`, async () => {
      const files = globSync("*.ts", { cwd: join(root, registry.folder) }).filter(
        (file) => !file.endsWith(".test.ts") && !["index.ts", ...(registry.except ?? [])].includes(file),
      );
      const index = (await import(join(root, registry.folder, "index.ts"))) as Record<string, readonly unknown[]>;
      const entries = index[registry.list]!;
      expect(files.length).toBeGreaterThan(1);
      expect(entries).toHaveLength(files.length);
      expect(new Set(entries).size).toBe(files.length);
      expect(entries.every((entry) => typeof entry === "object" && entry !== null)).toBe(true);
    });
  }

  it("is found for metrics, checks and drift tests at least", () => {
    const folders = present.map(({ folder }) => folder);
    expect(folders).toEqual(
      expect.arrayContaining(["src/evaluation/metrics", "src/data/checks", "src/monitoring/drift"]),
    );
  });

  it("is awaited only until it has an entry: then take `awaited` out of scripts/registries.ts", () => {
    expect(present.filter(({ awaited }) => awaited).map(({ folder }) => folder)).toEqual([]);
  });
});

describe("generate.ts", () => {
  let house: string | undefined;
  afterEach(() => {
    if (house) rmSync(house, { recursive: true });
    house = undefined;
  });

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(house!, path)), { recursive: true });
    writeFileSync(join(house!, path), text);
  };
  const stale = async () => (await staleFiles(house!)).map(({ path }) => path);
  const settle = async () => {
    for (const { path, text } of await generatedFiles(house!)) write(path, text);
  };

  it("sees a new, a removed and a hand-edited entry, in whatever registry", async () => {
    house = mkdtempSync(join(tmpdir(), "plumb-generate-"));
    for (const { folder, named } of registries) {
      // `new` is the name of a verb of the product, and a reserved word.
      for (const name of [named ? "old" : "new", "two-words"]) write(`${folder}/${name}.ts`, "export default {};\n");
    }
    await settle();
    expect(await stale()).toEqual([]);
    for (const { folder, named } of registries) {
      const index = `${folder}/index.ts`;
      write(`${folder}/third.ts`, "export default {};\n");
      expect(await stale()).toEqual([index]);
      rmSync(join(house, folder, "third.ts"));
      rmSync(join(house, folder, named ? "old.ts" : "new.ts"));
      expect(await stale()).toEqual([index]);
      await settle();
      write(index, "export const list = [];\n");
      expect(await stale()).toEqual([index]);
      await settle();
    }
  });

  it("leaves tests, indexes and listed exceptions out of the entries", () => {
    house = mkdtempSync(join(tmpdir(), "plumb-generate-"));
    for (const file of ["b.ts", "a.ts", "a.test.ts", "index.ts", "base.ts", "notes.md"]) write(`src/x/${file}`, "");
    expect(entriesOf({ folder: "src/x", list: "x", suffix: "", except: ["base.ts"] }, house)).toEqual(["a.ts", "b.ts"]);
  });

  it("fails on a registry that is neither there nor awaited", () => {
    const lost = { folder: "src/lost", list: "lost", suffix: "" };
    expect(() => entriesOf(lost, root)).toThrow(/ENOENT/);
    expect(entriesOf({ ...lost, awaited: true }, root)).toEqual([]);
  });

  it("exits 0 on --check where nothing is stale, as a command", () => {
    const { status, stdout } = spawnSync(process.execPath, ["scripts/generate.ts", "--check"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stdout).toMatch(/up to date|stale: /);
    expect(status).toBe(stdout.includes("stale: ") ? 1 : 0);
  });
});

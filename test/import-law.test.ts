import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { breachText, checkImportLaw } from "../scripts/import-law.ts";
import { importStatements } from "../scripts/import-statements.ts";
import { computedImports, maySee, rooms, sees } from "../scripts/rooms.ts";

const root = join(import.meta.dirname, "..");

describe("the sources", () => {
  const report = checkImportLaw(root);

  it("keep the import law", () => expect(report.breaches.map(breachText)).toEqual([]));

  it("were really read: more than a hundred files and as many imports", () => {
    expect(report.fileCount).toBeGreaterThan(100);
    expect(report.importCount).toBeGreaterThan(report.fileCount);
  });

  it("still hold the computed imports that are allowed by name", () => {
    const found = checkImportLaw(root, {}).breaches.map(({ file }) => file);
    expect(Object.keys(computedImports).filter((file) => !found.includes(file))).toEqual([]);
  });
});

describe("the checker", () => {
  let planted: string | undefined;
  afterEach(() => {
    if (planted) rmSync(planted, { recursive: true });
    planted = undefined;
  });

  /** Breaches of a house that has these files and nothing else. */
  function breachesOf(files: Record<string, string>): string[] {
    if (planted) rmSync(planted, { recursive: true });
    planted = mkdtempSync(join(tmpdir(), "plumb-law-"));
    const manifest = {
      dependencies: { yaml: "1", fastify: "1", "@duckdb/node-api": "1" },
      devDependencies: { vitest: "1" },
    };
    for (const [path, text] of Object.entries({ "package.json": JSON.stringify(manifest), ...files })) {
      mkdirSync(dirname(join(planted, path)), { recursive: true });
      writeFileSync(join(planted, path), text);
    }
    return checkImportLaw(planted).breaches.map(breachText);
  }

  const breach = (path: string, source: string): string => breachesOf({ [path]: source }).join("\n");

  it("finds a room that looks forward, whatever the kind of import", () => {
    const forward = "src/data/log.ts:2 imports ../serving/path.ts: room data may not see room serving";
    for (const statement of [
      `import { path } from "../serving/path.ts";`,
      `import type { Path } from "../serving/path.ts";`,
      `import { type Path } from '../serving/path.ts';`,
      `import "../serving/path.ts";`,
      `export * from "../serving/path.ts";`,
      `export { path } from "../serving/path.ts";`,
      `export type { Path } from "../serving/path.ts";`,
      `const late = await import("../serving/path.ts");`,
      `type Path = import("../serving/path.ts").Path;`,
      `const old = require("../serving/path.ts");`,
      `new Worker(new URL("../serving/path.ts", import.meta.url));`,
      "const late = await import(`../serving/path.ts`);",
    ]) {
      expect(breach("src/data/log.ts", `\n${statement}\n`), statement).toBe(forward);
    }
  });

  it("finds an import that spreads over lines, at the line of the file's name", () => {
    const source = `import {\n  one,\n  two,\n} from "../cli/main.ts";\n`;
    expect(breach("src/verify/a.ts", source)).toBe(
      "src/verify/a.ts:4 imports ../cli/main.ts: room verify may not see room cli",
    );
  });

  it("keeps the two wings apart, and both from the rooms where they meet", () => {
    expect(breach("src/training/a.ts", `import "../design/design.ts";`)).toMatch(/training may not see room design/);
    expect(breach("src/review/a.ts", `import "../data/event.ts";`)).toMatch(/review may not see room data/);
    expect(breach("src/serving/a.ts", `import "../run/run.ts";`)).toMatch(/serving may not see room run/);
    expect(breach("src/design/a.ts", `import "../sizing/queue.ts";`)).toMatch(/design may not see room sizing/);
    expect(breach("src/kit/a.ts", `import "../data/event.ts";`)).toMatch(/kit may not see room data/);
  });

  it("keeps Node, and packages that need it, out of rooms that also run in a browser", () => {
    for (const room of ["kit", "design", "sizing", "advice", "review", "drawing", "documents"]) {
      expect(breach(`src/${room}/a.ts`, `import "node:fs";`)).toMatch(/where Node is absent/);
      expect(breach(`src/${room}/a.ts`, `import { join } from "path";`)).toMatch(/where Node is absent/);
    }
    expect(breach("src/paper.ts", `import "node:fs/promises";`)).toMatch(/where Node is absent/);
    expect(breach("src/review/a.ts", `import "fastify";`)).toMatch(/not listed as running in a browser/);
    expect(breach("src/design/a.ts", `import "yaml";`)).toBe("");
    expect(breach("src/data/a.ts", `import "node:fs"; import "@duckdb/node-api";`)).toBe("");
  });

  it("lets faces see the public surface and nothing behind it", () => {
    expect(breach("src/cli/a.ts", `import "../operations/run.ts";`)).toMatch(/cli may not see room operations/);
    expect(breach("src/mcp/a.ts", `import "../kit/problem.ts";`)).toMatch(/mcp may not see room kit/);
    expect(breach("src/mcp/a.ts", `import "../cli/a.ts";`)).toMatch(/mcp may not see room cli/);
    expect(breach("src/cli/a.ts", `import "../index.ts"; import "./table.ts"; import "fastify";`)).toBe("");
    expect(breach("src/run/a.ts", `import "../index.ts";`)).toMatch(/run may not see room index.ts/);
  });

  it("keeps the browser's surface free of the machine", () => {
    expect(breach("src/paper.ts", `export * from "./data/event.ts";`)).toMatch(/paper.ts may not see room data/);
    expect(breach("src/paper.ts", `export * from "./operations/size.ts";`)).toMatch(/may not see room operations/);
    expect(breach("src/paper.ts", `export * from "./design/parse.ts";`)).toBe("");
    expect(breach("src/index.ts", `export * from "./operations/size.ts";`)).toBe("");
  });

  it("knows no folder or file of src that is not in the table", () => {
    expect(breach("src/utils/a.ts", "")).toBe("src/utils/a.ts:1 is in utils, which is no room of the table");
    expect(breach("src/version.ts", "")).toMatch(/is in version.ts, which is no room/);
    expect(breach("src/data/a.ts", `import "../utils/a.ts";`)).toMatch(/data may not see room utils/);
  });

  it("finds packages that a user does not get, files outside src, and imports worked out while running", () => {
    expect(breach("src/data/a.ts", `import "vitest";`)).toMatch(/vitest is not among the dependencies/);
    expect(breach("src/data/a.ts", `import "left-pad/index.js";`)).toMatch(/left-pad is not among/);
    expect(breach("src/data/a.ts", `import "../../scripts/generate.ts";`)).toMatch(/it is outside src/);
    expect(breach("src/data/a.ts", `import facts from "../../package.json" with { type: "json" };`)).toBe("");
    expect(breach("src/data/a.ts", "await import(name);")).toMatch(/:1 imports something that is worked out/);
    expect(breach("src/data/a.ts", "await import(`./${name}.ts`);")).toMatch(/worked out while running/);
  });

  it("gives tests the tools of development, but no other rooms", () => {
    expect(breach("src/data/a.test.ts", `import "vitest"; import "../../test/fixture.ts"; import "./a.ts";`)).toBe("");
    expect(breach("src/kit/a.test.ts", `import "node:fs";`)).toBe("");
    expect(breach("src/data/a.test.ts", `import "../serving/path.ts";`)).toMatch(/data may not see room serving/);
    expect(breach("src/data/a.test.ts", `import "../../scripts/rooms.ts";`)).toBe("");
    expect(breach("src/data/a.test.ts", `import "../../bench/als.ts";`)).toMatch(/outside src/);
    expect(breach("src/data/testing/made.ts", `import "vitest"; await import(name);`)).toBe("");
    expect(breach("src/data/testing/made.ts", `import "../../serving/path.ts";`)).toMatch(/may not see room serving/);
  });

  it("keeps what is only for tests out of what is shipped", () => {
    for (const helper of ["./testing/made.ts", "./fixtures/made.ts", "./a.test.ts"]) {
      expect(breach("src/data/a.ts", `import "${helper}";`)).toMatch(/it is only for tests/);
      expect(breach("src/data/b.test.ts", `import "${helper}";`)).toBe("");
    }
  });
});

describe("reading imports", () => {
  const specifiers = (source: string) => importStatements(source).map(({ specifier }) => specifier);

  it("passes over comments, and over words that only look like imports", () => {
    const source = [
      `// import "./a.ts"`,
      `/* export * from "./b.ts" */`,
      ` * @example import { x } from "./c.ts"`.replace(" *", "/**") + " */",
      `const from = "elsewhere"; const list = { import: 1, from: "x" };`,
      `const pattern = /["'\`]\\/\\/*/; import "./real.ts";`,
      `const address = "http://x"; import "./second.ts";`,
      `this.import("./d.ts"); load.require("./e.ts");`,
      `const data = new URL("../data/rows.csv", import.meta.url);`,
    ].join("\n");
    expect(specifiers(source)).toEqual(["./real.ts", "./second.ts"]);
  });

  it("finds every import of this very file", () => {
    expect(specifiers(`import a, { type B } from "./a.ts";\nexport * as c from './c.ts'`)).toEqual([
      "./a.ts",
      "./c.ts",
    ]);
  });
});

describe("the table of rooms", () => {
  it("names each room once, and only wings that exist", () => {
    expect(new Set(rooms.map(({ name }) => name)).size).toBe(rooms.length);
    expect(new Set(rooms.map(({ wing }) => wing))).toEqual(new Set(Object.keys(sees)));
  });

  it("lets no two rooms see each other", () => {
    for (const { name: a } of rooms)
      for (const { name: b } of rooms) if (a !== b) expect(maySee(a, b) && maySee(b, a)).toBe(false);
  });
});

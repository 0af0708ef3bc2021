import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string> | undefined>;

interface Line {
  readonly name: string;
  readonly saves: string;
  readonly instead: string;
  readonly licence: string;
}

/** The table below a heading of docs/dependencies.md. */
function linesUnder(heading: string): Line[] {
  const section = read("docs/dependencies.md")
    .split(/^## /m)
    .find((part) => part.startsWith(heading));
  return [...section!.matchAll(/^\| `(.+?)` \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(
    ([, name, saves, instead, licence]) => ({ name: name!, saves: saves!, instead: instead!, licence: licence! }),
  );
}

describe("docs/dependencies.md", () => {
  const sections = [
    ["What a user installs", ["dependencies", "optionalDependencies", "peerDependencies"]],
    ["What only development needs", ["devDependencies"]],
  ] as const;

  for (const [heading, kinds] of sections) {
    const lines = linesUnder(heading);
    const packages = kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}));

    it(`has under "${heading}" exactly the packages of package.json, in its order`, () => {
      expect(packages.length).toBeGreaterThan(5);
      expect(lines.map(({ name }) => name)).toEqual(packages);
    });

    it(`names under "${heading}" the licence that each package states`, () => {
      for (const { name, licence } of lines) {
        const installed = JSON.parse(read(`node_modules/${name}/package.json`)) as { license: string };
        expect(licence, name).toBe(installed.license);
      }
    });
  }

  it("describes packages whose versions are pins", () => {
    const versions = ["dependencies", "devDependencies"].flatMap((kind) => Object.entries(manifest[kind] ?? {}));
    for (const [name, version] of versions) expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });
});

import { execFileSync } from "node:child_process";
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** Every text file that is committed, or would be: path and text. */
const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\0")
  .filter((path) => path !== "" && lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile())
  .map((path) => ({ path, bytes: readFileSync(join(root, path)) }))
  .filter(({ bytes }) => !bytes.subarray(0, 8000).includes(0))
  .map(({ path, bytes }) => ({ path, text: bytes.toString("utf8") }));
const sources = files.filter(({ path }) => path.startsWith("src/") && path.endsWith(".ts"));

/** `path:line: text` of every line that a pattern fits. */
function hits(among: readonly { path: string; text: string }[], pattern: RegExp): string[] {
  return among.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}

// Put together from pieces, so that this file does not name what it looks for.
const any = (...words: string[][]): string => words.map((word) => word.join("")).join("|");
const packageHost = new RegExp(
  any(
    ["registry.", "npmjs"],
    ["npmjs", ".org"],
    ["yarn", "pkg.com"],
    ["npm", "mirror"],
    ["pypi", ".org"],
    ["python", "hosted"],
    ["artifact", "ory"],
  ),
  "i",
);
const machinePath = new RegExp(
  `(?<![\\w.~$}*\\])-])/(?:${any(["ro", "ot"], ["wo", "rk"], ["ho", "me/\\w+"], ["Us", "ers/\\w+"])})(?=[/\\s"'\`),;:]|$)`,
);

describe("every file of the repository", () => {
  it("was read: more than a hundred, package.json and the lock file among them", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(["package.json", "package-lock.json"]));
  });

  it("names no host of a package registry", () => expect(hits(files, packageHost)).toEqual([]));

  it("names no path of somebody's machine", () => expect(hits(files, machinePath)).toEqual([]));

  it("is seen to be searched with patterns that find what they are for", () => {
    const found = ["https://regi", "stry.npm", "js.org/x"].join("");
    expect(packageHost.test(found)).toBe(true);
    for (const path of [
      ["/ro", "ot/x"],
      ["at /wo", "rk/main"],
      ['"/ho', 'me/ann"'],
      ["(/Us", "ers/ann)"],
    ]) {
      expect(machinePath.test(path.join("")), path.join("")).toBe(true);
    }
    for (const path of ["./wo_rk/x", "/wo_rkers", "src/wo_rk/a.ts", "the ro_ot/leaf", "https://a.b/c/wo_rk"].map(
      (text) => text.replace("_", ""),
    )) {
      expect(machinePath.test(path), path).toBe(false);
    }
  });
});

describe("the lock file", () => {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { version?: string; resolved?: string; integrity?: string }>;
  };
  const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

  it("holds a checksum for every package, and the address of none", () => {
    expect(packages.length).toBeGreaterThan(50);
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"))).toEqual([]);
  });
});

describe("the sources", () => {
  it("have at most 400 lines a file, generated ones aside", () => {
    expect(sources.length).toBeGreaterThan(80);
    const lengths = sources
      .filter(({ path }) => !path.endsWith(".generated.ts"))
      .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([]);
  });

  it("print nothing through the console", () => {
    const shipped = sources.filter(({ path }) => !path.endsWith(".test.ts"));
    expect(hits(shipped, /\bconsole\s*\??\./)).toEqual([]);
  });
});

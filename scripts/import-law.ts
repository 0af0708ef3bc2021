import { globSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, normalize, relative } from "node:path";
import { importStatements } from "./import-statements.ts";
import { browserPackages, browserWings, computedImports, maySee, roomNamed } from "./rooms.ts";

export interface Breach {
  /** Relative to the folder that was checked. */
  readonly file: string;
  readonly line: number;
  /** What is imported and why it may not be. */
  readonly what: string;
}

export interface LawReport {
  readonly breaches: readonly Breach[];
  /** How many files and imports were read, so that a check of nothing is seen. */
  readonly fileCount: number;
  readonly importCount: number;
}

/** What holds for one file. */
interface Viewpoint {
  readonly file: string;
  readonly room: string;
  readonly isTest: boolean;
  readonly packages: ReadonlySet<string>;
  readonly mayCompute: boolean;
}

/**
 * Holds every import under `root/src` against the table of rooms.
 *
 * @param root     folder with `package.json` and `src`
 * @param allowed  files that may import what is worked out while running
 */
export function checkImportLaw(root: string, allowed: Readonly<Record<string, string>> = computedImports): LawReport {
  const files = globSync("src/**/*.ts", { cwd: root }).map(slashes).sort();
  const packages = runtimePackages(root);
  const breaches: Breach[] = [];
  let importCount = 0;
  for (const file of files) {
    const from: Viewpoint = {
      file,
      room: roomOf(file),
      isTest: forTests(file),
      packages,
      mayCompute: file in allowed,
    };
    if (!roomNamed(from.room))
      breaches.push({ file, line: 1, what: `is in ${from.room}, which is no room of the table` });
    for (const { specifier, line } of importStatements(readFileSync(join(root, file), "utf8"))) {
      importCount++;
      const what = breachOf(from, specifier);
      if (what) breaches.push({ file, line, what });
    }
  }
  return { breaches, fileCount: files.length, importCount };
}

/** `src/data/log.ts:3 imports ../serving/path.ts: room data may not see room serving` */
export function breachText({ file, line, what }: Breach): string {
  return `${file}:${line} ${what}`;
}

function breachOf(from: Viewpoint, specifier: string | undefined): string | undefined {
  if (specifier === undefined) {
    return from.isTest || from.mayCompute ? undefined : "imports something that is worked out while running";
  }
  const why = specifier.startsWith(".") ? roomBreach(from, specifier) : packageBreach(from, specifier);
  return why && `imports ${specifier}: ${why}`;
}

function roomBreach({ file, room, isTest }: Viewpoint, specifier: string): string | undefined {
  const target = slashes(normalize(join(dirname(file), specifier)));
  if (target === "package.json") return undefined;
  if (!target.startsWith("src/")) {
    return isTest && /^(?:test|scripts)\//.test(target) ? undefined : "it is outside src";
  }
  if (!isTest && forTests(target)) return "it is only for tests";
  const seen = roomOf(target);
  return maySee(room, seen) ? undefined : `room ${room} may not see room ${seen}`;
}

function packageBreach({ room, isTest, packages }: Viewpoint, specifier: string): string | undefined {
  if (isTest) return undefined;
  const name = packageName(specifier);
  const inBrowser = browserWings.includes(roomNamed(room)?.wing ?? "kit") || room === "paper.ts";
  if (specifier.startsWith("node:") || builtinModules.includes(name)) {
    return inBrowser ? `room ${room} also runs in a browser, where Node is absent` : undefined;
  }
  if (!packages.has(name)) return `${name} is not among the dependencies that a user gets`;
  if (inBrowser && !browserPackages.includes(name)) return `${name} is not listed as running in a browser`;
  return undefined;
}

/** A test, or what tests are made of: the folders `testing` and `fixtures`. */
function forTests(path: string): boolean {
  return /\.test\.ts$|\/(?:testing|fixtures)\//.test(path);
}

/** First folder below src, or the file's name for a file directly in src. */
function roomOf(path: string): string {
  return path.split("/")[1] ?? path;
}

function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

function runtimePackages(root: string): Set<string> {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, object | undefined>;
  const kinds = ["dependencies", "optionalDependencies", "peerDependencies"];
  return new Set(kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {})));
}

const slashes = (path: string): string => path.replaceAll("\\", "/");

if (process.argv[1] === import.meta.filename) {
  const root = relative(process.cwd(), join(import.meta.dirname, "..")) || ".";
  const { breaches, fileCount, importCount } = checkImportLaw(root);
  process.stdout.write(`${[...breaches.map(breachText), `${importCount} imports in ${fileCount} files`].join("\n")}\n`);
  process.exitCode = breaches.length > 0 ? 1 : 0;
}

/**
 * What `npm test` runs, in order of cost: types, lint, format, then the tests. Stops at the first red.
 * `--only check` stops before the tests; further words choose tests by file name.
 */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name: string) => join(root, "node_modules", ".bin", name);
const env = { ...process.env, PATH: `${join(root, "node_modules", ".bin")}:${process.env["PATH"]}` };
/** Measures latencies under load: it gets the machine for itself. */
const alone = "test/walking-line.test.ts";

const words = process.argv.slice(2);
const checkOnly = words[0] === "--only" && words[1] === "check";
const chosen = checkOnly ? [] : words;

run("types", bin("tsc"), []);
run("lint", bin("oxlint"), ["--deny-warnings"]);
run("format", bin("prettier"), ["--check", "--log-level", "warn", "."]);
if (!checkOnly && chosen.length > 0) vitest("tests", chosen);
if (!checkOnly && chosen.length === 0) {
  vitest("tests", ["--exclude", alone]);
  vitest("the walking line, alone on the machine", [alone]);
}

function vitest(title: string, args: readonly string[]): void {
  run(title, process.execPath, [join(root, "node_modules", "vitest", "vitest.mjs"), "run", ...args]);
}

function run(title: string, command: string, args: readonly string[]): void {
  process.stdout.write(`── ${title}\n`);
  const done = spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env });
  if (done.error) throw done.error;
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** What `npm test` runs, in order of cost: types, lint, format, generated files, then the tests. Stops at the first red. */
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name: string) => join(root, "node_modules", ".bin", name);
const checks: [string, string, string[]][] = [
  ["types", bin("tsc"), []],
  ["lint", bin("oxlint"), ["--deny-warnings"]],
  ["format", bin("prettier"), ["--check", "--log-level", "warn", "."]],
];
const only = process.argv[process.argv.indexOf("--only") + 1];
const filters = process.argv.slice(2).filter((word) => word !== "--only" && word !== only);
const path = `${join(root, "node_modules", ".bin")}:${process.env["PATH"]}`;

function run(title: string, command: string, args: string[]): void {
  process.stdout.write(`── ${title}\n`);
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, PATH: path },
  });
  if (done.error) throw done.error;
  if (done.status !== 0) process.exit(done.status ?? 1);
}

for (const [title, command, args] of checks) run(title, command, args);
if (process.argv.includes("--only") && only === "check") process.exit(0);
run("tests", process.execPath, [join(root, "node_modules", "vitest", "vitest.mjs"), "run", ...filters]);

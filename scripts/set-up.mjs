// Runs on any Node: installs what package-lock.json says when that is missing or stale, then runs the rest of the
// command line on the Node that this project pins. `PLUMB_NODE=/path/to/node` chooses another one.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "node_modules", ".installed-lock-sha256");
const wanted = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) install();
const [command, ...rest] = process.argv.slice(2);
if (command) run(command, rest);

function install() {
  const why = existsSync(join(root, "node_modules")) ? "the lock file has changed" : "nothing is installed yet";
  process.stderr.write(`Setting up (${why}): installing what package-lock.json names into node_modules …\n`);
  const started = Date.now();
  // onnxruntime-node would fetch accelerator libraries that are never used here.
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: "skip" };
  const done = spawnSync("npm", ["ci", "--loglevel=error", "--no-audit", "--no-fund"], {
    cwd: root,
    env,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (done.status !== 0) {
    process.stderr.write(
      "Problem: npm ci did not finish.\n  fix  read npm's own message above; it needs a reachable package registry and a writable folder\n",
    );
    process.exit(2);
  }
  linkCommand();
  writeFileSync(stamp, wanted);
  process.stderr.write(`Setting up took ${Math.round((Date.now() - started) / 1000)} s.\n\n`);
}

// Lets `npx plumb` find this checkout's own command.
function linkCommand() {
  if (process.platform === "win32") return;
  const link = join(root, "node_modules", ".bin", "plumb");
  rmSync(link, { force: true });
  symlinkSync(join("..", "..", "bin", "plumb.js"), link);
}

function run(script, args) {
  const node = process.env.PLUMB_NODE ?? join(root, "node_modules", "node", "bin", "node");
  const child = spawn(
    existsSync(node) ? node : process.execPath,
    ["--disable-warning=ExperimentalWarning", join(root, script), ...args],
    { stdio: "inherit" },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

#!/usr/bin/env node
// Starts the command line: on compiled files where they are installed, on the sources in a checkout.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const [major, minor] = process.versions.node.split(".").map(Number);
const supported = major > 22 || (major === 22 && minor >= 18);
const entry = existsSync(at("../src/cli/main.ts")) ? "../src/cli/main.ts" : "../dist/cli/main.js";

if (supported) await start();
else runOnPinnedNode();

async function start() {
  const warn = process.emitWarning;
  process.emitWarning = (warning, ...rest) => {
    const kind = typeof rest[0] === "object" ? rest[0]?.type : rest[0];
    if (kind !== "ExperimentalWarning") warn.call(process, warning, ...rest);
  };
  // What was compiled once is kept in the system's folder for temporary files, so that the next start takes half the time.
  module.enableCompileCache?.();
  const { main } = await import(new URL(entry, import.meta.url).href);
  process.exitCode = await main(process.argv.slice(2));
}

function runOnPinnedNode() {
  const pinned = at("../node_modules/node/bin/node");
  if (!existsSync(pinned)) {
    process.stderr.write(
      `Problem: plumb needs Node 22.18 or later; this is Node ${process.versions.node}.\n  fix  install Node 22 or 24 (in a checkout, \`npm start\` brings its own)\n`,
    );
    process.exit(2);
  }
  const done = spawnSync(pinned, [at("./plumb.js"), ...process.argv.slice(2)], { stdio: "inherit" });
  process.exit(done.status ?? 1);
}

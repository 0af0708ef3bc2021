import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A fingerprint of the code that is running: what it made is made again when it changes. */
export function codeVersion(): string {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const hash = createHash("sha256");
  for (const file of codeFiles(root)) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}

/** Rooms whose code shapes data, features, models or their evaluation. */
const shaping = ["kit", "design", "data", "evaluation", "features", "training", "retrieval", "blueprints"];

function codeFiles(root: string): string[] {
  return shaping
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: "utf8" }).map((file) => join(room, file)),
    )
    .filter((file) => /\.(ts|js)$/.test(file) && !/\.(test|d)\.ts$/.test(file))
    .toSorted();
}

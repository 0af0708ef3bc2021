import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { parseDesign } from "../design/parse.ts";
import { seededRandom, type Random } from "../kit/random.ts";
import { reviewDesign } from "./review.ts";
import type { Rule } from "./rule.ts";
import { rules as list } from "./rules/index.ts";

const rules: readonly Rule[] = list;
const root = join(import.meta.dirname, "../..");
const trees: unknown[] = globSync("examples/*/*.design.yaml", { cwd: root })
  .sort()
  .map((file): unknown => parse(readFileSync(join(root, file), "utf8")));
/** `PLUMBLINE_MUTATIONS=1000` reviews more of them. */
const documents = Number(process.env["PLUMBLINE_MUTATIONS"] ?? 128);

type Tree = Record<string | number, unknown>;
const isTree = (value: unknown): value is Tree => value !== null && typeof value === "object";

/** Every place of a tree, as its parent and key. */
function places(tree: unknown): { parent: Tree; key: string | number }[] {
  if (!isTree(tree)) return [];
  const keys = Array.isArray(tree) ? tree.keys() : Object.keys(tree);
  return [...keys].flatMap((key) => [{ parent: tree, key }, ...places(tree[key])]);
}

/** Takes away, leaves open or scales one value. */
function mutate(tree: unknown, random: Random): void {
  const all = places(tree).filter(({ key }) => !["plumbline", "name"].includes(String(key)));
  const { parent, key } = all[Math.floor(random.next() * all.length)]!;
  const value = parent[key];
  const kind = Math.floor(random.next() * 4);
  if (kind === 0) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  } else if (kind === 1) parent[key] = random.next() < 0.5 ? "unknown" : "later: next year";
  else if (typeof value === "string")
    parent[key] = value.replace(/\d+/, (digits) => `${digits}${kind === 2 ? "00" : ""}`);
  else if (typeof value === "number") parent[key] = value * 100;
}

describe("a review of mutated examples", () => {
  it("never fails, and finds only places inside the file", () => {
    const random = seededRandom("mutations");
    let reviewed = 0;
    let found = 0;
    for (let i = 0; i < documents; i++) {
      const tree = structuredClone(trees[i % trees.length]);
      for (let count = 0; count < 5; count++) mutate(tree, random);
      const text = stringify(tree);
      const { document } = parseDesign(text);
      if (!document) continue;
      reviewed++;
      const lines = text.split("\n").length;
      const { findings, praise } = reviewDesign(document, { rules, today: "2027-01-01" });
      found += findings.length;
      for (const { place } of [...findings, ...praise]) {
        expect(place.line).toBeGreaterThanOrEqual(1);
        expect(place.endLine ?? place.line).toBeLessThanOrEqual(lines);
        expect(place.endLine ?? place.line).toBeGreaterThanOrEqual(place.line!);
      }
    }
    expect(reviewed).toBeGreaterThan(documents / 3);
    expect(found).toBeGreaterThan(3);
  });
});

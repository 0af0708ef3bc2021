import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDesign } from "../design/parse.ts";
import { reviewDesign } from "./review.ts";
import type { Rule } from "./rule.ts";
import { rules as list } from "./rules/index.ts";

const root = join(import.meta.dirname, "../..");
const files = globSync("examples/*/*.design.yaml", { cwd: root }).sort();
const arithmetic = (list as readonly Rule[]).filter(({ kind }) => kind === "arithmetic");

describe("numbers that agree", () => {
  it("are held against more than thirty rules, in sixteen examples or more", () => {
    expect(arithmetic.length).toBeGreaterThan(30);
    expect(files.length).toBeGreaterThanOrEqual(16);
  });

  it.each(files)("are not reported: %s", (file) => {
    const { document } = parseDesign(readFileSync(join(root, file), "utf8"), file);
    const { findings, accepted } = reviewDesign(document!, { rules: arithmetic });
    expect(findings.map(({ rule, found }) => `${rule}: ${found}`)).toEqual([]);
    expect(accepted).toEqual([]);
  });
});

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDesign } from "../design/parse.ts";
import type { Finding } from "./finding.ts";
import { reviewDesign } from "./review.ts";
import { defaultBase, ruleStages, type Rule } from "./rule.ts";
import { rules as list } from "./rules/index.ts";

const rules: readonly Rule[] = list;
const root = join(import.meta.dirname, "../..");

const texts = new Map<string, string>();
function soundText(base = defaultBase): string {
  const known = texts.get(base);
  if (known !== undefined) return known;
  const text = readFileSync(join(root, `examples/${base}/${base}.design.yaml`), "utf8");
  texts.set(base, text);
  return text;
}

function findings(text: string, among: readonly Rule[]): readonly Finding[] {
  const { document, problems } = parseDesign(text);
  if (!document) throw problems[0]!;
  return reviewDesign(document, { rules: among }).findings;
}

const known = new Map<string, readonly Finding[]>();
/** All findings of a base or a broken document, worked out once. */
function allFindings(text: string): readonly Finding[] {
  const before = known.get(text);
  if (before) return before;
  const all = findings(text, rules);
  known.set(text, all);
  return all;
}

const key = ({ rule, place }: Finding): string => `${rule} ${place.path}`;
const isSentence = (text: string): boolean => /^[A-Z"`\d].*[.?!]$/s.test(text) && text.split(" ").length >= 5;

describe.each(rules.map((rule) => [rule.id, rule] as const))("rule %s", (_, rule) => {
  it("fires on the document that its `bad` breaks", () => {
    const found = findings(rule.bad(soundText(rule.base)), [rule]);
    expect(found.length).toBeGreaterThan(0);
  });

  it("is silent on the sound document", () => {
    expect(findings(soundText(rule.base), [rule]).map(({ found }) => found)).toEqual([]);
  });

  it("is missed when it is taken away: no other rule reports a new finding at the same place", () => {
    const before = new Set(allFindings(soundText(rule.base)).map(key));
    const fresh = allFindings(rule.bad(soundText(rule.base))).filter((one) => !before.has(key(one)));
    const own = fresh.filter((one) => one.rule === rule.id).map(({ place }) => place.path);
    const others = fresh.filter((one) => one.rule !== rule.id);
    expect(own.length).toBeGreaterThan(0);
    expect(own.some((path) => others.every(({ place }) => place.path !== path))).toBe(true);
  });

  it("finds places inside the document, and says what was found and what clears it", () => {
    const text = rule.bad(soundText(rule.base));
    const lines = text.split("\n").length;
    for (const { place, found, consequence, clears, working } of findings(text, [rule])) {
      expect(place.line).toBeGreaterThanOrEqual(1);
      expect(place.endLine ?? place.line).toBeLessThanOrEqual(lines);
      expect(found).toMatch(/^[A-Z`\d].*\.$/s);
      expect(consequence).toMatch(/\.$/);
      expect(clears).toMatch(/^[a-z`].*[^.]$/s);
      if (rule.kind === "arithmetic") expect(working?.inputs.length).toBeGreaterThan(0);
    }
  });

  it("says why, from where, and a question, in sentences", () => {
    expect(isSentence(rule.why), rule.why).toBe(true);
    expect(rule.asks, rule.asks).toMatch(/^[A-Z"`\d].*[?.]$/s);
    expect(rule.source).toMatch(/\d{4}/);
    expect(ruleStages).toContain(rule.stage);
  });
});

describe("the rules", () => {
  it("have the names of their files, each once", () => {
    const files = globSync("*.ts", { cwd: join(import.meta.dirname, "rules") }).filter((file) => file !== "index.ts");
    expect(rules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.length).toBeGreaterThanOrEqual(6);
  });
});

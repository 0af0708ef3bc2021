import { globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cardRules, flawed, reportCard } from "./card.ts";
import { soundDocuments } from "./sound-documents.ts";

const card = reportCard();
const filesIn = (folder: string): string[] => globSync("*", { cwd: join(import.meta.dirname, folder) }).sort();

describe("the labelled documents", () => {
  it("are at least 30 flawed ones, 12 of them written as a whole, and 10 sound ones, half of them no examples", () => {
    const whole = flawed.filter(({ base }) => base === undefined);
    expect(flawed.length).toBeGreaterThanOrEqual(30);
    expect(whole.length).toBeGreaterThanOrEqual(12);
    expect(soundDocuments.length).toBeGreaterThanOrEqual(10);
    expect(soundDocuments.filter(({ file }) => file.startsWith("examples/")).length).toBeLessThanOrEqual(5);
    expect(filesIn("flawed")).toEqual(whole.map(({ file }) => file).sort());
    expect(filesIn("sound")).toEqual(
      soundDocuments.flatMap(({ file }) => (file.startsWith("examples/") ? [] : [file])).sort(),
    );
  });

  it("name only rules that exist, and say how each flaw was put in", () => {
    const known = new Set(cardRules.map(({ id }) => id));
    for (const { file, flaws, silent = [] } of flawed) {
      const named = [...Object.keys(flaws), ...silent];
      expect(
        named.filter((id) => !known.has(id)),
        file,
      ).toEqual([]);
      expect(
        Object.values(flaws).every((words) => words.length > 1),
        file,
      ).toBe(true);
    }
  });

  it("are in Markdown and in YAML, with traps in both", () => {
    for (const end of [".md", ".yaml"]) {
      expect(flawed.filter(({ file }) => file.endsWith(end)).length).toBeGreaterThanOrEqual(8);
      expect(flawed.filter(({ file, trap }) => file.endsWith(end) && trap).length).toBeGreaterThanOrEqual(4);
    }
  });
});

describe("review of the labelled documents", () => {
  it("finds at least 95 of 100 labelled flaws, of every kind", () => {
    for (const { name, labelled, seen } of [...card.byKind, card.all])
      expect(seen / labelled, name).toBeGreaterThanOrEqual(0.95);
  });

  it("blames a sound document at most every second time", () => {
    expect(card.falsePerSound).toBeLessThanOrEqual(0.5);
  });

  it("is not fooled into a finding that does not apply", () => {
    expect(
      card.marked.filter(({ fooled }) => fooled.length > 0).map(({ document, fooled }) => [document.file, fooled]),
    ).toEqual([]);
    expect(flawed.flatMap(({ silent = [] }) => silent).length).toBeGreaterThan(20);
  });

  it("would show a rule that is lost", () => {
    const lost = "no-monitoring";
    const { byRule, all } = reportCard(cardRules.filter(({ id }) => id !== lost));
    expect(byRule.find(({ name }) => name === lost)).toMatchObject({ seen: 0 });
    expect(all.seen).toBeLessThan(card.all.seen);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claims } from "../src/design/claims.ts";
import { lensNamed } from "../src/design/lenses.ts";
import { parseDesign } from "../src/design/parse.ts";
import { plainDesign, type Plain } from "../src/design/plain.ts";
import { lensNames } from "../src/design/schema/design.ts";
import { readUnsettled } from "../src/design/unsettled.ts";
import { documentBlocks, documentPage, markdownOf, type Block, type ShownVerdict } from "../src/documents/index.ts";
import { readExamples } from "./examples/read-designs.ts";

const examples = readExamples();
const blocksOf = (
  text: string,
  lens: (typeof lensNames)[number],
  verdicts?: ReadonlyMap<string, ShownVerdict>,
): Block[] => {
  const { document, problems } = parseDesign(text, "a.design.yaml");
  if (!document) throw problems[0]!;
  return documentBlocks(document, { lens: lensNamed(lens), claims: claims(document), ...(verdicts && { verdicts }) });
};

/** Every text and number of a design, as a reader would have to find it. */
function leaves(value: Plain, key = ""): string[] {
  if (key === "plumbline" || key === "name" || key === "lens") return [];
  if (Array.isArray(value)) return value.flatMap((one: Plain) => leaves(one));
  if (typeof value === "object") return Object.entries(value).flatMap(([inner, one]) => leaves(one, inner));
  const open = readUnsettled(value);
  if (open?.kind === "none") return [open.because];
  if (open?.kind === "later") return [open.when];
  if (typeof value === "boolean") return [value ? "yes" : "no"];
  return [
    String(value)
      .replace(/^>=\s*/, "≥\u00a0")
      .replace(/^<=\s*/, "≤\u00a0"),
  ];
}

const wordsOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => {
      if (block.kind === "heading") return [block.text];
      if (block.kind === "paragraph") return [block.spans.map(({ text }) => text).join("")];
      if (block.kind === "list") return block.items.map((spans) => spans.map(({ text }) => text).join(""));
      return block.kind === "table" ? block.rows.flat().map((spans) => spans.map(({ text }) => text).join("")) : [];
    })
    .join("\n");

describe.each(examples.map(({ name, text }) => [name, text] as const))("the document of %s", (_, text) => {
  it.each(lensNames)("says through %s everything that the design says, and leaves no section empty", (lens) => {
    const blocks = blocksOf(text, lens);
    const words = wordsOf(blocks);
    const { document } = parseDesign(text);
    const said = leaves(plainDesign(document!.design) as Plain).filter((leaf) => leaf !== "yes" && leaf !== "no");
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((leaf) => !words.includes(leaf))).toEqual([]);
    expect(words).not.toContain("not written yet");
    expect(blocks.filter(({ kind }) => kind === "heading").length).toBeGreaterThan(lensNamed(lens).sections.length);
  });

  it.each(lensNames)("has through %s the sections of the lens, in its order", (lens) => {
    const titles = blocksOf(text, lens).flatMap((block) =>
      block.kind === "heading" && block.level === 2 ? [block.text] : [],
    );
    expect(titles).toEqual([...lensNamed(lens).sections.map(({ title }) => title), "What this design promises"]);
  });
});

const hostile = `plumbline: 1
name: x
title: "<script>alert(1)</script> | # [link](http://a.b)"
requirements:
  problem: unknown
  objective: "*bold* _under_ \`code\` <b>tag</b> and a | pipe"
  today: "later: after the pilot"
  worth: "none: a study"
serving: {deadline: 5ms, path: [{step: "a|b", p99: 3ms}]}
`;

describe("a document", () => {
  it("keeps the order of the format: small values, sentences, tables, each where its key stands", () => {
    const text = `plumbline: 1
name: x
serving: {mode: online, path: [{step: a}], deadline: 5ms, abuse: "Callers are known by a token that ends after a day."}
`;
    const words = wordsOf(blocksOf(text, "seven-stage"));
    const places = ["Mode. online", "Path", "Deadline. 5ms", "Abuse. Callers"].map((one) => words.indexOf(one));
    expect(places.every((at) => at > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("marks what is unknown, put off and decided against, and says what a missing section would hold", () => {
    const markdown = markdownOf(blocksOf(hostile, "seven-stage"));
    expect(markdown).toContain("**❓ unknown**");
    expect(markdown).toContain("_later:_ after the pilot");
    expect(markdown).toContain("_none:_ a study");
    expect(markdown).toContain("**❓ not written yet**");
    const page = documentPage(blocksOf(hostile, "seven-stage"));
    expect(page).toContain('<span class="unknown">unknown</span>');
  });

  it("lets no text of a design become markup", () => {
    const page = documentPage(blocksOf(hostile, "overview"));
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;b&gt;tag&lt;/b&gt;");
    const markdown = markdownOf(blocksOf(hostile, "overview"));
    expect(markdown).toContain("# \\<script>alert(1)\\</script> | # \\[link\\](http://a.b)");
    expect(markdown).toContain("\\*bold\\* \\_under\\_ \\`code\\` \\<b>tag\\</b> and a | pipe");
    expect(markdown).toContain("| a\\|b | 3ms |");
  });

  it("shows the latest verdict beside the value and in the list of promises", () => {
    const verdicts = new Map<string, ShownVerdict>([
      ["serving.deadline", { status: "broken", measured: "9 ms [8–10 ms]" }],
    ]);
    const markdown = markdownOf(blocksOf(hostile, "seven-stage", verdicts));
    expect(markdown).toContain("**Deadline.** 5ms ❌ **broken: 9 ms \\[8–10 ms\\]**");
    expect(markdown).toContain("2 claims: 1 broken, 0 inconclusive, 0 hold, 1 untested.");
    expect(markdown).toMatch(/\| 99 of 100 requests whose step hangs.* \| 9 \| ❌ \*\*broken\*\* 9 ms/);
  });

  it("never fails, whatever is left out of a design", () => {
    const whole = examples.find(({ name }) => name === "payment-fraud")!.text.split("\n");
    const keep = fc.array(fc.nat({ max: whole.length - 1 }), { maxLength: 40 });
    fc.assert(
      fc.property(keep, fc.constantFrom(...lensNames), (dropped, lens) => {
        const text = whole.filter((line, i) => !dropped.includes(i) || /^(plumbline|name):/.test(line)).join("\n");
        const { document } = parseDesign(text);
        if (!document) return;
        const blocks = documentBlocks(document, { lens: lensNamed(lens), claims: claims(document) });
        expect(documentPage(blocks)).toContain("</html>");
        expect(markdownOf(blocks)).not.toContain("undefined");
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDesign } from "../../design/parse.ts";
import { Problem } from "../../kit/problem.ts";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { importMarkdown, maximumImportCharacters } from "./index.ts";

const folder = join(import.meta.dirname, "fixtures");
const documents = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .map((file) => readFileSync(join(folder, file), "utf8"));
const read = (text: string) => importMarkdown(text, { file: "doc.md" });
const refusal = (text: string): string => problemOf(() => read(text)).code;

describe("what is refused before it is read", () => {
  it.each<[string, string, string]>([
    ["nothing", "", "import/empty"],
    ["blanks", " \n\t\n", "import/empty"],
    ["a picture", "\u0089PNG\r\n\u001a\n\0\0\0", "import/not-text"],
    ["more than a megabyte", "a ".repeat(maximumImportCharacters), "import/too-large"],
    ["a hundred thousand nested quotes", ">".repeat(100_000), "import/too-tangled"],
    ["ten thousand nested quotes", "> ".repeat(9_000), "import/too-deep"],
    ["a hundred thousand brackets on a line", "[".repeat(100_000), "import/too-tangled"],
    ["a hundred thousand brackets in lines", "[a]\n".repeat(100_000), "import/too-tangled"],
    ["nested lists", Array.from({ length: 200 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n"), "import/too-deep"],
    ["emphasis that never ends", "*a_ \n".repeat(20_000), "import/too-tangled"],
    ["a quote that goes on without its mark", `> a\n${"b\n".repeat(50_000)}`, "import/too-tangled"],
    ["a table of data", "1 2 3 4\n\n".repeat(5_000), "import/too-tangled"],
  ])("has %s", (_, text, code) => expect(refusal(text)).toBe(code));

  it("is named with its line", () => {
    const { at } = problemOf(() => read(`# A\n\n${"> ".repeat(9_000)}`));
    expect(at).toEqual({ file: "doc.md", line: 3 });
  });
});

const fragments = [
  "~~", "**", "_", "`", "```mermaid\nflowchart LR\n", "```\n", "| a | b |\n|---|---|\n| ", "\n\n", "\n- ", "> ", "<!--", "-->",
  "<del>", "[", "](", "&amp;", "\\", ": ", "TBD", "later", "5 %", "80 ms", "1.234,5 €", "10x in 2y", "p99 < ", "# ", "## Scale\n",
  "## Out of scope\n", "\t", "\u00a0", "\u2028", "\ud800", "😀", "{{", "---\n", "title: '", "none: x", "unknown", "true", "0x1F", "# c", "A --> B",
] as const; // prettier-ignore

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(40),
  put: fc.constantFrom(...fragments),
});

describe("a document changed at random", () => {
  it("never breaks the import, and never gives a design that cannot be read", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.array(mutation, { minLength: 1, maxLength: 8 }),
        (document, changes) => {
          const text = changes.reduce(changed, document);
          const result = imported(text);
          if (!result) return;
          expect(parseDesign(result.yaml).problems.map(({ found, at }) => `${at?.line}: ${found}`)).toEqual([]);
          for (const { range, text: recorded } of [
            ...result.placed,
            ...result.numbers,
            ...result.unplaced,
            ...result.setAside,
          ])
            expect(text.slice(range.start, range.end)).toBe(recorded);
          expect(result.numbers.every(({ path, why }) => (path === undefined) !== (why === undefined))).toBe(true);
        },
      ),
      { numRuns: 1000, seed: 20_261_125 },
    );
  }, 120_000);

  it("says of arbitrary text only what can be read", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const result = imported(text);
        if (result) expect(parseDesign(result.yaml).problems).toEqual([]);
      }),
      { numRuns: 300, seed: 7 },
    );
  }, 60_000);
});

const changed = (text: string, { at, cut, put }: { at: number; cut: number; put: string }): string => {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + put + text.slice(from + cut);
};

/** The import, or nothing where it is refused with a Problem; any other error fails the test. */
function imported(text: string): ReturnType<typeof importMarkdown> | undefined {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

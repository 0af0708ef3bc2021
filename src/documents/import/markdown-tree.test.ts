import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownTree, type MarkdownNode } from "./markdown-tree.ts";

const words = ({ type, value, children = [] }: MarkdownNode): string =>
  type === "break" ? "\n" : (value ?? children.map(words).join(""));
const kinds = (text: string): string[] => markdownTree(text).map(({ type }) => type);
const first = (text: string): MarkdownNode => markdownTree(text)[0]!;
const all = (nodes: readonly MarkdownNode[]): MarkdownNode[] =>
  nodes.flatMap((node) => [node, ...all(node.children ?? [])]);

// What each text means is said by the CommonMark 0.31 and GitHub Flavored Markdown specifications.
describe("markdownTree", () => {
  it("tells headings of both styles, with their depth and without their marks", () => {
    expect(first("## Data ##")).toMatchObject({ type: "heading", depth: 2 });
    expect(words(first("## Data ##"))).toBe("Data");
    expect(first("Data\n----")).toMatchObject({ type: "heading", depth: 2 });
  });

  it("joins lines of a paragraph, and takes away marks of quotes and blanks at their starts", () => {
    expect(words(first("one  \ntwo\n   three"))).toBe("one\ntwo\nthree");
    const quote = first("> one\n> two");
    expect(quote.type).toBe("blockquote");
    expect(words(quote)).toBe("one\ntwo");
  });

  it("reads escapes, entities by name and number, code and links as their words", () => {
    expect(words(first("p99 \\< 80&nbsp;ms, a &le; b, &#8804;, `x < 1`, [docs](http://a.b), <http://c.d>"))).toBe(
      "p99 < 80\u00a0ms, a ≤ b, ≤, x < 1, docs, http://c.d",
    );
  });

  it("leaves brackets that lead nowhere as they are, and follows those that do", () => {
    expect(words(first("see [this] and [that][x]"))).toBe("see [this] and [that][x]");
    expect(words(first("see [this] now\n\n[this]: http://a.b"))).toBe("see this now");
  });

  it("tells struck text and comments apart", () => {
    const types = all(markdownTree("we ~~monitor~~ <!-- hidden --> nothing")).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(["delete", "html"]));
  });

  it("keeps cells in their columns, empty ones included, whatever stands behind the last bar", () => {
    const rows = (text: string) => first(text).children!.map((row) => row.children!.map(words));
    const wanted = [
      ["a", "b", "c"],
      ["1", "", "3"],
    ];
    expect(rows("| a | b | c |\n|---|---|---|\n| 1 |  | 3 |")).toEqual(wanted);
    expect(rows("| a | b | c |  \n|---|---|---|  \n| 1 |  | 3 |  ")).toEqual(wanted);
    expect(rows("| a | b | c |\r\n|---|---|---|\r\n| 1 |  | 3 |\r\n")).toEqual(wanted);
  });

  it("reads tasks without their boxes, code with its language, and YAML only at the very start", () => {
    expect(words(first("- [x] done"))).toBe("done");
    expect(first("```mermaid\nflowchart\n```")).toMatchObject({ type: "code", lang: "mermaid", value: "flowchart" });
    expect(kinds("---\ntitle: a\n---\n\ntext")).toEqual(["yaml", "paragraph"]);
    expect(kinds("text\n\n---\ntitle: a\n---")).not.toContain("yaml");
  });

  it("says of every node a place inside the text, in order, and never throws", () => {
    const marks = fc.constantFrom(
      "#",
      " ",
      "\n",
      "*",
      "_",
      "`",
      "~",
      "|",
      "-",
      ">",
      "[",
      "]",
      "(",
      ")",
      "<",
      "&",
      "a",
      "1",
      "\r\n",
      "\\",
      "!",
      "é",
    );
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 80 }), (parts) => {
        const text = parts.join("");
        for (const { position } of all(markdownTree(text))) {
          const [start, end] = [position!.start.offset!, position!.end.offset!];
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { problemOf } from "../kit/testing/problem-of.ts";
import { editText, type Edit, type PlainValue } from "./edit.ts";
import { readYaml } from "./yaml-source.ts";

const lines = (...all: string[]): string => all.map((line) => `${line}\n`).join("");
const treeOf = (text: string): unknown => readYaml(text, "x.yaml").source!.value;

// prettier-ignore
const values: readonly PlainValue[] = [
  "yes", "null", "1.0", "~", "a: b", "a #b", " x", "x ", "", "- x", "*x", "&x", "!x", "#x", "a:", "<<", "\ttab", "\u2028", "x\r\ny", "'", '"', "\\",
  "unknown", "12:30", "é 漢 😀", "\n", "two\nlines", "end\n", "end\n\n", " \n x", "---", "...", "{", "[a]", "a,b", "%", "@", "`", "|", ">", "?", ":",
  "\ud800", "word ".repeat(60), 1e21, -0, 0.1, NaN, -Infinity, null, true, [], {}, [[]], { "": { "a: b": [] } }, [{ a: [{ b: "c\nd" }] }],
];

describe("a value that is set", () => {
  it.each<[string, string, Edit, string]>([
    ["keeps double quotes", 'a: "x" # c\n', { set: ["a"], to: ">= 1" }, 'a: ">= 1" # c\n'],
    ["keeps double quotes that it need not have", 'a: "x"\n', { set: ["a"], to: "y" }, 'a: "y"\n'],
    ["keeps single quotes", "a: 'x'\n", { set: ["a"], to: "it's" }, "a: 'it''s'\n"],
    ["loses quotes when it is a number", 'a: "1" # c\n', { set: ["a"], to: 2 }, "a: 2 # c\n"],
    ["gets quotes when it would be a number", "a: 1\n", { set: ["a"], to: "2" }, 'a: "2"\n'],
    ["keeps the column of a comment set apart", "a: abc   # c\n", { set: ["a"], to: "x" }, "a: x     # c\n"],
    [
      "stays on its line in braces",
      "a: {b: 1, c: 2} # c\n",
      { set: ["a", "b"], to: "x, y" },
      'a: {b: "x, y", c: 2} # c\n',
    ],
    ["takes the place of nothing", "a: # c\nb: 1\n", { set: ["a"], to: 5 }, "a: 5 # c\nb: 1\n"],
    ["takes the place of nothing in a list", "- # c\n- 1\n", { set: [0], to: 5 }, "- 5 # c\n- 1\n"],
    ["takes the place of nothing in braces", "{a, b: }\n", { set: ["a"], to: 5 }, "{a: 5, b: }\n"],
    ["stays folded", "a: >-\n  one\n  two\n\nb: 1\n", { set: ["a"], to: "three" }, "a: >-\n  three\n\nb: 1\n"],
    ["stays literal", "a: | # c\n  one\nb: 1\n", { set: ["a"], to: "x\n\ny" }, "a: |- # c\n  x\n\n  y\nb: 1\n"],
    ["leaves a block scalar", "a: | # c\n  one\n\n\nb: 1\n", { set: ["a"], to: true }, "a: true # c\n\n\nb: 1\n"],
    [
      "takes the place of several plain lines",
      "a: one\n  two # c\nb: 1\n",
      { set: ["a"], to: "x" },
      "a: x # c\nb: 1\n",
    ],
    ["takes the place of several quoted lines", 'a: "one\n\n  two"\n', { set: ["a"], to: "x" }, 'a: "x"\n'],
    [
      "takes the place of a block, whose comments stay",
      "a: # c\n  # own\n  b: 1 # t\nd: 1\n",
      { set: ["a"], to: 5 },
      "a: 5 # c\n  # own\nd: 1\n",
    ],
    [
      "takes the place of brackets over lines",
      "a: [\n  1, # t\n  # own\n  2\n] # end\n",
      { set: ["a"], to: 5 },
      "a: 5 # end\n  # own\n",
    ],
    ["takes the place of an alias alone", "a: &x 1\nb: *x\n", { set: ["b"], to: 2 }, "a: &x 1\nb: 2\n"],
    ["leaves an anchor that nobody uses", "a: &x 1\n", { set: ["a"], to: 2 }, "a: &x 2\n"],
    ["makes a block of what was a text", "a: x # c\n", { set: ["a"], to: { b: 1 } }, "a: # c\n  b: 1\n"],
    [
      "changes only what differs in a collection",
      "a:\n  b: 1 # b\n  c: [1, 2] # c\n",
      { set: ["a"], to: { b: 1, c: [1, 3] } },
      "a:\n  b: 1 # b\n  c: [1, 3] # c\n",
    ],
    ["is left as written when it is the same", "a: 0x10\n", { set: ["a"], to: 16 }, "a: 0x10\n"],
    ["goes behind an explicit key", "? a\n: b\n", { set: ["a"], to: "c" }, "? a\n: c\n"],
    [
      "keeps CRLF, the mark and the open end",
      "\uFEFFa: 1\r\nb: 2",
      { set: ["a"], to: "x\ny\n" },
      "\uFEFFa: |\r\n  x\r\n  y\r\nb: 2",
    ],
  ])("%s", (_, text, edit, expected) => expect(editText(text, [edit])).toBe(expected));

  it.each(values.map((value) => ({ value })))("comes back as the same value: $value", ({ value }) => {
    for (const text of [
      "a: 1\nb: 2\n",
      'a: "x"\nb: 2',
      "a: |\n  x\n  # y\nb: 2",
      "{a: 'x', b: 2}",
      "- a: >-\n    x\n  b: 2\n",
    ]) {
      const path = text.startsWith("-") ? [0, "a"] : ["a"];
      const after = treeOf(editText(text, [{ set: path, to: value }]));
      expect(after).toEqual(text.startsWith("-") ? [{ a: value, b: 2 }] : { a: value, b: 2 });
    }
  });
});

describe("a new key", () => {
  it.each<[string, string, Edit, string]>([
    [
      "goes behind the last, before what follows",
      "a:\n    b: 1\n\n# about c\nc: 1\n",
      { set: ["a", "d"], to: 2 },
      "a:\n    b: 1\n    d: 2\n\n# about c\nc: 1\n",
    ],
    [
      "goes behind comments that belong to the last",
      "a:\n  b: 1 # one\n       # more\nc: 1\n",
      { set: ["a", "d"], to: 2 },
      "a:\n  b: 1 # one\n       # more\n  d: 2\nc: 1\n",
    ],
    [
      "is not swallowed by a text that keeps its blank lines",
      "a: |+\n  x\n\n",
      { set: ["b"], to: 1 },
      "a: |+\n  x\n\nb: 1\n",
    ],
    [
      "is not put into a line of blanks that a text says",
      "a:\n b: |\n  x\n   \nc: 1\n",
      { set: ["a", "d"], to: 1 },
      "a:\n b: |\n  x\n   \n d: 1\nc: 1\n",
    ],
    ["stays in braces", "a: {b: 1} # c\n", { set: ["a", "c d"], to: [1] }, "a: {b: 1, c d: [1]} # c\n"],
    [
      "is quoted where its neighbours are",
      '{\n  "a": 1\n}\n',
      { set: ["b"], to: "x" },
      '{\n  "a": 1,\n  "b": "x"\n}\n',
    ],
    [
      "goes before the comment of its line in braces",
      "a: {\n  b: 1 # c\n}\n",
      { set: ["a", "d"], to: 2 },
      "a: {\n  b: 1, # c\n  d: 2\n}\n",
    ],
    ["gets braces where a pair had none", "[a: 1]\n", { set: [0, "b"], to: 2 }, "[{a: 1, b: 2}]\n"],
    ["opens empty braces", "a: {} # c\n", { set: ["a", "b"], to: 1 }, "a: # c\n  b: 1\n"],
    [
      "takes its missing parents with it",
      "a: 1\n",
      { set: ["b", "c", 0, "d"], to: "x" },
      "a: 1\n\nb:\n  c:\n    - {d: x}\n",
    ],
    ["takes the place of unknown", "a:\n  b: unknown # c\n", { set: ["a", "b", "c"], to: 1 }, "a:\n  b: {c: 1} # c\n"],
    ["starts an empty document", "", { set: ["name"], to: "x" }, "name: x\n"],
    ["starts a document of comments", "# a\n\n# b", { set: ["name"], to: "x" }, "# a\n\n# b\nname: x"],
    ["stands before the end of the document", "a: 1\n...\n", { set: ["b"], to: 1 }, "a: 1\nb: 1\n...\n"],
    ["is quoted when it must be", "a: 1\n", { set: ["x: y"], to: 1 }, 'a: 1\n"x: y": 1\n'],
  ])("%s", (_, text, edit, expected) => expect(editText(text, [edit])).toBe(expected));

  it("that is a stage stands where stages belong, set apart by a blank line", () => {
    const text = lines(
      "# head",
      "plumbline: 1",
      "name: x",
      "",
      "# what for",
      "metrics:",
      "  link: y",
      "",
      "serving:",
      "  mode: online",
    );
    const after = editText(text, [
      { set: ["data", "split"], to: { by: "time", test: "last 10%" } },
      { set: ["requirements", "problem"], to: "p" },
      { set: ["system"], to: "recommendation" },
    ]);
    expect(after).toBe(
      lines(
        "# head",
        "plumbline: 1",
        "name: x",
        "system: recommendation",
        "",
        "requirements:",
        "  problem: p",
        "",
        "# what for",
        "metrics:",
        "  link: y",
        "",
        "data:",
        "  split: {by: time, test: last 10%}",
        "",
        "serving:",
        "  mode: online",
      ),
    );
  });

  it("stands where a given order says, before the first with the comment above that", () => {
    const order = () => ["a", "b", "c"];
    expect(
      editText(
        "x:\n  # about c\n  c: 3\n  z: 4\n",
        [
          { set: ["x", "b"], to: 2 },
          { set: ["x", "a"], to: 1 },
        ],
        order,
      ),
    ).toBe("x:\n  a: 1\n  b: 2\n  # about c\n  c: 3\n  z: 4\n");
    expect(editText("- c: 3\n", [{ set: [0, "a"], to: 1 }], order)).toBe("- a: 1\n  c: 3\n");
    expect(editText("{c: 3}\n", [{ set: ["a"], to: 1 }], order)).toBe("{a: 1, c: 3}\n");
  });
});

describe("a new item", () => {
  it.each<[string, string, Edit, string]>([
    [
      "is written as its neighbours in lines",
      "a:\n- b: 1\n  c: 2\n# next\nd: 1\n",
      { add: ["a"], item: { b: 3 } },
      "a:\n- b: 1\n  c: 2\n- b: 3\n# next\nd: 1\n",
    ],
    [
      "is written as its neighbours in braces",
      "a:\n  - {b: 1} # c\n",
      { add: ["a"], item: { b: [1, 2] } },
      "a:\n  - {b: 1} # c\n  - {b: [1, 2]}\n",
    ],
    ["stays in brackets", "a: [x, y] # c\n", { add: ["a"], item: "z" }, "a: [x, y, z] # c\n"],
    ["keeps a comma at the end", "a: [\n  x, # c\n]\n", { add: ["a"], item: "z" }, "a: [\n  x, # c\n  z,\n]\n"],
    ["makes its list", "a:\n  b: 1\n", { add: ["a", "c"], item: "z" }, "a:\n  b: 1\n  c: [z]\n"],
    ["goes to the place behind the last", "- 1\n", { set: [1], to: 2 }, "- 1\n- 2\n"],
  ])("%s", (_, text, edit, expected) => expect(editText(text, [edit])).toBe(expected));
});

describe("what is removed", () => {
  it.each<[string, string, Edit, string]>([
    [
      "goes with its lines; comments on lines of their own stay",
      "a: 1\n# about b\nb: # t\n  # in b\n  c: 1\n\nd: 1\n",
      { remove: ["b"] },
      "a: 1\n# about b\n  # in b\n\nd: 1\n",
    ],
    ["lets the next key move up to the dash", "- a: 1 # t\n  b: 2\n", { remove: [0, "a"] }, "- b: 2\n"],
    [
      "leaves a dash alone where a comment follows",
      "- a: 1\n  # own\n  b: 2\n",
      { remove: [0, "a"] },
      "-\n  # own\n  b: 2\n",
    ],
    ["leaves empty braces", "a:\n  # own\n  b: 1\nc: 1\n", { remove: ["a", "b"] }, "a: {}\n  # own\nc: 1\n"],
    ["leaves empty brackets", "a:\n  - 1\n", { remove: ["a", 0] }, "a: []\n"],
    ["goes from the start of braces", "{a: 1, b: 2} # c\n", { remove: ["a"] }, "{b: 2} # c\n"],
    ["goes from the end of brackets", "[1, 2, ]\n", { remove: [1] }, "[1, ]\n"],
    [
      "goes with its line in brackets",
      "[\n  1, # one\n  # own\n  2, # two\n  3\n]\n",
      { remove: [1] },
      "[\n  1, # one\n  # own\n  3\n]\n",
    ],
    ["leaves the end of the text open", "a: 1\nb: 2", { remove: ["b"] }, "a: 1"],
    [
      "does not give its comment to a text above",
      "a: |\n  x\nb: 1\n    # more\nc: 1\n",
      { remove: ["b"] },
      "a: |\n  x\n# more\nc: 1\n",
    ],
    [
      "does not give blank lines to a text that keeps them",
      "a: |+\n  x\nb: 1\n\nc: 1\n",
      { remove: ["b"] },
      "a: |+\n  x\nc: 1\n",
    ],
  ])("%s", (_, text, edit, expected) => expect(editText(text, [edit])).toBe(expected));
});

describe("an edit that is refused", () => {
  it.each<[string, string, Edit, string, string]>([
    [
      "a key that is not there",
      "data:\n  splt: 1\n",
      { remove: ["data", "split"] },
      "design/no-such-path 2:3",
      "`splt`",
    ],
    ["an item that is not there", "a: [1]\n", { set: ["a", 3], to: 1 }, "design/no-such-path 1:4", "from 0 to 0"],
    [
      "something inside of a single value",
      "a: 5\n",
      { set: ["a", "b"], to: 1 },
      "design/no-such-path 1:4",
      "set the value itself",
    ],
    [
      "an addition to what is no list",
      "a: {b: 1}\n",
      { add: ["a"], item: 1 },
      "design/no-such-path 1:4",
      "a list first",
    ],
    ["the whole document", "a: 1\n", { remove: [] }, "design/no-such-path undefined:undefined", "name the key"],
    [
      "what an alias repeats",
      "a: &x {b: 1}\nc: *x\n",
      { set: ["a", "b"], to: 2 },
      "design/shared-by-alias 2:4",
      "`*x`",
    ],
    ["what an alias inside repeats", "a: {b: &x 1}\nc: *x\n", { remove: ["a"] }, "design/shared-by-alias 2:4", "`*x`"],
    [
      "something inside of an alias",
      "a: &x {b: 1}\nc: *x\n",
      { remove: ["c", "b"] },
      "design/shared-by-alias 2:4",
      "`*x`",
    ],
    ["a control character", "a: 1\n", { set: ["a"], to: "\u0007" }, "design/edit-refused 1:4", "control characters"],
    ["a document that cannot be read", "a: [\n", { set: ["a"], to: 1 }, "design/not-yaml 2:1", ""],
  ])("names its place and what to do: %s", (_, text, edit, at, fix) => {
    const problem = problemOf(() => editText(text, [edit]));
    expect(`${problem.code} ${problem.at?.line}:${problem.at?.column}`).toBe(at);
    expect(problem.fix).toContain(fix);
  });
});

describe("the grocery example", () => {
  const text = readFileSync(join(import.meta.dirname, "../../examples/grocery/grocery.design.yaml"), "utf8");

  it("differs in one line for each of three edits, and comes back when they are undone", () => {
    const there: Edit[] = [
      { set: ["metrics", "offline", 0, "target"], to: ">= 0.25" },
      { set: ["data", "sources", 0, "time"], to: "paid_at" },
      { add: ["serving", "path"], item: { step: "log", p99: "1ms" } },
    ];
    const after = editText(text, there);
    expect(after.split("\n").filter((line) => !text.split("\n").includes(line))).toEqual([
      '    - {metric: ndcg@10, target: ">= 0.25", beats: popularity, by: 20% relative}',
      "      time: paid_at                                              # when it happened",
      "    - {step: log, p99: 1ms}",
    ]);
    const back: Edit[] = [
      { set: ["metrics", "offline", 0, "target"], to: ">= 0.20" },
      { set: ["data", "sources", 0, "time"], to: "transaction_timestamp" },
      { remove: ["serving", "path", 4] },
    ];
    expect(editText(after, back)).toBe(text);
  });
});

import { describe, expect, it } from "vitest";
import { parseDesign } from "./parse.ts";
import { maximumDesignCharacters, readYaml } from "./yaml-source.ts";

const head = "plumbline: 1\nname: x\n";
const refused = (text: string) => parseDesign(text).problems.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`);
const words = (text: string) => parseDesign(text).problems.map(({ found }) => found);

describe("YAML that is not well-formed", () => {
  it.each([
    ["a tab", `${head}data:\n\tsources: []\n`, "4:1", "indented with a tab"],
    ["a wrong indent", `${head}data:\n   sources: []\n  labels: []\n`, "5:1", "same column"],
    ["two documents", `${head}---\na: 1\n`, "3:1", "more than one document"],
    ["an open bracket", `${head}data: {sources: [\n`, "4:1", "sufficiently indented"],
    ["an open quote", `${head}data: "abc\n`, "4:1", "Missing closing"],
    ["a key twice", `${head}name: y\n`, "3:1", "`name` stands here for the second time; the first is in line 2"],
    ["a key twice, deep", `${head}data:\n  split: {by: time, by: time}\n`, "4:21", "the first is in line 4"],
    ["a list as a key", `${head}? [a, b]\n: c\n`, "3:3", "A key is not a text"],
    ["a tag", `${head}notes: !!binary aGVsbG8=\n`, "3:8", "Tags"],
    ["an older YAML's set", `%YAML 1.1\n---\n${head}data: !!set {a, b}\n`, "5:7", "Tags"],
  ])("is refused with its place: %s", (_, text, at, why) => {
    expect(refused(text)[0]).toBe(`design/not-yaml ${at}`);
    expect(words(text)[0]).toContain(why);
  });
});

describe("hostile YAML", () => {
  const bomb = [..."bcdefghi"].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`);
  it.each([
    ["aliases of aliases", `${head}a: &a [${"x,".repeat(9)}]\n${bomb.join("\n")}`, "design/not-yaml 4:8"],
    ["an alias inside of itself", `${head}data: &a {x: *a}\n`, "design/not-yaml 3:14"],
    ["an alias of nothing", `${head}data: *x\n`, "design/not-yaml 3:7"],
    ["too many aliases", `${head}notes: &n a\na: [${"*n,".repeat(101)}]\n`, "design/not-yaml 4:305"],
    ["99,000 brackets", `${head}a: ${"[".repeat(99_000)}`, "design/not-yaml 3:64"],
    ["20,000 braces", `${head}a: ${"{a: ".repeat(20_000)}`, "design/not-yaml 3:244"],
    ["40,000 dashes", `${head}${"- ".repeat(40_000)}`, "design/not-yaml 3:1"],
    ["40,000 question marks", `${head}${"? ".repeat(40_000)}`, "design/not-yaml 3:1"],
    [
      "an indent for every line",
      Array.from({ length: 400 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
      "design/not-yaml 151:1",
    ],
    ["a raw control character", `${head}# \u0007\n`, "design/not-yaml 3:3"],
    ["a control character as an escape", `${head}notes: "a\\e[31mb"\n`, "design/not-yaml 3:8"],
    ["a zero byte as an escape", `${head}notes: "a\\0b"\n`, "design/not-yaml 3:8"],
    ["a lone carriage return", `${head}notes: a\rserving: b\n`, "design/not-yaml 3:9"],
  ])("is refused with its place: %s", (_, text, first) => {
    expect(refused(text)[0]).toBe(first);
  });

  it("is refused where it is ten times larger than a design may be", () => {
    expect(refused(head + "x".repeat(10_000_000))).toEqual(["design/too-large undefined:undefined"]);
    expect(refused(`${head}notes: ${"x".repeat(maximumDesignCharacters)}`)[0]).toContain("design/too-large");
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("gets nothing from the key `%s`", (key) => {
    expect(refused(`${head}${key}: {polluted: 1}\n`)).toEqual(["design/unknown-key 3:1"]);
    expect(refused(`${head}${key}: unknown\n`)).toEqual(["design/unknown-key 3:1"]);
    expect(refused(`${head}data: {sources: [{name: a, ${key}: {b: c}}]}\n`)).toEqual(["design/unknown-key 3:28"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it.each([
    ["many spaces in a quantity", `requirements: {constraints: {budget: '8 $${" ".repeat(50_000)}x'}}`],
    ["many parentheses in a filter", `data: {labels: [{name: a, from: b, positive: '${"(".repeat(50_000)}'}]}`],
    ["`not not not …`", `data: {labels: [{name: a, from: b, positive: '${"not ".repeat(20_000)}'}]}`],
    ["many words in a feature", `features: [{name: a, entity: e, is: 'count where ${"a by ".repeat(15_000)}!'}]`],
    ["a long metric", `metrics: {offline: [{metric: '${"a".repeat(50_000)} p'}]}`],
    ["thousands of wrong items", `features: [${"1,".repeat(40_000)}]`],
  ])("is one mistake of many, whose words are short: %s", (_, line) => {
    const { problems } = parseDesign(`${head}${line}\n`);
    expect(problems.length).toBeGreaterThan(0);
    for (const { found, fix, at } of problems) {
      expect(at?.line).toBe(3);
      expect(found.length + fix.length).toBeLessThan(600);
    }
  });

  it("does not count the brackets of prose, comments and quotes", () => {
    const text = `${head}# ${"[".repeat(500)}\nnotes: "${"[{".repeat(500)}"\n`;
    expect(parseDesign(text).problems).toEqual([]);
  });
});

describe("the place of a path", () => {
  it("is that of its value, or of its nearest parent that exists", () => {
    const { source } = readYaml("a:\n  b: [x, {c: d}]\n", "f.yaml");
    expect(source!.placeOf(["a", "b", 1, "c"])).toEqual({ file: "f.yaml", line: 2, column: 14, path: "a.b[1].c" });
    expect(source!.placeOf(["a", "b", 1, "none"])).toMatchObject({ line: 2, column: 10 });
    expect(source!.placeOfKey(["a", "b"])).toMatchObject({ line: 2, column: 3 });
  });
});

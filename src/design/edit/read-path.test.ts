import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemOf } from "../../kit/testing/problem-of.ts";
import { pathText, type Path } from "../unsettled.ts";
import { readPath } from "./read-path.ts";

const tree = {
  data: { sources: [{ name: "transactions", volume: "20/s" }, { name: "kind" }] },
  metrics: { guardrails: [{ metric: "latency p99" }, { metric: "errorRate" }, { metric: "errorRate" }] },
  serving: { path: [{ step: "rank" }, { step: "2" }] },
  outOfScope: ["search", "odd]name"],
};

describe("the text of a path", () => {
  it.each<[string, Path]>([
    ["", []],
    ["data", ["data"]],
    ["metrics.offline[0].target", ["metrics", "offline", 0, "target"]],
    ["[0][1].a b", [0, 1, "a b"]],
    ['entities["a.b"].c', ["entities", "a.b", "c"]],
  ])("is read without a document: `%s`", (text, path) => expect(readPath(text)).toEqual(path));

  it("is read back from every path", () => {
    const part = fc.oneof(
      fc.nat({ max: 999 }),
      fc.string({ unit: "binary" }),
      fc.constantFrom("a.b", "[0]", '"', "\\", "", "7"),
    );
    fc.assert(
      fc.property(fc.array(part), (path) => {
        expect(readPath(pathText(path))).toEqual(path);
      }),
      { seed: 5 },
    );
  });

  it.each<[string, Path]>([
    ["data.sources[transactions].volume", ["data", "sources", 0, "volume"]],
    ["data.sources[kind]", ["data", "sources", 1]],
    ["metrics.guardrails[latency p99].target", ["metrics", "guardrails", 0, "target"]],
    ['serving.path["2"]', ["serving", "path", 1]],
    ["outOfScope[search]", ["outOfScope", 0]],
    ['outOfScope["odd]name"]', ["outOfScope", 1]],
    ["data[sources][0]", ["data", "sources", 0]],
  ])("may call items by their names: `%s`", (text, path) => expect(readPath(text, tree)).toEqual(path));

  it.each([
    ["a..b", "design/malformed-path", "`..b` at character 2", "dots between"],
    [".a", "design/malformed-path", "character 1", "dots between"],
    ["a.", "design/malformed-path", "character 2", "dots between"],
    ["a[0", "design/malformed-path", "`[0` at character 2", "in brackets"],
    ["a[]", "design/malformed-path", "character 2", "in brackets"],
    ['a["\\x"]', "design/malformed-path", "character 2", "in brackets"],
    ["a[0]b", "design/malformed-path", "character 5", "dots between"],
    ["a[name]", "design/malformed-path", "no list to look it up in", "number of the item"],
    [
      "metrics.guardrails[errorRate]",
      "design/malformed-path",
      "2 items",
      "`metrics.guardrails[1]`, `metrics.guardrails[2]`",
    ],
    ["data.sources[transaction]", "design/no-such-path", "`data.sources`", "`[transactions]`"],
    ["data.sources[zzz]", "design/no-such-path", "`zzz`", "`[kind]`"],
  ])("is refused where it is malformed or fits nothing: `%s`", (text, code, found, fix) => {
    const problem = problemOf(() => readPath(text, text.startsWith("a") ? undefined : tree));
    expect(problem).toMatchObject({ code });
    expect(problem.found).toContain(found);
    expect(problem.fix).toContain(fix);
  });
});

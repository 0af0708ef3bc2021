import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "../kit/problem.ts";
import { parseDesign } from "./parse.ts";

const example = readFileSync(join(import.meta.dirname, "../../examples/grocery/grocery.design.yaml"), "utf8");

/** Lines 1 and 2 of every small document here; what is tested starts in line 3. */
const document = (...lines: string[]): string => ["plumbline: 1", "name: x", ...lines, ""].join("\n");

/** What a person sees of each problem: its line and column, and its words. */
const seen = (text: string) =>
  parseDesign(text, "x.yaml").problems.map(({ code, found, fix, at }) => ({
    code,
    at: `${at?.line}:${at?.column}`,
    words: `${found} → ${fix}`,
  }));

describe("a mistake in a design", () => {
  it.each<[string, string, string, string, string]>([
    // A key, near what was meant, at every depth.
    ["sevring: {}", "design/unknown-key", "3:1", "`sevring` is not a key of the document", "`serving`"],
    ["serving: {deadlin: 5ms}", "design/unknown-key", "3:11", "of `serving`", "`deadline`"],
    ["data: {sources: [{name: a, freshnes: 1m}]}", "design/unknown-key", "3:28", "data.sources[0]", "`freshness`"],
    ["metrics: {decisions: [{chose: a, becaus: b}]}", "design/unknown-key", "3:34", "decisions[0]", "`because`"],
    ["monitoring: {retrain: [{evry: 1d}]}", "design/unknown-key", "3:25", "retrain[0]", "`every`"],
    ["monitoring: {retrain: [{onn: drift}]}", "design/unknown-key", "3:25", "retrain[0]", "`on`"],
    ["monitoring: {retrain: [{every: 1d, on: x}]}", "design/unknown-key", "3:36", "beside", "item of its own"],
    ["model: {rerank: [{kind: explore, policy: epsilon-slot, shar: 5%}]}", "design/unknown-key", "3:56", "", "`share`"],
    ["serving: {deadlin: unknown}", "design/unknown-key", "3:11", "of `serving`", "`deadline`"],
    ["featurs: {later: once we have data}", "design/unknown-key", "3:1", "of the document", "`features`"],
    ["serving: {zzz: 1}", "design/unknown-key", "3:11", "of `serving`", "use one of `mode`, `path`"],
    // A word, near what was meant.
    ["data: {sources: [{name: a, kind: evnts}]}", "design/wrong-value", "3:34", "`events`, `table`", "`events`"],
    ["model: {rerank: [{kind: explor}]}", "design/wrong-value", "3:25", '"explor"', "`explore`"],
    ["stage: production-ready", "design/wrong-value", "3:8", "`concept`, `prototype`", "write one of"],
    // Another type.
    ["serving: [a]", "design/wrong-value", "3:10", "a group of keys is expected", "{key: value}"],
    ["features: {a: b}", "design/wrong-value", "3:11", "a list is expected", "[a, b]"],
    ["features: [{name: a, entity: 5}]", "design/wrong-value", "3:30", "a text or a list", "a text or a list"],
    ["features: [{name: a, entity: [b, 5]}]", "design/wrong-value", "3:34", "a text is expected", "quote"],
    ["requirements: {problem: 5}", "design/wrong-value", "3:25", "a text is expected", "quote"],
    ["serving: {deadline: [80ms]}", "design/wrong-value", "3:21", '["80ms"]', "`80ms`"],
    ["requirements: {scale: {users: .nan}}", "design/wrong-value", "3:31", "`NaN`", "`53k`"],
    ["requirements: {scale: {users: .inf}}", "design/wrong-value", "3:31", "`Infinity`", "`53k`"],
    ["requirements:", "design/wrong-value", "3:14", "Found nothing", "`unknown`"],
    ["data: {sources: [{kind: events}]}", "design/wrong-value", "3:18", "`name` is missing from", "add `name:`"],
    ["model: {retrieve: [{kind: unknown}]}", "design/wrong-value", "3:27", "cannot be left open", "`als`"],
    // Units.
    ["serving: {deadline: 80}", "quantity/wrong-unit", "3:21", "has no unit", "`80ms`"],
    ["serving: {deadline: 80 milliseconds}", "quantity/malformed", "3:21", "a duration", "`80ms`"],
    ["serving: {deadline: 600/s}", "quantity/wrong-unit", "3:21", "is a rate", "`80ms`"],
    [
      "requirements: {constraints: {deadline: by May, or later than that}}",
      "design/unknown-key",
      "3:48",
      "stands where a key is expected",
      "quote the text",
    ],
    ["requirements: {scale: {requests: {peak: 200}}}", "quantity/wrong-unit", "3:41", "a rate such as", "`200/s`"],
    ["requirements: {scale: {growth: 10x}}", "quantity/malformed", "3:32", "a growth", "`10x in 2y`"],
    // Percentages of nothing, missing and senseless comparisons.
    [
      "metrics: {offline: [{metric: ndcg@10, target: '>= 5% relative'}]}",
      "quantity/wrong-unit",
      "3:47",
      "percentage of nothing",
      "`beats: popularity`",
    ],
    [
      "metrics: {offline: [{metric: ndcg@10, by: 5%}]}",
      "quantity/wrong-unit",
      "3:43",
      "percentage of nothing",
      "`beats: popularity`",
    ],
    [
      "serving: {cache: {what: a, hits: 5% relative}}",
      "quantity/out-of-range",
      "3:34",
      "percentage of nothing",
      "leave",
    ],
    ["metrics: {offline: [{metric: ndcg@10, target: 0.2}]}", "design/wrong-value", "3:47", "`0.2`", "`<= 5%`"],
    ["metrics: {offline: [{metric: ndcg@10, target: '0.2'}]}", "quantity/malformed", "3:47", "which side", "`>= 0.2`"],
    [
      "metrics: {guardrails: [{metric: latency p99, target: '<= 5%'}]}",
      "quantity/wrong-unit",
      "3:54",
      "a duration",
      "`<= 80ms`",
    ],
    [
      "metrics: {guardrails: [{metric: latency p99, target: '>= 80ms'}]}",
      "design/wrong-value",
      "3:54",
      "less is better",
      "`<= 80ms`",
    ],
    [
      "metrics: {offline: [{metric: ndcg@10, target: '>= 12'}]}",
      "quantity/out-of-range",
      "3:47",
      "out of reach",
      "`>= 12%`",
    ],
    [
      "monitoring: {drift: [{of: scores, test: psi, alarm: '< 0.2'}]}",
      "design/wrong-value",
      "3:53",
      "while nothing drifts",
      "`> 0.2`",
    ],
    // Ranges.
    ["serving: {deadline: -5ms}", "quantity/out-of-range", "3:21", "negative", "minus"],
    ["requirements: {scale: {requests: {peak: 0/s}}}", "quantity/out-of-range", "3:41", "nothing at all", "`unknown`"],
    ["requirements: {scale: {users: 1.5}}", "quantity/out-of-range", "3:31", "whole number", "`1500`"],
    ["serving: {cache: {what: a, hits: 130%}}", "quantity/out-of-range", "3:34", "more than everything", "100%"],
    ["serving: {cache: {what: a, hits: 30}}", "quantity/out-of-range", "3:34", "more than everything", "`30%`"],
    ["monitoring: {experiment: {unit: a, power: 100%}}", "quantity/out-of-range", "3:43", "leaves nothing", "below"],
    // Names.
    ["data: {sources: [{name: a}, {name: a}]}", "design/duplicate-name", "3:36", "in line 3", "its own name"],
    [
      "data: {sources: [{name: ratings}], labels: [{name: l, from: ratngs}]}",
      "design/unknown-reference",
      "3:61",
      "no source `ratngs`",
      "`ratings`",
    ],
    [
      "{data: {sources: [{name: s, entities: {reader: r}}]}, features: [{name: f, entity: [reader, raeder]}]}",
      "design/unknown-reference",
      "3:93",
      "no entity `raeder`",
      "`reader`",
    ],
    [
      "{model: {retrieve: [{kind: als}]}, features: [{name: f, entity: e, is: score of asl}]}",
      "design/unknown-reference",
      "3:72",
      "no retriever `asl`",
      "`als`",
    ],
    ["features: [{name: f, entity: e, is: cuont where a > 0}]", "design/malformed-feature", "3:37", "", "`count where"],
    [
      "data: {labels: [{name: l, from: s, positive: a >}]}",
      "predicate/malformed",
      "3:46",
      "found the end",
      "comparisons",
    ],
    ["data: {split: {by: time, test: last 100%}}", "design/malformed-split", "3:32", "leaves nothing", "`last 10%`"],
    ["data: {sources: [{name: a, known: a +}]}", "design/malformed-known", "3:35", "does not say", "received_at"],
  ])("in `%s` is a %s at %s, with what was found and meant", (line, code, at, found, meant) => {
    // Two of them need two stages, so that they are written as one flow mapping with the head inside.
    const text = line.startsWith("{") ? `\n\n{plumbline: 1, name: x, ${line.slice(1)}\n` : document(line);
    const shift = line.startsWith("{") ? "plumbline: 1, name: x, ".length : 0;
    const [row, column] = at.split(":").map(Number);
    const problems = seen(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, at: `${row}:${column! + shift}` });
    expect(problems[0]!.words).toContain(found);
    expect(problems[0]!.words.split(" → ")[1]).toContain(meant);
  });

  it.each([
    ["", "The file is empty."],
    ["# nothing yet\n", "The file is empty."],
    ["- a\n- b\n", "not a mapping"],
    ["just words", "not a mapping"],
    ["name: x\n", "which format"],
  ])("%j is not a design", (text, words) => {
    expect(seen(text)).toEqual([
      { code: "design/not-a-design", at: "1:1", words: expect.stringContaining(words) as string },
    ]);
  });

  it("says which format it reads, and that `plumblin` is nearly right", () => {
    expect(seen("name: x\nplumbline: 2\n")[0]).toMatchObject({ code: "design/not-a-design", at: "2:12" });
    expect(seen("name: x\nplumbline: 2\n")[0]!.words).toContain("format 2");
    expect(seen("plumblin: 1\n")[0]!.words).toContain("instead of `plumblin`");
  });

  it("is reported together with all others, in the order of the lines", () => {
    const text = document(
      "serving: {deadlin: 5ms, deadline: -5ms}",
      "metrics: {guardrails: [{metric: latency p99, target: <= 5%, att: peak}]}",
      "data: {sources: [{name: a, kind: evnts}, {name: a}], labels: [{name: q, from: b}]}",
      "moniotring: unknown",
    );
    expect(seen(text).map(({ at, code }) => `${at} ${code}`)).toEqual([
      "3:11 design/unknown-key",
      "3:35 quantity/out-of-range",
      "4:54 quantity/wrong-unit",
      "4:61 design/unknown-key",
      "5:34 design/wrong-value",
      "5:49 design/duplicate-name",
      "5:79 design/unknown-reference",
      "6:1 design/unknown-key",
    ]);
  });

  it("is listed up to a hundred times, and then the list says that it ends", () => {
    const many = Array.from({ length: 300 }, (_, i) => `k${i}: 1`);
    const problems = seen(document(...many));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)!.code).toBe("design/too-many-mistakes");
  });

  it("stands in the same line and column in a file with CRLF or a byte order mark", () => {
    const text = document("serving:", "  deadlin: 5ms");
    const [plain] = seen(text);
    expect(plain!.at).toBe("4:3");
    expect(seen(text.replaceAll("\n", "\r\n"))).toEqual([plain]);
    expect(seen(`\uFEFF${text}`)).toEqual([plain]);
    expect(seen("\uFEFFserving: 1")[0]!.at).toBe("1:1");
  });
});

describe("a garbled example", () => {
  const lines = example.split("\n");
  const at = fc.nat({ max: lines.length - 1 });
  const mutation = fc.oneof(
    fc.record({ kind: fc.constant("delete" as const), at }),
    fc.record({ kind: fc.constant("double" as const), at }),
    fc.record({ kind: fc.constant("garble" as const), at, position: fc.nat(), text: fc.string({ maxLength: 4 }) }),
    fc.record({ kind: fc.constant("swap" as const), at, with: at }),
    fc.record({ kind: fc.constant("cut" as const), at, position: fc.nat() }),
  );
  type Mutation = typeof mutation extends fc.Arbitrary<infer One> ? One : never;

  function mutate(before: readonly string[], one: Mutation): string[] {
    const after = [...before];
    const i = Math.min(one.at, after.length - 1);
    const line = after[i] ?? "";
    if (one.kind === "delete") after.splice(i, 1);
    if (one.kind === "double") after.splice(i, 0, line);
    if (one.kind === "cut") after[i] = line.slice(0, one.position % (line.length + 1));
    if (one.kind === "garble") {
      const position = one.position % (line.length + 1);
      after[i] = line.slice(0, position) + one.text + line.slice(position + 1);
    }
    if (one.kind === "swap") {
      const valueOf = (text: string | undefined) => /:\s+(.*)$/.exec(text ?? "")?.[1] ?? "";
      after[i] = line.replace(/:\s+.*$/, () => `: ${valueOf(before[one.with])}`);
    }
    return after;
  }

  it("is a document, or problems whose lines lie inside the file, and never a thrown error", () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        const text = mutations.reduce(mutate, lines).join("\n");
        const { document: read, problems } = parseDesign(text, "x.yaml");
        expect(read === undefined).toBe(problems.length > 0);
        for (const problem of problems) {
          expect(problem).toBeInstanceOf(Problem);
          expect(problem.at?.line).toBeGreaterThanOrEqual(1);
          expect(problem.at?.line).toBeLessThanOrEqual(text.split("\n").length);
          expect(problem.fix).not.toBe("");
        }
      }),
      { numRuns: 150 },
    );
  });

  it("is read without a problem before it is garbled", () => {
    expect(parseDesign(example).problems).toEqual([]);
  });
});

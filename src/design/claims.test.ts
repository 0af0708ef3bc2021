import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claims, type Claim } from "./claims.ts";
import { parseDesign } from "./parse.ts";
import { stages } from "./schema/design.ts";

const example = readFileSync(join(import.meta.dirname, "../../examples/grocery/grocery.design.yaml"), "utf8");

function claimsOf(text: string): Claim[] {
  const { document, problems } = parseDesign(text, "x.yaml");
  expect(problems).toEqual([]);
  return claims(document!);
}

/** Every scalar of a tree with its path, as `a.b[0].c`. */
function scalars(node: unknown, path = ""): [string, unknown][] {
  if (Array.isArray(node)) return node.flatMap((item, i) => scalars(item, `${path}[${i}]`));
  if (node === null || typeof node !== "object") return [[path, node]];
  return Object.entries(node).flatMap(([key, value]) => scalars(value, path === "" ? key : `${path}.${key}`));
}

/** Numbers that say how something is computed or what is the case: used as written, and never false. */
const definitions = [
  /^plumbline$/,
  /^requirements\.(problem|decision|whyMl)$/,
  /^requirements\.constraints\.team\./,
  /^metrics\.\w+\[\d\]\.(metric|baseline)$/,
  /^data\.labels\[/,
  /^data\.split\./,
  /^features\[\d+\]\.(name|is|over)$/,
  /^model\.(baseline|retrieve|rank|train\.on|decisions)/,
  /^monitoring\.decay\.metric$/,
  /^monitoring\.experiment\.(split|significance)$/,
  /^monitoring\.feedback\.joinLabelsAfter$/,
];
/** Numbers that are parts of a larger promise. */
const partOf: Readonly<Record<string, string>> = {
  "serving.rollout.shadow": "serving.rollout",
  "serving.rollout.canary[0]": "serving.rollout",
  "serving.rollout.canary[1]": "serving.rollout",
  "serving.rollout.canary[2]": "serving.rollout",
  "monitoring.retrain[0].every": "monitoring.retrain[0]",
};

describe("the claims of the example", () => {
  const all = claimsOf(example);

  it("hold every number that is a promise once; a drift alarm twice, because it must sound and be silent", () => {
    const numbers = scalars(parse(example)).filter(([, value]) => /\d/.test(String(value)));
    const promised = numbers.filter(([path]) => !definitions.some((pattern) => pattern.test(path)));
    expect(promised.length).toBeGreaterThan(40);
    const places = all.map(({ path }) => path);
    for (const [path] of promised) {
      const expected = path.startsWith("monitoring.drift[") ? 2 : 1;
      expect(
        places.filter((place) => place === (partOf[path] ?? path)),
        path,
      ).toHaveLength(expected);
    }
  });

  it("claim no number that only says how something is computed", () => {
    const scalarPaths = new Set(scalars(parse(example)).map(([path]) => path));
    const defined = all.filter(({ path }) => scalarPaths.has(path) && definitions.some((one) => one.test(path)));
    expect(defined.map(({ id }) => id)).toEqual([]);
  });

  it("have ids of their own, and the stage in which they stand", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ stage, path }) => !path.startsWith(stage))).toEqual([]);
    expect([...new Set(all.map(({ stage }) => stage))]).toEqual([...stages]);
  });

  it("stand where the document states them, word for word", () => {
    const lines = example.split("\n");
    const tree = new Map(scalars(parse(example)));
    const stated = all.filter(({ path }) => tree.has(path));
    expect(stated.length).toBeGreaterThan(40);
    for (const { id, stated: words, place } of stated) {
      const text = lines[place.line! - 1]!.slice(place.column! - 1).replace(/^["']/, "");
      expect(text.startsWith(words), `${id}: ${text}`).toBe(true);
    }
  });

  it("keep their ids and numbers, and move with their lines, when lines are inserted above", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 3 }), (count, blank) => {
        const above = "# a comment\n".repeat(count) + "\n".repeat(blank);
        const moved = claimsOf(above + example);
        expect(moved.map(({ id, target, path }) => ({ id, target, path }))).toEqual(
          all.map(({ id, target, path }) => ({ id, target, path })),
        );
        expect(moved.map(({ place }) => place.line! - count - blank)).toEqual(all.map(({ place }) => place.line));
      }),
      { numRuns: 10 },
    );
  });

  it("keep their ids when another source, feature or metric is put before theirs", () => {
    const more = example
      .replace("  sources:\n", "  sources:\n    - {name: more, freshness: 1h}\n")
      .replace("features:\n", "features:\n  - {name: more_feature, entity: product, from: more, freshness: 1h}\n")
      .replace("  offline:\n", '  offline:\n    - {metric: map@10, target: ">= 0.1"}\n');
    const ids = claimsOf(more).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(all.map(({ id }) => id)));
    expect(ids).toHaveLength(all.length + 3);
  });
});

describe("claims", () => {
  it("are none where a design has no numbers", () => {
    expect(claimsOf("plumbline: 1\nname: x\nrequirements: {problem: They see the same list.}\n")).toEqual([]);
    expect(claimsOf("plumbline: 1\nname: x\nmetrics: unknown\nserving: {later: soon}\n")).toEqual([]);
  });

  it("carry durations in milliseconds as they were written", () => {
    const path = [1, 15, 35, 57, 80, 1001].map((millis) => `{step: s${millis}, p99: ${millis}ms}`).join(", ");
    const values = claimsOf(`plumbline: 1\nname: x\nserving: {path: [${path}]}\n`).map(({ target }) => target?.value);
    expect(values).toEqual([1, 15, 35, 57, 80, 1001]);
  });

  it("about the same thing get ids of their own", () => {
    const text = 'plumbline: 1\nname: x\ndata: {sources: [{name: a, checks: ["b", "b", "b#2", "b"]}]}\n';
    const ids = claimsOf(text).map(({ id }) => id);
    expect(ids).toEqual(["source.a.check.b", "source.a.check.b#2", "source.a.check.b#2#2", "source.a.check.b#3"]);
  });
});

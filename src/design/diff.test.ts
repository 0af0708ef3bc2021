import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimKinds, claims } from "./claims.ts";
import { compareDesigns } from "./diff.ts";
import { restsOn } from "./diff/rests-on.ts";
import { parseDesign } from "./parse.ts";

const grocery = readFileSync(join(import.meta.dirname, "../../examples/grocery/grocery.design.yaml"), "utf8");

function documentOf(text: string) {
  const { document, problems } = parseDesign(text, "a.design.yaml");
  if (!document) throw problems[0]!;
  return document;
}
const changed = (edit: (text: string) => string) => {
  const after = edit(grocery);
  expect(after).not.toBe(grocery);
  return compareDesigns(documentOf(grocery), documentOf(after));
};

describe("compareDesigns", () => {
  it("finds nothing where only words, comments or the order of keys differ", () => {
    const diff = changed((text) =>
      text
        .replace("freshness: 1m", "freshness: 60s")
        .replace("deadline: 400ms", "deadline: 0.4s   # the same")
        .replace("{kind: popularity, over: 30d}", "{over: 30d, kind: popularity}"),
    );
    expect(diff).toMatchObject({ changes: [], claims: [], invalidated: [] });
    expect(diff.untouched).toBe(claims(documentOf(grocery)).length);
  });

  it("names a changed target with its claim, and leaves every other verdict alone", () => {
    const diff = changed((text) => text.replace('target: "<= 80ms"', 'target: "<= 60ms"'));
    expect(diff.changes).toEqual([
      { kind: "changed", path: "metrics.guardrails[latency p99 peak].target", before: "<= 80ms", after: "<= 60ms" },
    ]);
    expect(diff.claims.map(({ kind, id }) => [kind, id])).toEqual([["changed", "guardrail.latency.p99.peak"]]);
    expect(diff.invalidated).toEqual([]);
  });

  it("voids what rests on the model when the model changes, and nothing else", () => {
    const diff = changed((text) => text.replace("trees: 120", "trees: 300"));
    const ids = diff.invalidated.map(({ claim }) => claim.id);
    expect(ids).toEqual(
      expect.arrayContaining(["offline.ndcg@10", "guardrail.latency.p99.peak", "drift.scores.psi.silent"]),
    );
    expect(ids.filter((id) => id.startsWith("source."))).toEqual([]);
    expect(diff.untouched + ids.length).toBe(claims(documentOf(grocery)).length);
  });

  it("tells items by their names: one that is added, one that is gone, another order", () => {
    const diff = changed((text) =>
      text
        .replace("    - {kind: popularity, over: 30d, take: 100}\n", "")
        .replace(
          "  - {name: product_last_value,",
          "  - {name: product_price, entity: product, from: products, is: value of price}\n  - {name: product_last_value,",
        ),
    );
    expect(diff.changes.map(({ kind, path }) => [kind, path])).toEqual([
      ["added", "features[product_price]"],
      ["removed", "model.retrieve[popularity]"],
    ]);
    const swapped = changed((text) => text.replace(/( {4}- \{step: retrieve.*\n)( {4}- \{step: features.*\n)/, "$2$1"));
    expect(swapped.changes).toMatchObject([{ kind: "reordered", path: "serving.path" }]);
  });

  it("sees a value put off, decided against and settled", () => {
    const later = changed((text) => text.replace("deadline: 400ms", "deadline: 'later: after the load test'"));
    expect(later.changes).toEqual([
      { kind: "changed", path: "serving.deadline", before: "400ms", after: "later: after the load test" },
    ]);
    expect(later.claims).toMatchObject([{ kind: "removed", id: "serving.deadline" }]);
  });

  it("voids nothing for a change of prose", () => {
    const diff = changed((text) => text.replace("over: a two-tower network", "over: a network"));
    expect(diff.changes).toHaveLength(1);
    expect(diff.invalidated).toEqual([]);
  });

  it("knows for every kind of claim what its measurement rests on", () => {
    expect(Object.keys(restsOn).sort()).toEqual([...claimKinds].sort());
  });
});

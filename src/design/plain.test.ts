import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { parseDesign } from "./parse.ts";
import { partsOf, plainDesign } from "./plain.ts";
import { pathText } from "./unsettled.ts";

const grocery = readFileSync(join(import.meta.dirname, "../../examples/grocery/grocery.design.yaml"), "utf8");
const designOf = (text: string) => {
  const { document, problems } = parseDesign(text);
  if (!document) throw problems[0]!;
  return document.design;
};
const plain = (text: string) => plainDesign(designOf(text));
const head = "plumbline: 1\nname: x\n";

describe("plainDesign", () => {
  it("gives a document's own words back: the grocery example, quantities as texts, one or more as lists", () => {
    const written = parse(grocery) as Record<string, Record<string, unknown>>;
    const features = (written["features"] as unknown as { entity: unknown }[]).map((feature) => ({
      ...feature,
      entity: [feature.entity].flat(),
    }));
    const serving = { ...written["serving"], fallback: ["popularity"] };
    const { scale, ...rest } = written["requirements"] as { scale: object };
    const requirements = { ...rest, scale: { ...scale, users: "1500", items: "1000" } };
    expect(plainDesign(designOf(grocery))).toEqual({ ...written, requirements, features, serving });
  });

  it("puts what is open back in its place, list items included", () => {
    const text = `${head}serving: {mode: unknown, cache: "none: it is fast enough", path: [later: x, step: rank, unknown]}\nfeatures: unknown\n`;
    expect(plain(text)).toMatchObject({
      serving: { mode: "unknown", cache: "none: it is fast enough", path: ["later: x", { step: "rank" }, "unknown"] },
      features: "unknown",
    });
  });

  it("is read again as the same design", () => {
    const again = designOf(JSON.stringify(plainDesign(designOf(grocery))));
    expect(again).toEqual(designOf(grocery));
  });

  it("writes filters as a person would", () => {
    expect(plain(`${head}data: {labels: [{name: a, positive: "x>1 and y='b'"}]}`)).toMatchObject({
      data: { labels: [{ positive: "x > 1 and y = 'b'" }] },
    });
  });
});

describe("partsOf", () => {
  it("takes a path text apart that pathText put together", () => {
    for (const path of [["a"], ["a", 0], ["a", "b", 12, "c", 0]]) expect(partsOf(pathText(path))).toEqual(path);
  });
});

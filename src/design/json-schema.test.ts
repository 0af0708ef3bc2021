import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { designJsonSchema } from "./json-schema.ts";
import { parseDesign } from "./parse.ts";

const root = join(import.meta.dirname, "../..");
const example = readFileSync(join(root, "examples/grocery/grocery.design.yaml"), "utf8");

type Validate = (value: unknown) => boolean;
interface Ajv {
  compile(schema: object): Validate;
}
const hasAjv = existsSync(join(root, "node_modules/ajv/package.json"));

/** The validator that another dependency brings along; it need not be there. */
function validator(): Validate {
  const { default: Validator } = createRequire(import.meta.url)("ajv") as { default: new (options: object) => Ajv };
  return new Validator({ strict: true, allowUnionTypes: true }).compile(designJsonSchema());
}

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null;

/** Every key that a document may have, as a path with `[]` for items, and its description. */
function described(node: Json, path = ""): [string, string | undefined][] {
  const inner = ["anyOf", "oneOf"].flatMap((key) => (node[key] ?? []) as Json[]);
  const keys = Object.entries(isJson(node["properties"]) ? node["properties"] : {}) as [string, Json][];
  return [
    ...keys.flatMap(([key, value]): [string, string | undefined][] => {
      const own = value["const"] === undefined ? [value["description"] as string | undefined] : [];
      return [
        ...own.map((text): [string, string | undefined] => [`${path}.${key}`, text]),
        ...described(value, `${path}.${key}`),
      ];
    }),
    ...inner.flatMap((one) => described(one, path)),
    ...(isJson(node["items"]) ? described(node["items"], `${path}[]`) : []),
    ...(isJson(node["additionalProperties"]) ? described(node["additionalProperties"], `${path}{}`) : []),
  ];
}

describe("the published schema", () => {
  it("describes every key, in a sentence that ends like one", () => {
    const keys = described(designJsonSchema());
    expect(keys.length).toBeGreaterThan(300);
    expect(keys.filter(([, text]) => !text || !/[.]$/.test(text)).map(([path]) => path)).toEqual([]);
  });

  it("shows examples of quantities", () => {
    const text = JSON.stringify(designJsonSchema());
    for (const words of ['"80ms"', '"<= 80ms"', '"count where quantity > 0"', "Requests per second"])
      expect(text).toContain(words);
  });

  it("is named in the first line of the example, by a path that leads to it", () => {
    const path = /^# yaml-language-server: \$schema=(\S+)\n/.exec(example)?.[1];
    expect(join(root, "examples/grocery", path!)).toBe(join(root, "schema/design.schema.json"));
    expect(JSON.parse(readFileSync(join(root, "schema/design.schema.json"), "utf8"))).toEqual(designJsonSchema());
  });

  it.skipIf(!hasAjv)("accepts the example, and agrees with the reader about keys, types and open values", () => {
    const validate = validator();
    expect(validate(parse(example))).toBe(true);
    const head = { plumbline: 1, name: "x" };
    const cases: [object, boolean][] = [
      [{}, true],
      [{ plumbline: 2 }, false],
      [{ sevring: {} }, false],
      [{ serving: { deadlin: "5ms" } }, false],
      [{ serving: { deadline: "5ms" } }, true],
      [{ serving: { deadline: ["5ms"] } }, false],
      [{ serving: { mode: "onlin" } }, false],
      [{ serving: "unknown" }, true],
      [{ serving: "none" }, false],
      [{ serving: "later: after the prototype" }, true],
      [{ serving: { none: "" } }, false],
      [{ serving: { cache: { later: "when p99 breaks" } } }, true],
      [{ serving: { path: [{ later: "x" }, { step: "rank" }] } }, true],
      [{ model: { retrieve: [{ kind: "unknown" }] } }, false],
      [{ model: { rerank: [{ kind: "explore", policy: "epsilon-slot", shar: "5%" }] } }, false],
      [{ monitoring: { retrain: [{ every: "1d" }, { on: "drift" }] } }, true],
      [{ monitoring: { retrain: [{ evry: "1d" }] } }, false],
      [{ data: { sources: [{ name: "a", entities: { reader: "unknown" } }] } }, true],
      [{ features: [{ name: "f", entity: ["a", "b"], is: "unknown" }] }, true],
    ];
    for (const [part, legal] of cases) {
      const design = { ...head, ...part };
      expect(validate(design), JSON.stringify(part)).toBe(legal);
      expect(parseDesign(JSON.stringify(design)).problems.length === 0, JSON.stringify(part)).toBe(legal);
    }
  });
});

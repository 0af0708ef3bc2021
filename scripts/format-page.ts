import { designJsonSchema } from "../src/design/json-schema.ts";

interface Json {
  readonly [key: string]: unknown;
}

/** `docs/format.md`: every key of the format, with what it takes and what it means; made from the schema that reads designs. */
export function formatPage(): string {
  const { properties } = designJsonSchema() as { properties: Record<string, Json> };
  const isGroup = (schema: Json): boolean => keysOf(schema).length > 0 || itemsOf(schema) !== undefined;
  const groups = Object.entries(properties).filter(([, schema]) => isGroup(schema));
  const single = Object.entries(properties).filter(([, schema]) => !isGroup(schema));
  return [
    "# The format of a design",
    "",
    "<!-- Written by scripts/generate.ts from src/design/schema: do not edit. -->",
    "",
    "One YAML file, `*.design.yaml`, or a TypeScript file that default-exports `defineDesign({…})`; both give the same value.",
    "Only `plumbline` and `name` must be there. Quantities are written the way people say them: `80ms`, `600/s`, `53k`, `5%`,",
    "`>= 0.30`, `8k $/month`, `0.25 $ per label`, `10x in 2y`. Wherever a key may be left out, and for every item of a list,",
    "`unknown`, `none: why` and `later: when` may stand in its place. Editors complete and explain all of it when the first",
    "line is `# yaml-language-server: $schema=` and the path of [`schema/design.schema.json`](../schema/design.schema.json).",
    "",
    "In the tables, `[]` stands for an item of a list.",
    "",
    ...table(single.flatMap(([key, schema]) => rowsOf(key, schema))),
    ...groups.flatMap(([key, schema]) => [
      `## ${key}`,
      "",
      String(schema["description"] ?? ""),
      "",
      ...table(innerRows("", schema)),
    ]),
  ].join("\n");
}

const table = (rows: readonly string[]): string[] => ["| key | takes | means |", "|---|---|---|", ...rows, ""];

/** The alternatives that a value may take, what is left open aside. */
function alternatives(schema: Json): Json[] {
  const any = (schema["anyOf"] ?? schema["oneOf"]) as Json[] | undefined;
  return any ? any.filter((one) => one["$ref"] === undefined).flatMap(alternatives) : [schema];
}

function keysOf(schema: Json): [string, Json][] {
  const entries = alternatives(schema).flatMap((one) =>
    Object.entries((one["properties"] ?? {}) as Record<string, Json>),
  );
  const byKey = Map.groupBy(entries, ([key]) => key);
  return [...byKey].map(([key, found]) => [key, merged(found.map(([, inner]) => inner))]);
}

/** The word that tells alternatives apart takes any of their words. */
function merged(schemas: readonly Json[]): Json {
  const words = schemas.map((one) => one["const"]);
  if (schemas.length === 1 || words.includes(undefined)) return schemas[0]!;
  return { enum: words, description: "Which of the kinds; the other keys depend on it." };
}

const itemsOf = (schema: Json): Json | undefined =>
  alternatives(schema)
    .map((one) => one["items"] as Json | undefined)
    .find((items) => items !== undefined);

function innerRows(path: string, schema: Json): string[] {
  const items = itemsOf(schema);
  const own = keysOf(schema).filter(([key]) => path === "" || !["notes", "decisions"].includes(key));
  return [
    ...own.flatMap(([key, inner]) => rowsOf(path === "" ? key : `${path}.${key}`, inner)),
    ...(items ? innerRows(path === "" ? "[]" : `${path}[]`, items) : []),
  ];
}

function rowsOf(path: string, schema: Json): string[] {
  const row = `| \`${path}\` | ${takes(schema)} | ${escaped(String(schema["description"] ?? ""))} |`;
  return [row, ...innerRows(path, schema)];
}

function takes(schema: Json): string {
  const examples = (schema["examples"] ??
    alternatives(schema).flatMap((one) => (one["examples"] ?? []) as unknown[])) as unknown[];
  const words = [...new Set(alternatives(schema).flatMap(typeWords))].join(" or ");
  return examples.length > 0
    ? `${examples
        .slice(0, 3)
        .map((one) => code(one))
        .join(", ")}`
    : words;
}

function typeWords(schema: Json): string[] {
  if (Array.isArray(schema["enum"])) return [schema["enum"].map(code).join(", ")];
  if (schema["const"] !== undefined) return [code(schema["const"])];
  const type = String(schema["type"] ?? "");
  const named: Readonly<Record<string, string>> = {
    string: "words",
    integer: "a whole number",
    number: "a number",
    boolean: "`true` or `false`",
    array: itemsOf(schema) && keysOf(itemsOf(schema)!).length > 0 ? "a list of groups" : "a list",
    object: schema["properties"] ? "keys" : "names and values",
  };
  return [named[type] ?? type];
}

const code = (value: unknown): string => `\`${escaped(String(value))}\``;
const escaped = (text: string): string => text.replaceAll("|", "\\|");

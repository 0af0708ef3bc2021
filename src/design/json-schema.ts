import { z } from "zod";
import { designSchema } from "./schema/design.ts";

type Json = Record<string, unknown>;

/** What may stand in place of an optional value, or of an item of a list. */
const open = {
  title: "left open",
  description: "`unknown` (not known yet), `none: reason` (decided against) or `later: when` (put off on purpose).",
  anyOf: [
    { const: "unknown" },
    { type: "string", pattern: "^(none|later):\\s+\\S" },
    ...["none", "later"].map((key) => ({
      type: "object",
      properties: { [key]: { type: "string", pattern: "\\S" } },
      required: [key],
      additionalProperties: false,
    })),
  ],
};
const openReference = { $ref: "#/definitions/open" };

/**
 * The format as JSON Schema (draft 7), for editors and other programs; made from the schema that reads designs. It says
 * which keys and which types of value there are. Units, names that must exist and numbers out of range are left to
 * `parseDesign`, because JSON Schema has no words for them.
 */
export function designJsonSchema(): Json {
  const schema = z.toJSONSchema(designSchema, { io: "input", target: "draft-7", unrepresentable: "throw" }) as Json;
  return {
    $schema: schema["$schema"],
    title: "Plumbline design",
    ...opened(schema),
    definitions: { open },
  };
}

/** The same schema with every optional value and every item of a list allowed to be open. */
function opened(schema: Json): Json {
  const { properties, items, anyOf, oneOf, additionalProperties, ...rest } = schema;
  const required = (schema["required"] ?? []) as readonly string[];
  return {
    ...rest,
    ...(isSchema(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => {
          const inner = opened(value as Json);
          return [key, required.includes(key) ? inner : orOpen(inner)];
        }),
      ),
    }),
    ...(isSchema(items) && { items: orOpen(opened(items)) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: isSchema(additionalProperties)
        ? orOpen(opened(additionalProperties))
        : additionalProperties,
    }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map((one) => opened(one as Json)) }),
    ...(Array.isArray(oneOf) && { oneOf: oneOf.map((one) => opened(one as Json)) }),
  };
}

/** Description and examples stay outside, where editors look for them. */
function orOpen({ description, examples, ...schema }: Json): Json {
  return {
    ...(description !== undefined && { description }),
    ...(examples !== undefined && { examples }),
    anyOf: [schema, openReference],
  };
}

const isSchema = (value: unknown): value is Json => typeof value === "object" && value !== null;

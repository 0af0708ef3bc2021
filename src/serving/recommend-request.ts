import type { Problem } from "../kit/problem.ts";
import type { RecommendRequest, RequestKeys } from "./http-contract.ts";
import { missingKey, unknownKey, wrongValue } from "./request-problems.ts";

const KEY_LENGTH = 256;

/** JSON Schema of the body of `POST /v1/recommend`. */
export function recommendSchema(keys: RequestKeys) {
  const entity = { type: "string", minLength: 1, maxLength: KEY_LENGTH };
  return {
    type: "object",
    required: [...keys.entities],
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(keys.entities.map((name) => [name, entity])),
      count: { type: "integer", minimum: 1, maximum: keys.maxCount },
      explain: { type: "boolean" },
      ...keys.extras,
    },
  };
}

export function toRecommendRequest(body: Readonly<Record<string, unknown>>, keys: RequestKeys): RecommendRequest {
  const entities: Record<string, string> = {};
  for (const name of keys.entities) entities[name] = body[name] as string;
  const extras: Record<string, unknown> = {};
  for (const name in keys.extras) if (body[name] !== undefined) extras[name] = body[name];
  return {
    entities,
    count: (body["count"] as number | undefined) ?? keys.defaultCount,
    explain: (body["explain"] as boolean | undefined) ?? false,
    extras,
  };
}

/** A finding of the JSON Schema validator (Ajv's words). */
export interface SchemaFinding {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** The same finding in our words, with what was found and what was probably meant. */
export function schemaProblem(finding: SchemaFinding, body: unknown, keys: RequestKeys): Problem {
  const { keyword, params } = finding;
  const parts = finding.instancePath.split("/").slice(1).map(unescapePointer);
  const path = parts.join(".");
  const below = (key: unknown) => [...parts, String(key)].join(".");
  if (keyword === "required") return missingKey(below(params["missingProperty"]));
  if (keyword === "additionalProperties") {
    const key = String(params["additionalProperty"]);
    return unknownKey(below(key), key, parts.length === 0 ? Object.keys(recommendSchema(keys).properties) : []);
  }
  const value = parts.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], body);
  return wrongValue(path, value, wanted(path, value, finding, keys));
}

function wanted(path: string, value: unknown, { params, message }: SchemaFinding, keys: RequestKeys): string {
  if (path === "") return `an object with ${keys.entities.map((name) => `\`${name}\``).join(", ")}`;
  if (path === "count") return `a whole number from 1 to ${keys.maxCount}`;
  if (path === "explain") return "true or false, without quotes";
  if (!keys.entities.includes(path)) return `what ${message ?? `fits ${JSON.stringify(params)}`}`;
  if (typeof value === "number") return `the key as a text, in quotes: "${value}"`;
  return `a key as a text of 1 to ${KEY_LENGTH} characters`;
}

const unescapePointer = (part: string): string => part.replaceAll("~1", "/").replaceAll("~0", "~");

import { z } from "zod";
import type { Path } from "./unsettled.ts";

/** Keys that the schema allows at a path; empty where the path leads to no group of keys. */
export function allowedKeys(schema: z.ZodType, path: Path): string[] {
  return [
    ...new Set(schemasAt(schema, path).flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []))),
  ];
}

/** Keys without which the group at a path cannot stand; empty where the path leads to no group of keys. */
export function requiredKeys(schema: z.ZodType, path: Path): string[] {
  const group = schemasAt(schema, path).find((one) => one instanceof z.ZodObject);
  const shape = (group?.shape ?? {}) as Readonly<Record<string, z.ZodType>>;
  return Object.keys(shape).filter((key) => !shape[key]!.safeParse(undefined).success);
}

/** Whether a key may stand at a path; true as well where the path leads nowhere, which is a mistake of its own. */
export function acceptsKey(schema: z.ZodType, path: Path, key: string): boolean {
  const groups = schemasAt(schema, path).filter((one) => one instanceof z.ZodObject || one instanceof z.ZodRecord);
  return groups.length === 0 || groups.some((one) => one instanceof z.ZodRecord || Object.hasOwn(one.shape, key));
}

/** Words of which one must stand at a path; empty where anything else may. */
export function allowedWords(schema: z.ZodType, path: Path): string[] {
  const reached = schemasAt(schema, path);
  const words = reached.flatMap((one) => {
    if (one instanceof z.ZodEnum) return one.options.map(String);
    return one instanceof z.ZodLiteral ? [...one.values].map(String) : [];
  });
  return reached.every((one) => one instanceof z.ZodEnum || one instanceof z.ZodLiteral) ? [...new Set(words)] : [];
}

/** Examples of what may stand at a path. */
export function examplesAt(schema: z.ZodType, path: Path): string[] {
  const examples = reach(schema, path).flatMap((one) =>
    wrappers(one).flatMap((inner) => z.globalRegistry.get(inner)?.["examples"] ?? []),
  );
  return [...new Set(examples.map(String))];
}

function schemasAt(schema: z.ZodType, path: Path): z.ZodType[] {
  return reach(schema, path).flatMap(branches);
}

function reach(schema: z.ZodType, path: Path): z.ZodType[] {
  return path.reduce<z.ZodType[]>((reached, part) => reached.flatMap((one) => step(one, part)), [schema]);
}

function step(schema: z.ZodType, part: string | number): z.ZodType[] {
  return branches(schema).flatMap((one) => {
    if (one instanceof z.ZodObject) return Object.hasOwn(one.shape, part) ? [one.shape[part] as z.ZodType] : [];
    if (one instanceof z.ZodArray) return typeof part === "number" ? [one.element as z.ZodType] : [];
    return one instanceof z.ZodRecord ? [one.valueType as z.ZodType] : [];
  });
}

/** What a schema is under its wrappers; every alternative of a union. */
function branches(schema: z.ZodType): z.ZodType[] {
  const inner = wrappers(schema).at(-1)!;
  return inner instanceof z.ZodUnion ? inner.options.flatMap((option) => branches(option as z.ZodType)) : [inner];
}

/** A schema and what it wraps, outermost first. */
function wrappers(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return [schema, ...wrappers(schema.unwrap() as z.ZodType)];
  return schema instanceof z.ZodPipe ? [schema, ...wrappers(schema.in as z.ZodType)] : [schema];
}

import { z } from "zod";
import type { Path } from "./unsettled.ts";

/** Keys that the schema allows at a path; empty where the path leads to no group of keys. */
export function allowedKeys(schema: z.ZodType, path: Path): string[] {
  let reached: z.ZodType[] = [schema];
  for (const part of path) reached = reached.flatMap((one) => step(one, part));
  return [...new Set(reached.flatMap((one) => keysOf(one)))];
}

function step(schema: z.ZodType, part: string | number): z.ZodType[] {
  return branches(schema).flatMap((one) => {
    if (one instanceof z.ZodObject) return part in one.shape ? [one.shape[part] as z.ZodType] : [];
    if (one instanceof z.ZodArray) return [one.element as z.ZodType];
    return one instanceof z.ZodRecord ? [one.valueType as z.ZodType] : [];
  });
}

function keysOf(schema: z.ZodType): string[] {
  return branches(schema).flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []));
}

/** What a schema is under its wrappers; every alternative of a union. */
function branches(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return branches(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return branches(schema.in as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => branches(option as z.ZodType));
  return [schema];
}

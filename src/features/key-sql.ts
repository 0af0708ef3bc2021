import { identifier } from "../data/table-store.ts";
import type { FeatureGroup } from "./groups.ts";
import { sourceSql } from "./source-shape.ts";

/** The parts of a group's key as SQL over a table with entity columns: expressions `k0`, `k1`, … and the joins they need. */
export interface KeyParts {
  readonly names: readonly string[];
  /** `x."household" AS k0, a1."department" AS k1`. */
  readonly select: string;
  /** Expressions alone, in the order of `names`. */
  readonly expressions: readonly string[];
  /** Joins with attribute tables; a row without the attribute falls out. */
  readonly joins: string;
}

/** @param alias  name of the table with the entity columns: rows or events */
export function keyParts({ keys }: FeatureGroup, alias: string): KeyParts {
  const joins: string[] = [];
  const expressions = keys.map((key, index) => {
    const entity = `${alias}.${identifier(key.entity)}`;
    if (!("attribute" in key)) return entity;
    joins.push(`JOIN ${sourceSql(key.of)} a${index} ON a${index}.${identifier(key.entity)} = ${entity}`);
    return `a${index}.${identifier(key.attribute)}`;
  });
  if (expressions.length === 0) expressions.push("TRUE");
  const names = expressions.map((_, index) => `k${index}`);
  const select = expressions.map((expression, index) => `${expression} AS ${names[index]}`).join(", ");
  return { names, expressions, select, joins: joins.join(" ") };
}

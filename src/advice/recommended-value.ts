import type { Design } from "../design/design.ts";
import { requiredKeys } from "../design/schema-keys.ts";
import { designSchema } from "../design/schema/design.ts";
import { pathText, type Path } from "../design/unsettled.ts";
import { valueAt } from "./facts.ts";
import { fieldAdvice } from "./fields/index.ts";
import type { FieldAdvice, FieldValue } from "./fields/field.ts";

const byPath: ReadonlyMap<string, FieldAdvice> = new Map(fieldAdvice.flat().map((advice) => [advice.at, advice]));

/** Every field that there is a recommendation for, with `[*]` for the items of a list. */
export const recommendedFields: readonly string[] = [...byPath.keys()];

/**
 * What a single field should hold, worked out from what the design says.
 *
 * @param path  in the settled design, such as `["serving", "deadline"]` or `["data", "labels", 0, "window"]`
 * @returns `undefined` for a field without a rule, while what it is worked out from is not known, and while it could
 *   not be written because its group lacks a key that must come first
 */
export function recommendedValue(design: Design, path: Path): FieldValue | undefined {
  if (!canStand(design, path)) return undefined;
  const index = path.find((part) => typeof part === "number") ?? 0;
  return byPath.get(pathText(path).replaceAll(/\[\d+\]/g, "[*]"))?.propose(design, index);
}

/** Whether every group on the way is there, or needs nothing but the next key of the path. */
const canStand = (design: Design, path: Path): boolean =>
  path.every((key, i) => {
    const group = path.slice(0, i);
    return valueAt(design, group) !== undefined || requiredKeys(designSchema, group).every((one) => one === key);
  });

import type { Design } from "../design/design.ts";
import { pathText, type Path } from "../design/unsettled.ts";
import { fieldAdvice } from "./fields/index.ts";
import type { FieldAdvice, FieldValue } from "./fields/field.ts";

const byPath: ReadonlyMap<string, FieldAdvice> = new Map(fieldAdvice.flat().map((advice) => [advice.at, advice]));

/** Every field that there is a recommendation for, with `[*]` for the items of a list. */
export const recommendedFields: readonly string[] = [...byPath.keys()];

/**
 * What a single field should hold, worked out from what the design says.
 *
 * @param path  in the settled design, such as `["serving", "deadline"]` or `["data", "labels", 0, "window"]`
 * @returns `undefined` for a field without a rule, and while what it is worked out from is not known
 */
export function recommendedValue(design: Design, path: Path): FieldValue | undefined {
  const index = path.find((part) => typeof part === "number") ?? 0;
  return byPath.get(pathText(path).replaceAll(/\[\d+\]/g, "[*]"))?.propose(design, index);
}

import type { Recommend } from "../../advice/guide/sitting.ts";
import { recommendedValue } from "../../advice/recommended-value.ts";
import { partsOf } from "../../design/plain.ts";

/** What can be recommended for a field of a design, worked out from what is known. */
export const recommend: Recommend = (design, path) => recommendedValue(design, partsOf(path));

import { Problem } from "../kit/problem.ts";
import type { Check } from "./checks/check.ts";
import { checkKinds } from "./checks/index.ts";

/**
 * Reads a check such as `rating in 1..5`, `user_id not null`, `status in (a, b)`, `product_id unique` or
 * `rows per day within 50% of the week's median`.
 *
 * @throws {Problem} `data/unknown-check`, `data/malformed-check`
 */
export function parseCheck(text: string): Check {
  const written = text.trim().replace(/\s+/g, " ");
  for (const kind of checkKinds) {
    const check = kind.read(written);
    if (check) return check;
  }
  throw new Problem({
    code: "data/unknown-check",
    found: `\`${text}\` is not a check that can be run.`,
    fix: `write it as one of: ${checkKinds.map(({ form }) => `\`${form}\``).join(", ")}`,
  });
}

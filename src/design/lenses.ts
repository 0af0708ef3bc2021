import { lenses } from "./lenses/index.ts";
import type { Lens, LensSection } from "./lenses/lens.ts";
import type { LensName } from "./schema/design.ts";

export { lenses };
export type { Lens, LensSection };

/** The lens of a name. */
export function lensNamed(name: LensName): Lens {
  return lenses.find((lens) => lens.name === name)!;
}

/**
 * The section of a lens that a path of the document belongs to: the one that names its longest prefix.
 *
 * @param path  text such as `metrics.offline[0].target`
 * @returns `undefined` for the format's own keys (`plumbline`, `name`, `lens`)
 */
export function sectionOf(lens: Lens, path: string): LensSection | undefined {
  let best: { section: LensSection; length: number } | undefined;
  for (const section of lens.sections) {
    for (const prefix of section.paths) {
      if (startsWith(path, prefix) && prefix.length > (best?.length ?? 0)) best = { section, length: prefix.length };
    }
  }
  return best?.section;
}

/** Whether a path lies at or below another. */
export function startsWith(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`);
}

import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { jsonOf, layOutCached, readLayout, type Graph, type Layout, type LayoutCache } from "../../drawing/index.ts";
import { keep, readKept, writeWhole } from "../../run/keep.ts";

/** Layouts in the work folder, one file for each graph that was drawn. */
export function keptLayouts(work: string): LayoutCache {
  const folder = join(work, "drawings");
  return {
    get: (key) => readKept<Layout>(folder, `${key}.json`),
    set: (key, layout) => keep(folder, `${key}.json`, layout),
  };
}

/**
 * Lays a graph out, as it was before where it was drawn before.
 *
 * @param pin  a file of positions: what it holds stays in place, and it is written anew with what was added
 * @throws {Problem} `drawing/unreadable-layout`, `run/bad-folder`
 */
export async function layOutKept(graph: Graph, work: string, pin?: string): Promise<Layout> {
  const previous = pin !== undefined && existsSync(pin) ? readLayout(readFileSync(pin, "utf8"), pin) : undefined;
  const layout = await layOutCached(graph, keptLayouts(work), previous ? { previous } : {});
  if (pin !== undefined) writeWhole(dirname(pin), basename(pin), jsonOf(layout));
  return layout;
}

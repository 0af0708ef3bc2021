import { graphHash, canonicalText } from "../graph-hash.ts";
import type { Graph } from "../graph.ts";
import { layOut, type LayoutOptions } from "./lay-out.ts";
import type { Layout } from "./layout.ts";

/** Raised whenever the same graph would be laid out otherwise than before, so that stored layouts are not used. */
export const layoutVersion = 2;

/** Where layouts are kept: a `Map`, or files behind the same two functions. */
export interface LayoutCache {
  get(key: string): Layout | undefined | Promise<Layout | undefined>;
  set(key: string, layout: Layout): unknown;
}

/** As `layOut`, but a graph that was laid out before is looked up by what it says. */
export async function layOutCached(graph: Graph, cache: LayoutCache, options: LayoutOptions = {}): Promise<Layout> {
  const key = cacheKey(graph, options.previous);
  const known = await cache.get(key);
  if (known) return known;
  const layout = await layOut(graph, options);
  await cache.set(key, layout);
  return layout;
}

/** A pinned layout depends on the one before it, so that one is part of its name. */
function cacheKey(graph: Graph, previous: Layout | undefined): string {
  const before = previous ? `-${graphHash({ ...noGraph, title: canonicalText(previous) })}` : "";
  return `layout-${layoutVersion}-${graphHash(graph)}${before}`;
}

const noGraph: Graph = { title: "", zones: [], nodes: [], edges: [] };

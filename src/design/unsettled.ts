/** What stands in a document where a value is not settled yet, or was decided against. */
export type Unsettled =
  | { readonly kind: "unknown" }
  | { readonly kind: "none"; readonly because: string }
  | { readonly kind: "later"; readonly when: string };

/** Path text such as `serving.cache` → what stands there. */
export type UnsettledByPath = Readonly<Record<string, Unsettled>>;

export type Path = readonly (string | number)[];

/** `metrics.offline[0].target` */
export function pathText(path: Path): string {
  return path.map((part, i) => (typeof part === "number" ? `[${part}]` : i === 0 ? part : `.${part}`)).join("");
}

/**
 * Takes every `unknown`, `none: reason` and `later: when` out of a tree of plain data, so that what is left can be
 * checked as if it had not been written. Items of lists are left alone: their places must not move.
 */
export function takeUnsettled(tree: unknown): { settled: unknown; unsettled: UnsettledByPath } {
  const found: Record<string, Unsettled> = {};
  return { settled: walk(tree, [], found), unsettled: found };
}

function walk(node: unknown, path: Path, found: Record<string, Unsettled>): unknown {
  if (Array.isArray(node)) return node.map((item, i) => walk(item, [...path, i], found));
  if (node === null || typeof node !== "object") return node;
  const kept: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of Object.entries(node)) {
    const unsettled = readUnsettled(value);
    if (unsettled) found[pathText([...path, key])] = unsettled;
    else kept[key] = walk(value, [...path, key], found);
  }
  return { ...kept };
}

function readUnsettled(value: unknown): Unsettled | undefined {
  if (value === "unknown") return { kind: "unknown" };
  if (typeof value === "string") {
    const match = /^(none|later):\s+(\S.*)$/s.exec(value);
    return match ? unsettledAs(match[1]!, match[2]!) : undefined;
  }
  if (value === null || typeof value !== "object") return undefined;
  const [entry, ...more] = Object.entries(value);
  if (!entry || more.length > 0 || typeof entry[1] !== "string") return undefined;
  return unsettledAs(entry[0], entry[1]);
}

function unsettledAs(kind: string, words: string): Unsettled | undefined {
  if (kind === "none") return { kind, because: words };
  return kind === "later" ? { kind, when: words } : undefined;
}

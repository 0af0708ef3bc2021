/** What stands in a document where a value is not settled yet, or was decided against. */
export type Unsettled =
  | { readonly kind: "unknown" }
  | { readonly kind: "none"; readonly because: string }
  | { readonly kind: "later"; readonly when: string };

/** Path text such as `serving.cache` → what stands there. */
export type UnsettledByPath = Readonly<Record<string, Unsettled>>;

export type Path = readonly (string | number)[];

/** `metrics.offline[0].target`; a key that holds dots, brackets or quotes is written `["a.b"]`. */
export function pathText(path: Path): string {
  return path
    .map((part, i) => {
      if (typeof part === "number") return `[${part}]`;
      if (!plainKey.test(part)) return `[${JSON.stringify(part)}]`;
      return i === 0 ? part : `.${part}`;
    })
    .join("");
}

const plainKey = /^[^.[\]"]+$/s;

export interface Settled {
  /** The tree without what is unsettled; lists close up. */
  readonly settled: unknown;
  readonly unsettled: UnsettledByPath;
  /** Where each unsettled value stands in the tree as written. */
  readonly paths: readonly Path[];
  /** Where a path of the settled tree stands in the tree as written; they differ after an unsettled item of a list. */
  writtenPath(path: Path): Path;
}

interface Walk {
  readonly found: [Path, Unsettled][];
  /** Path of a list as written → for each settled item, its index as written. */
  readonly written: Map<string, number[]>;
}

/**
 * Takes every `unknown`, `none: reason` and `later: when` out of a tree of plain data, so that what is left can be
 * checked as if it had not been written.
 */
export function takeUnsettled(tree: unknown): Settled {
  const walk: Walk = { found: [], written: new Map() };
  const settled = settle(tree, [], walk);
  return {
    settled,
    unsettled: Object.fromEntries(walk.found.map(([path, unsettled]) => [pathText(path), unsettled])),
    paths: walk.found.map(([path]) => path),
    writtenPath: (path) => {
      const written: (string | number)[] = [];
      for (const part of path)
        written.push(typeof part === "number" ? (walk.written.get(pathText(written))?.[part] ?? part) : part);
      return written;
    },
  };
}

function settle(node: unknown, path: Path, walk: Walk): unknown {
  if (Array.isArray(node)) return settleItems(node, path, walk);
  if (node === null || typeof node !== "object") return node;
  const kept: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of Object.entries(node)) {
    const unsettled = readUnsettled(value);
    if (unsettled) walk.found.push([[...path, key], unsettled]);
    else kept[key] = settle(value, [...path, key], walk);
  }
  return { ...kept };
}

function settleItems(items: readonly unknown[], path: Path, walk: Walk): unknown[] {
  const kept: unknown[] = [];
  const written: number[] = [];
  for (const [i, item] of items.entries()) {
    const unsettled = readUnsettled(item);
    if (unsettled) walk.found.push([[...path, i], unsettled]);
    else {
      kept.push(settle(item, [...path, i], walk));
      written.push(i);
    }
  }
  if (kept.length < items.length) walk.written.set(pathText(path), written);
  return kept;
}

/** Reads `unknown`, `none: reason` or `later: when`, as a text or as a mapping; `undefined` for anything else. */
export function readUnsettled(value: unknown): Unsettled | undefined {
  if (value === "unknown") return { kind: "unknown" };
  if (typeof value === "string") {
    const match = /^(none|later):\s+(\S.*)$/s.exec(value);
    return match ? unsettledAs(match[1]!, match[2]!) : undefined;
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
  const [entry, ...more] = Object.entries(value);
  if (!entry || more.length > 0 || typeof entry[1] !== "string" || entry[1].trim() === "") return undefined;
  return unsettledAs(entry[0], entry[1]);
}

function unsettledAs(kind: string, words: string): Unsettled | undefined {
  if (kind === "none") return { kind, because: words };
  return kind === "later" ? { kind, when: words } : undefined;
}

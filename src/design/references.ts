import { Problem } from "../kit/problem.ts";
import { nearest } from "../kit/suggest.ts";
import type { Document } from "./issues.ts";
import { pathText, type Path, type UnsettledByPath } from "./unsettled.ts";

interface Named {
  readonly name: string;
  readonly path: Path;
}

/**
 * Names that must be unique, names that must exist, and margins over nothing. Reads the tree before its types are
 * known, so that a mistake elsewhere does not hide these. Where nothing of a kind is declared yet, any name goes.
 */
export function* checkReferences(tree: unknown, unsettled: UnsettledByPath, document: Document): Generator<Problem> {
  const sources = names(tree, ["data", "sources"], "name");
  const labels = names(tree, ["data", "labels"], "name");
  const features = names(tree, ["features"], "name");
  const steps = names(tree, ["serving", "path"], "step");
  for (const list of [sources, labels, features, steps]) yield* duplicates(list, document);
  const using = [...names(tree, ["data", "labels"], "from"), ...names(tree, ["features"], "from")];
  yield* unknown(
    "source",
    using,
    sources.map(({ name }) => name),
    document,
  );
  yield* unknown("entity", entitiesUsed(tree), entitiesDeclared(tree), document);
  const retrievers = names(tree, ["model", "retrieve"], "kind").map(({ name }) => name);
  yield* unknown("retriever", scoresUsed(tree), retrievers, document);
  yield* marginsOverNothing(tree, unsettled, document);
}

function* duplicates(list: readonly Named[], { placeOf }: Document): Generator<Problem> {
  const first = new Map<string, Path>();
  for (const { name, path } of list) {
    const earlier = first.get(name);
    if (!earlier) {
      first.set(name, path);
      continue;
    }
    const line = placeOf(earlier).line;
    yield new Problem({
      code: "design/duplicate-name",
      found: `\`${name}\` is already the name of another one${line === undefined ? "" : `, in line ${line}`}.`,
      fix: "give each its own name",
      at: placeOf(path),
    });
  }
}

function* unknown(
  what: string,
  used: readonly Named[],
  declared: readonly string[],
  { placeOf }: Document,
): Generator<Problem> {
  const known = [...new Set(declared)];
  if (known.length === 0) return;
  const isKnown = new Set(known);
  for (const { name, path } of used) {
    if (isKnown.has(name)) continue;
    const meant = nearest(name, known);
    const list = known.slice(0, 12).map((one) => `\`${one}\``);
    yield new Problem({
      code: "design/unknown-reference",
      found: `There is no ${what} \`${name}\` (known: ${list.join(", ")}${known.length > list.length ? ", …" : ""}).`,
      fix: meant ? `write \`${meant}\`, if that is what was meant` : `declare the ${what}, or correct the name`,
      at: placeOf(path),
    });
  }
}

function* marginsOverNothing(tree: unknown, unsettled: UnsettledByPath, document: Document): Generator<Problem> {
  for (const [i, item] of items(tree, ["metrics", "offline"]).entries()) {
    const path = ["metrics", "offline", i];
    const open = unsettled[pathText(document.writtenPath([...path, "beats"]))];
    if (valueOf(item, "by") === undefined || valueOf(item, "beats") !== undefined || open) continue;
    yield new Problem({
      code: "quantity/wrong-unit",
      found: `\`by: ${String(valueOf(item, "by")).slice(0, 60)}\` is a percentage of nothing: no baseline is named.`,
      fix: "add `beats: popularity` or the like",
      at: document.placeOf([...path, "by"]),
    });
  }
}

function entitiesDeclared(tree: unknown): string[] {
  return items(tree, ["data", "sources"]).flatMap((source) => {
    const entities = valueOf(source, "entities");
    return entities !== null && typeof entities === "object" ? Object.keys(entities) : [];
  });
}

function entitiesUsed(tree: unknown): Named[] {
  return items(tree, ["features"]).flatMap((feature, i) => {
    const entity = valueOf(feature, "entity");
    const path = ["features", i, "entity"];
    if (typeof entity === "string") return [{ name: entity, path }];
    if (!Array.isArray(entity)) return [];
    return entity.flatMap((name: unknown, j) => (typeof name === "string" ? [{ name, path: [...path, j] }] : []));
  });
}

function scoresUsed(tree: unknown): Named[] {
  return names(tree, ["features"], "is").flatMap(({ name, path }) => {
    const retriever = /^\s*score\s+of\s+([A-Za-z_][\w-]*)\s*$/.exec(name)?.[1];
    return retriever ? [{ name: retriever, path }] : [];
  });
}

/** The texts under one key of every item of a list. */
function names(tree: unknown, list: readonly string[], key: string): Named[] {
  return items(tree, list).flatMap((item, i) => {
    const name = valueOf(item, key);
    return typeof name === "string" && name.length <= 200 ? [{ name, path: [...list, i, key] }] : [];
  });
}

function items(tree: unknown, path: readonly string[]): readonly unknown[] {
  const list = path.reduce(valueOf, tree);
  return Array.isArray(list) ? list : [];
}

function valueOf(node: unknown, key: string): unknown {
  return node !== null && typeof node === "object" && Object.hasOwn(node, key)
    ? (node as Record<string, unknown>)[key]
    : undefined;
}

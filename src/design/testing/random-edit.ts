import type { Edit, PlainValue } from "../edit.ts";
import type { Path } from "../unsettled.ts";
import type { Dice } from "./random-yaml.ts";

const texts = [
  ">= 0.30", "yes", "null", "1.0", "unknown", "a: b", "a #b", " lead", "trail ", "é 漢 😀", "", "two\nlines", "end\n", "\n", "a\n\n\nb\n\n",
  "  deep\nx", "don't", 'say "hi"', "back\\slash", "- x", "? x", "*x", "&x", "!x", "%x", "@x", "`x`", "{a", "a]", "a,b", "#x", "---", "...",
  "~", "0x10", "1e3", ".inf", "a:", ":a", "\ttab", "x\r\ny", "word ".repeat(40).trim(), "\u2028", "\ufeff", "<<", "=", "|", ">-", "12:30", "\ud800",
  "long line with  double blanks ".repeat(5), "para one is here\npara two\n\npara three\n",
] as const; // prettier-ignore
const others: readonly PlainValue[] = [null, true, false, 0, -0, 1.5, -3, 1e21, 1e-7, 2 ** 53];
const newKeys = ["new", "metrics", "data", "name", "a b", "x: y", "1", "", "é", "true", "it's", "-", "a.b[0]"];

function value(dice: Dice, depth = 0): PlainValue {
  const kind = dice(depth > 2 ? 5 : 8);
  if (kind < 4) return texts[dice(texts.length)]!;
  if (kind === 4) return others[dice(others.length)]!;
  const length = dice(4);
  if (kind === 5) return Array.from({ length }, () => value(dice, depth + 1));
  return Object.fromEntries(
    Array.from({ length }, (_, i) => [
      dice(4) === 0 ? newKeys[dice(newKeys.length)]! : `k${i}`,
      value(dice, depth + 1),
    ]),
  );
}

/** A tree that is nearly another: some of its values are new, gone or more. */
function nearly(dice: Dice, tree: PlainValue): PlainValue {
  if (tree === null || typeof tree !== "object" || dice(6) === 0) return dice(3) === 0 ? tree : value(dice, 1);
  const change = (inner: PlainValue): PlainValue[] =>
    dice(5) === 0 ? [] : [dice(3) === 0 ? nearly(dice, inner) : inner];
  if (Array.isArray(tree)) return [...tree.flatMap(change), ...(dice(3) === 0 ? [value(dice, 2)] : [])];
  const entries = Object.entries(tree).flatMap(([key, inner]) => change(inner).map((one) => [key, one]));
  return Object.fromEntries(dice(3) === 0 ? [...entries, ["grown", value(dice, 2)]] : entries);
}

function* pathsOf(tree: unknown, path: Path = []): Generator<{ path: Path; node: unknown }> {
  yield { path, node: tree };
  if (Array.isArray(tree)) for (const [i, item] of tree.entries()) yield* pathsOf(item, [...path, i]);
  else if (tree !== null && typeof tree === "object")
    for (const [key, inner] of Object.entries(tree)) yield* pathsOf(inner, [...path, key]);
}

/** An edit that makes sense on a tree; `undefined` where the tree is a single value. */
export function randomEdit(dice: Dice, tree: unknown): Edit | undefined {
  const all = [...pathsOf(tree)];
  const { path, node } = all[dice(all.length)]!;
  const inner = all.filter((one) => one.path.length > 0);
  const chosen = inner[dice(Math.max(1, inner.length))];
  const isMap = node !== null && typeof node === "object" && !Array.isArray(node);
  const kind = dice(4);
  if (kind === 0 && chosen) return { remove: chosen.path };
  if (kind === 1 && chosen) return { set: chosen.path, to: nearly(dice, chosen.node as PlainValue) };
  if (Array.isArray(node))
    return dice(2) === 0 ? { add: path, item: value(dice) } : { set: [...path, node.length], to: value(dice) };
  if (!isMap && node !== null && node !== undefined && node !== "unknown")
    return chosen && { set: chosen.path, to: value(dice) };
  const key = newKeys[dice(newKeys.length)]!;
  if (isMap && Object.hasOwn(node, key)) return { set: [...path, key], to: value(dice) };
  if (dice(3) === 0) return { set: [...path, key, ...[[0], ["in"], ["in", 0, "deep"]][dice(3)]!], to: value(dice) };
  return dice(4) === 0 ? { add: [...path, key], item: value(dice) } : { set: [...path, key], to: value(dice) };
}

/** The oracle: the same change of plain data, made in place on a copy. */
export function onPlainData(tree: unknown, edit: Edit): unknown {
  const holder = { "": structuredClone(tree) } as Record<string | number, unknown>;
  const path = ["", ...("set" in edit ? edit.set : "add" in edit ? edit.add : edit.remove)];
  let node = holder;
  for (const [i, part] of path.slice(0, -1).entries()) {
    const inner = Object.hasOwn(node, part) ? node[part] : undefined;
    if (inner === null || inner === undefined || inner === "unknown")
      node[part] = typeof path[i + 1] === "number" ? [] : {};
    node = node[part] as Record<string | number, unknown>;
  }
  const last = path.at(-1)!;
  if ("set" in edit) node[last] = edit.to;
  else if ("remove" in edit) {
    if (Array.isArray(node)) node.splice(last as number, 1);
    else delete node[last];
  } else node[last] = [...((Array.isArray(node[last]) ? node[last] : []) as unknown[]), edit.item];
  return holder[""];
}

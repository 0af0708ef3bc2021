import type { Block } from "./blocks.ts";
import { leafOf, setLeaf } from "./draft.ts";
import type { Item } from "./items.ts";
import { metricIn } from "./place-metric.ts";
import { part, spanOfPlain, type Plain } from "./plain.ts";
import { claim, itemWith, type Found, type State } from "./state.ts";
import { cautionOf } from "./traps.ts";
import { folded } from "./words.ts";

type Family = "offline" | "online" | "guardrails";

/** A metric in a list or table: its name, and in a table its target and its value today. */
export function placeMetricItem(item: Item, family: Family | undefined, block: Block, state: State): boolean {
  const name = nameOf(item);
  const named = metricIn(folded(name.text));
  const list = named?.known.family === "guardrails" ? "guardrails" : (family ?? named?.known.family);
  if (isLatency(name.text) || (!named && list !== "online")) return false;
  if (!named && block.kind === "paragraph" && !item.statement.label) return false;
  const metric = named?.name ?? camel(name.text);
  if (metric === "" || !list || (!named && item.statement.label === undefined && !short(name.text))) return false;
  const path = itemWith(state, ["metrics", list], { metric }, spanOfPlain(name));
  if (!path) return false;
  const words = folded(item.whole.text);
  if (list === "online" && isPrimary(words, block))
    setLeaf(state.root, [...path, "primary"], leafOf(true, spanOfPlain(name)));
  if (list === "offline" && /\bcandidates?\b/.test(words) && metric.startsWith("recall"))
    setLeaf(state.root, [...path, "of"], leafOf("candidates", spanOfPlain(name)));
  const placed = columnNumbers(item, list, named?.known.better, path, state);
  return placed || name.text.length >= item.whole.text.length - 2;
}

const short = (text: string): boolean => text.split(/\s+/).length <= 5;
const isLatency = (text: string): boolean =>
  /\b(?:latency|latenz|latence|latencia|antwortzeit|p\d\d)\b/.test(folded(text));

/** The label, the first column, or the words before the first number. */
function nameOf({ row, statement, whole, numbers }: Item): Plain {
  const named = row.get("metric") ?? statement.label;
  if (named && !/\b(?:kpi|north star|primary metric|metric|metrik|metrique|metrica)\b/.test(folded(named.text)))
    return named;
  const value = named ? statement.value : whole;
  const first = /[,;(:–—<>≤≥=|]|\s\d/.exec(value.text)?.index;
  const cut = Math.min(
    first ?? value.text.length,
    ...numbers.filter(() => value === whole).map(({ raw }) => raw.start),
  );
  return part(value, 0, cut);
}

const isPrimary = (words: string, { trail }: Block): boolean =>
  /\b(?:primary|north star|main kpi|primar\w*|hauptkennzahl|principal)\b/.test(
    `${words} ${folded(trail.at(-1)?.plain.text ?? "")}`,
  );

/** `Add rate per visit` → `addRatePerVisit` */
function camel(text: string): string {
  const words = folded(text.replace(/\([^()]*\)/g, " "))
    .replace(/[^a-z\d]+/g, " ")
    .trim()
    .split(" ");
  const name = words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
  return /^[a-z]/.test(name) && words.length <= 6 && name.length <= 60 ? name : "";
}

/** The numbers of a table's columns; everywhere else the words around a number decide. */
function columnNumbers(
  { row, numbers, whole, statement }: Item,
  list: Family,
  better: "higher" | "lower" | undefined,
  path: readonly (string | number)[],
  state: State,
): boolean {
  for (const found of numbers) {
    if (found.leaf || found.why || found.raw.why || found.raw.quantity === undefined) continue;
    if (within(found, row.get("target")) && list !== "online") target(found, better, path, whole.text, state);
    else if (within(found, row.get("baseline")) && list === "online" && found.raw.kind === "share")
      claim(state, [...path, "baseline"], found, found.raw.quantity);
    else if (within(found, row.get("detect")) && list === "online") detect(found, path, state);
    else if (within(found, row.get("baseline"))) found.why = "the format keeps no value of today for this metric";
  }
  const filled = statement.cells.filter(({ text }) => text !== "");
  return row.size > 0 && filled.every((cell) => numbers.some((found) => found.leaf && within(found, cell)));
}

function target(
  found: Found,
  better: "higher" | "lower" | undefined,
  path: readonly (string | number)[],
  words: string,
  state: State,
): void {
  const sign = found.raw.comparison ?? (better && (better === "higher" ? ">=" : "<="));
  const caution = cautionOf(words);
  if (!sign) found.why = "it does not say which side of it is good";
  else if (better && sign.startsWith(better === "higher" ? "<" : ">")) found.why = "it asks for a worse value";
  else if (caution?.startsWith("it is a")) found.why = caution;
  else if (["share", "number"].includes(found.raw.kind) && !/relative/.test(found.raw.quantity!))
    claim(state, [...path, "target"], found, `${sign} ${found.raw.quantity}`);
}

function detect(found: Found, path: readonly (string | number)[], state: State): void {
  const certain = found.raw.kind === "points" || found.raw.quantity!.endsWith("relative");
  if (certain) claim(state, [...path, "detect"], found, found.raw.quantity!);
  else found.why = "it does not say whether it is relative or in points";
}

function within({ start, end }: Found, cell: Plain | undefined): boolean {
  if (!cell) return false;
  const [from, to] = spanOfPlain(cell);
  return start >= from && end <= to;
}

import { isGroup, leafOf, nodeAt, openList, setLeaf, type Group } from "./draft.ts";
import { featureGroups } from "../../design/schema/features.ts";
import { grades } from "./lexicon/names.ts";
import { part, spanOfPlain, type Plain } from "./plain.ts";
import { claim, itemWith, type Found, type State } from "./state.ts";
import type { Statement } from "./statement.ts";
import type { Row } from "./tables.ts";
import { folded } from "./words.ts";
import type { Path } from "../../design/unsettled.ts";

/** What an item of a list, or a row of a table, is made of. */
export interface Item {
  readonly statement: Statement;
  readonly whole: Plain;
  readonly row: Row;
  readonly numbers: readonly Found[];
  /** Behind the colon of the path: `user` of `features:user`. */
  readonly group: string | undefined;
}

/** `Click log (Kafka)` → `click_log`; empty where nothing of the words can stand in a name. */
export function identifier(text: string): string {
  const words = folded(text.replace(/\([^()]*\)/g, " "))
    .replace(/[^a-z\d]+/g, "_")
    .replace(/^[_\d]+|_+$/g, "");
  return words.slice(0, 60).replace(/_+$/, "");
}

const shortName = (text: string): boolean => text.split(/\s+/).length <= 6 && text.length <= 60 && !/[.!?]$/.test(text);

/** @returns whether every word of the item has its place */
export function placeSource(item: Item, state: State): boolean {
  const { statement, row, whole } = item;
  if (!statement.label && whole.text.includes(",") && allShort(whole))
    return commaParts(whole).every((one) => named(state, ["data", "sources"], one));
  const label = row.get("source") ?? statement.label;
  const name = label ?? (shortName(whole.text) ? whole : undefined);
  if (label && statement.cells.length === 0 && /^(?:data )?sources?$|^(?:daten)?quellen$/.test(folded(label.text)))
    return commaParts(statement.value).every((one) => named(state, ["data", "sources"], one));
  if (!name) return false;
  const path = named(state, ["data", "sources"], name);
  if (!path) return false;
  if (statement.label && statement.cells.length === 0) put(state, [...path, "about"], statement.value);
  for (const found of item.numbers) sourceNumber(found, path, item, state);
  return statement.cells.length === 0 || statement.cells.every((cell) => cell.text === "" || numbersFill(cell, item));
}

function numbersFill(cell: Plain, { numbers }: Item): boolean {
  const [start, end] = spanOfPlain(cell);
  return numbers.some((found) => found.leaf && found.start >= start && found.end <= end);
}

function sourceNumber(found: Found, path: Path, { whole, row }: Item, state: State): void {
  const words = folded(whole.text);
  const { raw } = found;
  const within = (column: string): boolean => inside(found, row.get(column));
  if (found.leaf || raw.why || raw.quantity === undefined) return;
  if (raw.kind === "rate") claim(state, [...path, "volume"], found, raw.quantity);
  else if (raw.kind === "count" && raw.noun === "rows") claim(state, [...path, "rows"], found, raw.quantity);
  else if (
    raw.kind === "duration" &&
    (within("retention") || /\b(?:kept|retention|retained|aufbewahr\w*|conserv\w*)\b/.test(words))
  )
    claim(state, [...path, "retention"], found, raw.quantity);
  else if (raw.kind === "duration" && (within("freshness") || freshWords.test(words)))
    claim(state, [...path, "freshness"], found, raw.quantity);
}

const freshWords = /\b(?:fresh\w*|frisch\w*|frische|fraich\w*|fresc\w*|late|delay|verzogerung|retard|retraso)\b/;

const inside = ({ start, end }: Found, cell: Plain | undefined): boolean => {
  if (!cell) return false;
  const [from, to] = spanOfPlain(cell);
  return start >= from && end <= to;
};

function commaParts(plain: Plain): Plain[] {
  const ends = [...plain.text.matchAll(/,\s*|$/g)];
  return ends
    .map(({ index }, i) => part(plain, i === 0 ? 0 : ends[i - 1]!.index + 1, index))
    .filter(({ text }) => text !== "");
}

const allShort = (plain: Plain): boolean => commaParts(plain).every(({ text }) => text.split(/\s+/).length <= 4);

function named(state: State, list: Path, plain: Plain): Path | undefined {
  const name = identifier(plain.text);
  return name === "" ? undefined : itemWith(state, list, { name }, spanOfPlain(plain));
}

function put(state: State, path: Path, plain: Plain): boolean {
  const words = plain.text.replace(/\s+/g, " ").trim();
  if (words === "") return false;
  return setLeaf(state.root, path, leafOf(words, spanOfPlain(plain))).done === "written";
}

/** A feature, or several parted by commas under a label such as `User features`. */
export function placeFeature(item: Item, state: State): boolean {
  const { statement, row, whole, group } = item;
  const list = statement.label && group !== undefined && statement.cells.length === 0 && item.numbers.length === 0;
  const few = allShort(statement.value);
  if (list && few && isGroupLabel(statement.label!.text))
    return commaParts(statement.value).every((one) => feature(state, one, group));
  if (!statement.label && whole.text.includes(",") && allShort(whole))
    return commaParts(whole).every((one) => feature(state, one, group));
  const name = row.get("feature") ?? statement.label ?? (shortName(whole.text) ? whole : undefined);
  const path = name && feature(state, name, group);
  if (!path) return false;
  const column = row.get("group");
  const grouped = column && (featureGroups as readonly string[]).includes(folded(column.text));
  if (grouped) setLeaf(state.root, [...path, "group"], leafOf(folded(column.text), spanOfPlain(column)));
  for (const found of item.numbers) featureNumber(found, path, item, state);
  const meaning = row.get("meaning") ?? (statement.cells.length === 0 && statement.label ? statement.value : undefined);
  if (meaning) put(state, [...path, "means"], meaning);
  return (
    statement.cells.length === 0 ||
    statement.cells.every(
      (cell) =>
        cell.text === "" ||
        cell.text === meaning?.text ||
        (grouped && cell.text === column.text) ||
        numbersFill(cell, item),
    )
  );
}

const isGroupLabel = (text: string): boolean =>
  /features?$|merkmale?$|signals?$|caracteristi|^(?:user|item|context|nutzer|artikel|kontext)/.test(folded(text));

function feature(state: State, plain: Plain, group: string | undefined): Path | undefined {
  const path = named(state, ["features"], plain);
  if (path && group) setLeaf(state.root, [...path, "group"], leafOf(group, spanOfPlain(plain)));
  return path;
}

function featureNumber(found: Found, path: Path, { row, whole }: Item, state: State): void {
  const { raw } = found;
  if (found.leaf || raw.kind !== "duration" || raw.quantity === undefined) return;
  const before = folded(whole.text.slice(0, raw.start)).slice(-30);
  if (inside(found, row.get("freshness")) || /\b(?:fresh\w*|frisch\w*|frische|fraich\w*|fresc\w*)\b/.test(before))
    claim(state, [...path, "freshness"], found, raw.quantity);
  else if (
    inside(found, row.get("window")) ||
    /\b(?:last|past|over|window|letzten?|vergangenen?|uber|derniers?|dernieres|ultim[oa]s)\s*(?:of )?$/.test(before)
  )
    claim(state, [...path, "over"], found, raw.quantity);
}

/** Between the name of a label and its window stands nothing else; `known within` would be its delay. */
const WITHIN = /^\s*(?:within|innerhalb(?: von)?|binnen|sous|dans les|en moins de|dentro de|en menos de)\s*$/;

/** `Label: purchase within 7 days of the impression` */
export function placeLabel(item: Item, state: State): boolean {
  const { statement, numbers } = item;
  if (nodeAt(state.root, ["data", "labels"])) return false;
  const name =
    /^[^,;(.\d]*?(?=\s+(?:within|if|when|innerhalb|binnen|wenn|sous|dans|si|dentro|en menos)\b|[,;(.]|$)/.exec(
      statement.value.text,
    )?.[0] ?? "";
  if (!statement.label || !shortName(name) || identifier(name) === "") return false;
  const plain = part(statement.value, 0, name.length);
  const path = named(state, ["data", "labels"], plain);
  const found = numbers.find(({ raw }) => raw.kind === "duration");
  const between = found && item.whole.text.slice(item.whole.text.indexOf(name) + name.length, found.raw.start);
  if (path && found?.raw.quantity && WITHIN.test(folded(between!)))
    claim(state, [...path, "window"], found, found.raw.quantity);
  return name.length === statement.value.text.length;
}

/** A row of a table of risks, or `Risk: what is done about it`. */
export function placeRisk({ statement, whole, row }: Item, state: State): boolean {
  const risk = row.get("risk") ?? (statement.label && !isRiskWord(statement.label.text) ? statement.label : whole);
  const path = itemWith(state, ["risks"], { risk: oneLine(risk.text) }, spanOfPlain(risk));
  if (!path) return false;
  const mitigation =
    row.get("mitigation") ?? (row.size === 0 && risk === statement.label ? statement.value : undefined);
  if (mitigation) put(state, [...path, "mitigation"], mitigation);
  for (const column of ["signal", "owner"]) if (row.has(column)) put(state, [...path, column], row.get(column)!);
  const graded = ["likelihood", "impact"].map(
    (column) => !row.has(column) || grade(state, [...path, column], row.get(column)!),
  );
  return graded.every(Boolean) && (row.size === 0 || statement.cells.length < row.size + 1);
}

const isRiskWord = (text: string): boolean => /^(?:risk|risiko|risque|riesgo)s?$/.test(folded(text));
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

function grade(state: State, path: Path, plain: Plain): boolean {
  const value = grades.find(([, says]) => says.test(folded(plain.text)))?.[0];
  return value !== undefined && setLeaf(state.root, path, leafOf(value, spanOfPlain(plain))).done === "written";
}

const CHOSE =
  /^(?:we |wir |nous |on )?(?:chose|choose|decided (?:on|for)|picked|selected|use|haben uns fur|nehmen|avons choisi|choisissons|elegimos|hemos elegido)\s+(.+?)\s+(?:over|instead of|rather than|statt|anstelle von|plutot que|au lieu de|en lugar de|en vez de)\s+(.+?)(?:[,;]?\s+(?:because|since|as|weil|denn|da|parce que|car|porque|ya que)\s+(.+?))?[.]?$/isu;

/** A row of a table of decisions, or `We chose A over B because C.` */
export function placeDecision({ statement, whole, row }: Item, stage: string, state: State): boolean {
  const list = decisionsOf(stage);
  if (row.has("decision")) return decisionRow(row, list, state);
  const match = CHOSE.exec(unaccented(whole.text));
  if (match) return chosen(match, whole, list, state);
  const named = statement.label && !/^(?:decision|entscheidung)s?$/.test(folded(statement.label.text));
  const chose = named ? statement.label! : statement.value;
  const path = itemWith(state, list, { chose: oneLine(chose.text) }, spanOfPlain(chose));
  if (path && named) put(state, [...path, "because"], statement.value);
  return path !== undefined;
}

/** Without accents, letter for letter, so that places stay as they are. */
const unaccented = (text: string): string => text.replace(/[à-ü]/gi, (letter) => letter.normalize("NFD")[0]!);

export const decisionsOf = (stage: string): Path => [
  ["metrics", "data", "model", "serving", "monitoring", "organisation", "architecture"].includes(stage)
    ? stage
    : "requirements",
  "decisions",
];

function decisionRow(row: Row, list: Path, state: State): boolean {
  const chose = row.get("decision")!;
  const path = itemWith(state, list, { chose: oneLine(chose.text) }, spanOfPlain(chose));
  for (const column of ["over", "because"])
    if (path && row.has(column)) put(state, [...path, column], row.get(column)!);
  return path !== undefined;
}

function chosen(match: RegExpExecArray, whole: Plain, list: Path, state: State): boolean {
  const at = (index: 1 | 2 | 3): Plain => {
    const start = whole.text.length - unaccented(whole.text).slice(locate(match, index)).length;
    return part(whole, start, start + match[index]!.length);
  };
  const path = itemWith(state, list, { chose: oneLine(at(1).text) }, spanOfPlain(at(1)));
  if (!path) return false;
  put(state, [...path, "over"], at(2));
  if (match[3] !== undefined) put(state, [...path, "because"], at(3));
  return true;
}

/** Where a group of a match begins; groups stand in order. */
function locate(match: RegExpExecArray, index: 1 | 2 | 3): number {
  let from = 0;
  for (let i = 1; i <= index; i++) from = match[0].indexOf(match[i]!, from) + (i === index ? 0 : match[i]!.length);
  return from;
}

/** What an architecture decision record says under its own headings. */
export function placeRecord(
  title: Plain,
  key: "chose" | "over" | "because",
  words: Plain,
  list: Path,
  state: State,
): boolean {
  const items = openList(state.root, list)?.list;
  if (!items) return false;
  const [start] = spanOfPlain(title);
  let item = items.find((one): one is Group => isGroup(one) && records.get(one) === start);
  if (!item) {
    item = { group: new Map([["chose", leafOf(oneLine(title.text), spanOfPlain(title))]]) };
    records.set(item, start);
    items.push(item);
  }
  if (key !== "chose" && item.group.has(key)) return false;
  item.group.set(key, leafOf(oneLine(words.text), spanOfPlain(words)));
  return true;
}

/** Where the heading of a record stands, by the record. */
const records = new WeakMap<Group, number>();

/** A step of the request path with its budget. */
export function placeStep({ statement, row, numbers, whole }: Item, state: State): boolean {
  const name = row.get("step") ?? statement.label;
  if (!name) return false;
  const step = oneLine(name.text).toLowerCase();
  const placed = numbers.filter((found) => {
    if (found.leaf || found.raw.kind !== "duration" || !found.raw.quantity) return false;
    const percentile = inside(found, row.get("p99"))
      ? "p99"
      : inside(found, row.get("p50"))
        ? "p50"
        : /\bp(?:99|50)\b/i.exec(whole.text)?.[0].toLowerCase();
    if (!percentile) return false;
    const path = itemWith(state, ["serving", "path"], { step }, spanOfPlain(name));
    return path !== undefined && claim(state, [...path, percentile], found, found.raw.quantity);
  });
  return placed.length > 0 && placed.length === numbers.length;
}

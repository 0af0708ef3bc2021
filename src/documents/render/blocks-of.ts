import type { Plain } from "../../design/plain.ts";
import { readUnsettled } from "../../design/unsettled.ts";
import { plainSpan, soft, strong, type Block, type Span } from "./block.ts";
import { isGroup, isList, valueSpans, type Group } from "./values.ts";
import { keyWords } from "./words.ts";

/** Where verdicts are looked up, and which paths belong to another section. */
export interface Surroundings {
  /** Marks to put behind the value at a path. */
  marks(path: string): readonly Span[];
  /** Whether a path below the one that is shown belongs elsewhere. */
  elsewhere(path: string): boolean;
}

const proseKeys: readonly string[] = ["notes", "decisions"];
/** Longer texts read better as paragraphs than in the cells of a table. */
const longText = 100;
const sentenceText = 40;
const mostColumns = 6;

/** The blocks of one part of a design: texts as paragraphs, small values in a table, lists of alike things in a table each. */
export function blocksOf(path: string, value: Plain, level: 2 | 3, around: Surroundings): Block[] {
  const open = readUnsettled(value);
  const title = keyWords(path.split(".").at(-1)!);
  if (open || !isGroup(value)) return topValue(level, title, path, value, around);
  const shown = Object.entries(value).filter(
    ([key]) => !proseKeys.includes(key) && !around.elsewhere(`${path}.${key}`),
  );
  if (shown.length === 0 && !value["notes"] && !value["decisions"]) return [];
  return [
    ...(level === 3 ? [{ kind: "heading", level: 3, text: title } as const] : []),
    ...groupBlocks(path, Object.fromEntries(shown), around),
    ...proseBlocks(value),
  ];
}

function topValue(level: 2 | 3, title: string, path: string, value: Plain, around: Surroundings): Block[] {
  if (isList(value) && value.some(isGroup))
    return [
      ...(level === 3 ? [{ kind: "heading", level: 3, text: title } as const] : []),
      ...tableOf(path, value, around),
    ];
  return [{ kind: "paragraph", spans: [strong(`${title}. `), ...valueSpans(value), ...around.marks(path)] }];
}

/** In the order of the format; small values that follow each other share a table. */
function groupBlocks(path: string, group: Group, around: Surroundings): Block[] {
  const blocks: Block[] = [];
  let small: [string, Plain][] = [];
  const flush = () => {
    blocks.push(...smallBlocks(path, small, around));
    small = [];
  };
  for (const [key, value] of Object.entries(group)) {
    if (isSmall(value)) {
      small.push([key, value]);
      continue;
    }
    flush();
    blocks.push(
      ...(isProse(value) ? [proseBlock(path, key, value, around)] : largeBlocks(`${path}.${key}`, key, value, around)),
    );
  }
  flush();
  return blocks;
}

const proseBlock = (path: string, key: string, value: Plain, around: Surroundings): Block => ({
  kind: "paragraph",
  spans: [strong(`${keyWords(key)}. `), ...valueSpans(value), ...around.marks(`${path}.${key}`)],
});

/** One or two small values are a line; more are a table. */
function smallBlocks(path: string, small: readonly [string, Plain][], around: Surroundings): Block[] {
  const cells = small.map(([key, value]) => ({
    title: keyWords(key),
    spans: [...valueSpans(value), ...around.marks(`${path}.${key}`)],
  }));
  if (cells.length === 0) return [];
  if (cells.length < 3)
    return cells.map(({ title, spans }) => ({ kind: "paragraph", spans: [strong(`${title}. `), ...spans] }));
  return [{ kind: "table", head: ["", ""], rows: cells.map(({ title, spans }) => [[strong(title)], spans]) }];
}

function largeBlocks(path: string, key: string, value: Plain, around: Surroundings): Block[] {
  if (around.elsewhere(path)) return [];
  const heading: Block = { kind: "heading", level: 3, text: keyWords(key) };
  if (isList(value) && value.some(isGroup)) return [heading, ...tableOf(path, value, around)];
  if (isList(value))
    return [
      heading,
      { kind: "list", items: value.map((item, i) => [...valueSpans(item), ...around.marks(`${path}[${i}]`)]) },
    ];
  return isGroup(value) ? [heading, ...pairsOf(path, value, around)] : [];
}

/** A group of keys as a table of two columns; groups inside of it give their keys with a dot. */
function pairsOf(path: string, group: Group, around: Surroundings): Block[] {
  const shown = Object.entries(group).filter(
    ([key]) => !proseKeys.includes(key) && !around.elsewhere(`${path}.${key}`),
  );
  const tables = shown.filter(([, value]) => isList(value) && value.some(isGroup));
  const pairs = shown.filter((entry) => !tables.includes(entry));
  const rows = pairs.flatMap(([key, value]) => pairRows(`${path}.${key}`, keyWords(key), value, around));
  return [
    ...(rows.length > 0 ? [{ kind: "table", head: ["", ""], rows } as const] : []),
    ...tables.flatMap(([key, value]) => tableOf(`${path}.${key}`, value as readonly Plain[], around)),
    ...proseBlocks(group),
  ];
}

function pairRows(path: string, title: string, value: Plain, around: Surroundings): Span[][][] {
  const open = readUnsettled(value);
  if (!open && isGroup(value) && Object.values(value).some((inner) => typeof inner !== "object"))
    return Object.entries(value).flatMap(([key, inner]) =>
      pairRows(`${path}.${key}`, `${title}, ${keyWords(key).toLowerCase()}`, inner, around),
    );
  return [[[strong(title)], [...valueSpans(value), ...around.marks(path)]]];
}

/** Things that are alike, one a row. Keys that few have, or that are many, are told in a last column. */
function tableOf(path: string, items: readonly Plain[], around: Surroundings): Block[] {
  const groups = items.map((item) => (isGroup(item) && !readUnsettled(item) ? item : undefined));
  const counts = new Map<string, number>();
  for (const group of groups) for (const key of Object.keys(group ?? {})) counts.set(key, (counts.get(key) ?? 0) + 1);
  const columns = [...counts.keys()].filter((key) => isColumn(key, counts.get(key)!, groups)).slice(0, mostColumns - 1);
  const rest = [...counts.keys()].some((key) => !columns.includes(key));
  const rows = items.map((item, i) => {
    const group = groups[i];
    if (!group) return [[...valueSpans(item)], ...columns.slice(rest ? 0 : 1).map((): Span[] => [])];
    const at = (key: string) => `${path}[${i}].${key}`;
    const cells = columns.map((key) => [...valueSpans(group[key]), ...around.marks(at(key))]);
    const others = Object.entries(group).filter(([key]) => !columns.includes(key));
    return rest ? [...cells, restSpans(others, at, around)] : cells;
  });
  return [{ kind: "table", head: [...columns.map(keyWords), ...(rest ? ["More"] : [])], rows }];
}

/** A column is worth its width where at least a third of the rows have the key, in texts of a cell's length. */
function isColumn(key: string, count: number, groups: readonly (Group | undefined)[]): boolean {
  const first = groups.some((group) => group && Object.keys(group)[0] === key);
  return first || (count >= groups.length / 3 && groups.every((group) => !isWide(group?.[key])));
}

const isWide = (value: Plain | undefined): boolean =>
  valueSpans(value).reduce((length, { text }) => length + text.length, 0) > longText;

function restSpans(entries: readonly [string, Plain][], at: (key: string) => string, around: Surroundings): Span[] {
  return entries.flatMap(([key, value], i) => [
    ...(i > 0 ? [plainSpan("; ")] : []),
    soft(`${keyWords(key).toLowerCase()}: `),
    ...valueSpans(value),
    ...around.marks(at(key)),
  ]);
}

function proseBlocks(group: Group): Block[] {
  const { notes, decisions } = group;
  return [
    ...(typeof notes === "string" ? [{ kind: "paragraph", spans: valueSpans(notes) } as const] : []),
    ...(isList(decisions) ? decisionBlocks(decisions) : []),
  ];
}

/** Decisions as sentences: chosen over what, and why. */
export function decisionBlocks(decisions: readonly Plain[]): Block[] {
  const items = decisions.map((one) => {
    if (!isGroup(one)) return valueSpans(one);
    const { chose, over, because, revisit } = one;
    return [
      strong(String(chose ?? "")),
      ...(over === undefined ? [] : [plainSpan(` over ${String(over)}`)]),
      ...(because === undefined ? [] : [plainSpan(`, because ${String(because)}`)]),
      ...(revisit === undefined ? [] : [soft(`; revisit: ${String(revisit)}`)]),
    ];
  });
  return [
    { kind: "paragraph", spans: [strong("Decided:")] },
    { kind: "list", items },
  ];
}

/** A sentence, rather than a word or a quantity. */
const isProse = (value: Plain): boolean =>
  typeof value === "string" && value.length > sentenceText && value.includes(" ") && !readUnsettled(value);

function isSmall(value: Plain): boolean {
  if (isProse(value)) return false;
  if (typeof value !== "object" || readUnsettled(value)) return true;
  const inner = Object.values(value) as Plain[];
  return inner.length <= 4 && inner.every((one) => typeof one !== "object") && !isWide(value);
}

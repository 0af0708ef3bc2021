/** Small whole numbers from a list, below a limit each; zeros when the list has run out, so that short lists are simple. */
export type Dice = (below: number) => number;

export function diceOf(numbers: readonly number[]): Dice {
  let at = 0;
  return (below) => (numbers[at++] ?? 0) % below;
}

const pick = <Value>(dice: Dice, from: readonly Value[]): Value => from[dice(from.length)]!;

const keys = [
  "a",
  "b",
  "name",
  "on",
  "target",
  '"q: k"',
  "'it''s'",
  "1",
  "x y",
  "metrics",
  "data",
  "serving",
  "é",
  "null",
];
const scalars = [
  "x", "5", "unknown", "~", "", '">= 0.3"', "'it''s'", "a b c", '"tab\\t \\u00e9"', "1.50", "true", "- x".slice(2),
  "http://a.b/c#d", '"# no comment"', "'two: words'", "0x1F", ".5", '""', "2024-01-01", "a,b",
]; // prettier-ignore
const flows = [
  "{}", "[]", "[ ]", "{a: 1, b: 2}", "{ a: 1 }", "[x, 'y', \"z\"]", '{"a":1,"b":[2,3]}', "[a: 1, b]", "[{a: 1}, {b: 2}]", "{a: {b: {c: 1}}}",
  "[x, y,]", "{a: , b}", "{a: 1, }", "[[1, 2], []]", "[? a : 1, x]", '["p","q"]', "{a: [x, y], 'b c': \"d\"}",
]; // prettier-ignore
const comments = ["# c", "#", "# a: 1", "#- x", "# 'quote"];

interface Writer {
  readonly dice: Dice;
  readonly anchors: string[];
  readonly step: number;
  count: number;
}

/** A YAML text with every manner of writing that people use, nasty ones among them. Most, not all, are well-formed. */
export function randomYaml(dice: Dice): string {
  const writer: Writer = { dice, anchors: [], step: pick(dice, [2, 2, 4, 1, 3]), count: 0 };
  const head = pick(dice, [[], [], ["# head"], ["# head", ""], ["---"], ["%YAML 1.2", "---"]]);
  const body = dice(12) === 1 ? flowLines(writer, 0) : dice(8) === 1 ? list(writer, 0, 0) : map(writer, 0, 0);
  const foot = pick(dice, [[], [], ["# foot"], ["", "# foot", ""], ["..."], ["  # deep foot"]]);
  const eol = pick(dice, ["\n", "\n", "\r\n"]);
  const text = [...head, ...body, ...foot].join(eol) + (dice(4) === 1 ? "" : eol);
  return dice(10) === 1 ? `\uFEFF${text}` : text;
}

const pad = (column: number): string => " ".repeat(column);

function map(writer: Writer, column: number, depth: number): string[] {
  const { dice } = writer;
  const names = new Set(Array.from({ length: 1 + dice(4) }, () => pick(dice, keys)));
  return [...names].flatMap((key) => {
    const explicit = dice(25) === 1;
    const [first = "", ...rest] = value(writer, column, column + writer.step, depth + 1, false);
    const line = explicit ? [`${pad(column)}? ${key}`, `${pad(column)}:${first}`] : [`${pad(column)}${key}:${first}`];
    return [...aside(writer, column), ...line, ...rest];
  });
}

function list(writer: Writer, column: number, depth: number): string[] {
  return Array.from({ length: 1 + writer.dice(3) }, () => {
    const [first = "", ...rest] = value(writer, column, column + 2, depth + 1, true);
    return [...aside(writer, column), `${pad(column)}-${first}`, ...rest];
  }).flat();
}

/** Comments and blank lines before a key or an item. */
function aside({ dice }: Writer, column: number): string[] {
  const comment = () => pad(pick(dice, [column, column, column, column + 2, 0])) + pick(dice, comments);
  return pick(dice, [
    () => [],
    () => [],
    () => [],
    () => [comment()],
    () => [""],
    () => ["", comment()],
    () => [comment(), "", comment()],
    () => ["   "],
  ])();
}

/** What stands behind a `:` or a `-`, and the lines below. */
function value(writer: Writer, column: number, inner: number, depth: number, isItem: boolean): string[] {
  const { dice } = writer;
  const kind = dice(depth > 3 ? 7 : 10);
  const tail = dice(4) === 1 ? pick(dice, ["  # t", " # t: x", "    #"]) : "";
  const anchor = dice(12) === 1 ? ` &x${++writer.count}` : "";
  const done = (lines: string[]): string[] => {
    if (anchor) writer.anchors.push(anchor.slice(2));
    return lines;
  };
  if (kind <= 1) {
    if (!anchor && writer.anchors.length > 0 && dice(3) === 1) return [` *${pick(dice, writer.anchors)}${tail}`];
    const scalar = pick(dice, scalars);
    return done([`${anchor}${scalar === "" ? "" : ` ${scalar}`}${tail}`]);
  }
  if (kind === 2) return done([`${anchor} ${pick(dice, flows)}${tail}`]);
  if (kind === 3) return done(blockScalar(writer, inner, anchor, tail));
  if (kind === 4) return done(longScalar(writer, inner, anchor, tail));
  if (kind === 5) {
    const [first = "", ...rest] = flowLines(writer, inner);
    return done([`${anchor} ${first.trimStart()}`, ...rest]);
  }
  if (kind === 6) return done([`${anchor}${tail}`, `${pad(inner)}${pick(dice, ["x", '"y"', "[z]", "5 # t"])}`]);
  const deeper = kind === 7 ? list(writer, isItem || dice(3) > 0 ? inner : column, depth) : map(writer, inner, depth);
  if (isItem && anchor === "" && tail === "" && dice(2) === 0 && deeper[0]!.trim() !== "" && !deeper[0]!.includes("#"))
    return done([` ${deeper[0]!.trimStart()}`, ...deeper.slice(1)]);
  return done([`${anchor}${tail}`, ...deeper]);
}

function blockScalar({ dice }: Writer, inner: number, anchor: string, tail: string): string[] {
  const header = pick(dice, ["|", ">", "|-", ">-", "|+", ">+"]);
  const body = pick(dice, [
    ["one"],
    ["one", "two"],
    ["one", "", "two"],
    ["one: 1", "# not a comment", "  deeper"],
    ["one", "", ""],
    [""],
    ["", "late"],
    ["- x", "  y", "", "z", ""],
  ]);
  return [`${anchor} ${header}${tail}`, ...body.map((line) => (line === "" ? "" : pad(inner) + line))];
}

function longScalar({ dice }: Writer, inner: number, anchor: string, tail: string): string[] {
  const [open, close] = pick(dice, [["", ""], ['"', '"'], ["'", "'"]] as const); // prettier-ignore
  const middle = pick(dice, [[], [""], ["and more", ""]]).map((line) => (line === "" ? "" : pad(inner) + line));
  return [`${anchor} ${open}first words`, ...middle, `${pad(inner + dice(2))}last words${close}${tail}`];
}

/** Brackets over several lines, with comments. */
function flowLines({ dice }: Writer, column: number): string[] {
  const isMap = dice(2) === 0;
  const [open, close] = isMap ? ["{", "}"] : ["[", "]"];
  const item = (i: number): string =>
    (isMap ? `${pick(dice, [`k${i}`, `"j${i}"`])}: ` : "") + pick(dice, ["1", "x", '"q"', "{a: 1}", "[1, 2]", "'s'"]);
  const tail = () => (dice(4) === 1 ? pick(dice, [" # t", "  # t, u"]) : "");
  const lines: string[] = [open + tail()];
  const count = dice(4);
  for (let i = 0; i < count; i++) {
    if (dice(5) === 1) lines.push(`${pad(column + 1)}# own ${i}`);
    const comma = i < count - 1 || dice(3) === 1 ? "," : "";
    if (dice(5) === 1 && i > 0 && !lines.at(-1)!.includes("#")) lines.push(`${lines.pop()!} ${item(i)}${comma}`);
    else lines.push(`${pad(column + 1 + dice(2))}${item(i)}${comma}${tail()}`);
  }
  return [...lines, `${pad(column + 1)}${close}`];
}

import { splitArrows, type TypedArrow } from "./arrows.ts";
import { emptyBoard, type Board } from "./board.ts";
import { longestName, readItem, tidy, type Item } from "./item.ts";
import { readNumbers, saysWhatItIs } from "./numbers.ts";
import { Sketch } from "./sketch.ts";
import { linesOf, type DrawnLine } from "./drawn-lines.ts";

/** A board is read again with every line that is added, so that it must stay of a size that is read at once. */
export const longestBoard = 60_000;
const mostUnread = 100;

/**
 * Reads what was typed onto a whiteboard; see `docs/whiteboard.md`. Never throws; lines that cannot be read are in
 * `unread`, with what would be. Time grows with the length of the text.
 *
 * @param earlier  a board that the lines are added to
 */
export function readBoard(text: string, earlier: Board = emptyBoard): Board {
  if (earlier.text.length + text.length > longestBoard) return refused(text, earlier);
  const addedFrom = earlier.text === "" ? 0 : earlier.text.length + 1;
  const whole = earlier.text === "" ? text : `${earlier.text}\n${text}`;
  const sketch = new Sketch();
  const unread: Board["unread"][number][] = [];
  for (const line of linesOf(whole)) {
    const why = drawLine(sketch, line);
    if (why !== undefined && unread.length < mostUnread)
      unread.push({ line: line.number, text: line.text.trim().slice(0, 200), why });
  }
  return { text: whole, addedFrom, ...sketch.finished(), unread };
}

function refused(text: string, earlier: Board): Board {
  const why = `The board would hold ${earlier.text.length + text.length} characters, and at most ${longestBoard} are read: draw the parts that matter, a few lines at a time.`;
  const line = earlier.text.split("\n").length + (earlier.text === "" ? 0 : 1);
  return { ...earlier, unread: [...earlier.unread, { line, text: `${text.slice(0, 60).trim()} …`, why }] };
}

/** @returns why a line could not be read; `undefined` where it was */
function drawLine(sketch: Sketch, line: DrawnLine): string | undefined {
  const body = line.text.trim();
  if (body === "") return undefined;
  const { segments, arrows } = splitArrows(line.text);
  const [verb, object] = verbOf(body);
  if (verb === "remove") return removed(sketch, object);
  if (arrows.length > 0) return drawChain(sketch, line, segments, arrows);
  if (verb === "clear") return void sketch.clear();
  if (verb === "rename") return renamed(sketch, object);
  return drawBox(sketch, line, body);
}

function verbOf(body: string): [string, string] {
  const match = /^(remove|delete|erase|drop|rename|clear|wipe)\b\s*(.*)$/is.exec(body);
  if (!match) return ["", ""];
  const word = match[1]!.toLowerCase();
  if (["clear", "wipe"].includes(word))
    return /^(the )?(board|all|everything)?$/i.test(match[2]!) ? ["clear", ""] : ["", ""];
  return [word === "rename" ? word : "remove", match[2]!];
}

const bare = (name: string): string => tidy(name.trim().replace(/^\[|\]$/g, ""));

function removed(sketch: Sketch, what: string): string | undefined {
  const { segments, arrows } = splitArrows(what);
  const names = segments.map(({ text }) => bare(text));
  const boxes = names.map((name) => sketch.find(name));
  const missing = boxes.indexOf(undefined);
  if (missing >= 0) return unknownName(sketch, names[missing]!, "remove");
  if (arrows.length === 0) return void sketch.remove(boxes[0]!);
  const count = sketch.disconnect(({ from, to }) =>
    boxes.some((box, at) => box === from && boxes[at + 1] === to && boxes[at + 1] !== undefined),
  );
  return count > 0 ? undefined : `There is no arrow from ${names[0]} to ${names[1]}.`;
}

function unknownName(sketch: Sketch, name: string, verb: string): string {
  const meant = sketch.nearestTo(name);
  const first = sketch.names.slice(0, 5).join(", ");
  const fix = meant ? `\`${verb} ${meant}\` would be read` : `boxes are ${first || "none yet"}`;
  return `No box is called \`${name.slice(0, 40)}\`; ${fix}.`;
}

function renamed(sketch: Sketch, what: string): string | undefined {
  const match = /^(.{1,80}?)\s+(?:to|as|=>|->|→)\s+(.{1,80})$/s.exec(what.trim());
  if (!match) return "`rename old name to new name` would be read.";
  const [from, to] = [bare(match[1]!), bare(match[2]!)];
  const box = sketch.find(from);
  if (!box) return unknownName(sketch, from, "rename");
  const other = sketch.find(to, true);
  if (other && other !== box) return `A box is already called \`${other.name}\`; give the other a name of its own.`;
  if (to === "" || to.length > longestName) return `A name has 1 to ${longestName} characters.`;
  return void sketch.rename(box, to);
}

const full = "The board is full: 150 boxes and 400 arrows are read at most. `remove name` makes room.";

function drawBox(sketch: Sketch, line: DrawnLine, body: string): string | undefined {
  const bullet = /^[-*•]\s+(.+)$/s.exec(body);
  if (bullet) return bulletBelow(sketch, line, bullet[1]!);
  const item = readItem(line.text, line.start, sketch.knownPrefix);
  if (!item) return "There is no name in it; `[name]` would be read as a box.";
  const known = sketch.find(item.name, item.isBoxed);
  const says = item.numbers.length + item.lines.length > 0 || item.fallback !== undefined || item.kind !== undefined;
  if (!known && sketch.isFull) return full;
  if (!known && !item.isBoxed && !(says && isNew(sketch, item, body))) return notABox(sketch, item, body);
  if (known && !item.isBoxed && says && readsAsProse(item, body)) return prose(body);
  placeItem(sketch, item);
  sketch.lastBox = item.name;
  return undefined;
}

/** A name with a colon or a kind opens a box without brackets, unless it looks like a slip of a known name. */
const isNew = (sketch: Sketch, { name, kind }: Item, body: string): boolean =>
  name.split(" ").length <= 4 &&
  sketch.nearestTo(name) === undefined &&
  (kind !== undefined || /^[^:{]{1,60}[:{]/.test(body));

const readsAsProse = ({ numbers, fallback, kind, lines }: Item, body: string): boolean =>
  numbers.length === 0 && fallback === undefined && kind === undefined && lines.length > 0 && !/[:{]/.test(body);

const prose = (body: string): string =>
  `It has neither an arrow nor a box nor a number; \`a -> b\`, \`[${body.slice(0, 24).trim()}]\` or \`name: words\` would be read.`;

function notABox(sketch: Sketch, { name }: Item, body: string): string {
  const meant = sketch.nearestTo(name);
  if (meant) return `No box is called \`${name}\`; \`${meant}\` would be read.`;
  return prose(body);
}

function bulletBelow(sketch: Sketch, line: DrawnLine, words: string): string | undefined {
  const box = sketch.lastBox === undefined ? undefined : sketch.find(sketch.lastBox);
  if (!box) return "A bullet stands below a box; draw `[Requirements]` first.";
  const numbers = readNumbers(line.text, line.start).filter(saysWhatItIs);
  sketch.put({ name: box.name, isBoxed: true, numbers, lines: [tidy(words)], start: line.start, end: line.start });
  return undefined;
}

function placeItem(sketch: Sketch, item: Item) {
  const box = sketch.put(item);
  if (item.fallback === undefined || item.fallback === "") return box;
  const name = item.fallback.slice(0, longestName);
  const to = sketch.put(
    { name: bare(name), isBoxed: false, numbers: [], lines: [], start: item.start, end: item.end },
    true,
  );
  const { start, end } = item;
  if (to !== box) sketch.connect({ from: box, to, kind: "fallback", label: undefined, numbers: [], start, end });
  return box;
}

function drawChain(
  sketch: Sketch,
  line: DrawnLine,
  segments: ReturnType<typeof splitArrows>["segments"],
  arrows: readonly TypedArrow[],
): string | undefined {
  if (sketch.isFull) return full;
  const groups = segments.map(({ text, at }) => itemsOf(text, line.start + at, sketch));
  const empty = groups.findIndex((items) => items.length === 0);
  if (empty >= 0)
    return `There is no box ${empty === 0 ? "before" : "behind"} an arrow; \`client -> gateway\` would be read.`;
  if (groups.some((items) => items.length > 12))
    return "More than 12 boxes at one end of an arrow; draw them in lines of their own.";
  const boxes = groups.map((items, at) =>
    items.map((item) => ({
      item,
      box: arrows[at - 1]?.kind === "fallback" ? sketch.put(item, true) : placeItem(sketch, item),
    })),
  );
  let toItself = false;
  for (const [at, arrow] of arrows.entries())
    for (const one of boxes[at]!)
      for (const other of boxes[at + 1]!) {
        if (one.box === other.box) toItself = true;
        else join(sketch, arrow, one, other);
      }
  return toItself
    ? "An arrow from a box to itself says nothing that can be drawn; the rest of the line was read."
    : undefined;
}

type Placed = { readonly item: Item; readonly box: ReturnType<Sketch["put"]> };

function join(sketch: Sketch, { kind, points, label }: TypedArrow, one: Placed, other: Placed): void {
  const words = label ?? other.item.arrowLabel;
  const numbers = words === undefined ? [] : readNumbers(words, 0).filter(saysWhatItIs);
  const [start, end] = [Math.min(one.item.start, other.item.start), Math.max(one.item.end, other.item.end)];
  const drawn = { kind, label: words, numbers, start, end };
  if (points !== "left") sketch.connect({ ...drawn, from: one.box, to: other.box });
  if (points !== "right") sketch.connect({ ...drawn, from: other.box, to: one.box });
}

/** The boxes of one segment: `features, retrieval`; a piece that holds numbers only belongs to the box before it. */
function itemsOf(text: string, at: number, sketch: Sketch): Item[] {
  const pieces: { text: string; at: number }[] = [];
  for (const match of text.matchAll(/(?:\[[^\][]*\]|\{[^{}]*\}|\([^()]*\)|\d,\d{3}|[^,&]|&(?!\s)|(?<!\s)&)+/g)) {
    const own = readNumbers(match[0]);
    const words = own.reduce((left, { text: number }) => left.replace(number, ""), match[0].slice(0, 400));
    const last = pieces.at(-1);
    if (last && own.length > 0 && !/\p{L}{2,}/u.test(words))
      last.text = text.slice(last.at - at, match.index + match[0].length);
    else pieces.push({ text: match[0], at: at + match.index });
  }
  return pieces.flatMap((piece) => readItem(piece.text, piece.at, sketch.knownPrefix) ?? []);
}

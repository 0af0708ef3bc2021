import { cleanText } from "../../drawing/text/clean.ts";
import type { Board, BoardArrow, BoardBox } from "./board.ts";
import { boxDetail } from "./box-detail.ts";

const heads: readonly (readonly [BoardArrow["kind"], string, string])[] = [
  ["request", "Requests", "-->"],
  ["fallback", "Fallbacks", "~~>"],
  ["data", "Data", "==>"],
  ["feedback", "Feedback", "-.->"],
];

/**
 * A board as plain text: paths of arrows with numbered boxes, then the boxes with what is written in them.
 *
 * @param columns  of the terminal; no line is longer, from 40 columns on
 */
export function boardText(board: Board, columns = 80): string {
  const width = Math.max(40, Math.floor(columns));
  const lines =
    board.boxes.length === 0 ? ["The board is empty. Draw with `[client] -> [gateway] 600/s`."] : drawn(board);
  const unread = board.unread.slice(0, 10).flatMap(({ line, text, why }) => [`  line ${line}: ${text}`, `    ${why}`]);
  const more = board.unread.length > 10 ? [`  and ${board.unread.length - 10} more`] : [];
  const all = unread.length > 0 ? [...lines, "Not read", ...unread, ...more] : lines;
  return `${all.flatMap((line) => wrapped(cleanLine(line), width)).join("\n")}\n`;
}

/** Spaces at the beginning stay; all else that a terminal would act on goes. */
const cleanLine = (line: string): string => " ".repeat(line.length - line.trimStart().length) + cleanText(line);

function drawn({ boxes, arrows }: Board): string[] {
  const numbers = new Map(boxes.map(({ id }, at) => [id, at + 1]));
  const names = new Map(boxes.map((box) => [box.id, `[${numbers.get(box.id)} ${box.name}]`]));
  const paths = heads.flatMap(([kind, title, line]) => {
    const own = chains(arrows.filter((arrow) => arrow.kind === kind));
    return own.length === 0 ? [] : [title, ...own.map((chain) => `  ${chainText(chain, names, line)}`)];
  });
  return [...paths, "Boxes", ...boxes.flatMap((box, at) => boxLines(box, at + 1))];
}

/** Arrows joined end to end, each used once: as few lines as following them from their beginnings gives. */
function chains(arrows: readonly BoardArrow[]): BoardArrow[][] {
  const left = new Set(arrows);
  const led = new Set(arrows.map(({ to }) => to));
  const next = Map.groupBy(arrows, ({ from }) => from);
  const follow = (first: BoardArrow): BoardArrow[] => {
    const chain: BoardArrow[] = [];
    for (let arrow: BoardArrow | undefined = first; arrow; arrow = next.get(arrow.to)?.find((one) => left.has(one))) {
      chain.push(arrow);
      left.delete(arrow);
    }
    return chain;
  };
  const order = [...arrows.filter(({ from }) => !led.has(from)), ...arrows];
  return order.flatMap((arrow) => (left.has(arrow) ? [follow(arrow)] : []));
}

function chainText(chain: readonly BoardArrow[], names: ReadonlyMap<string, string>, line: string): string {
  const rest = chain.map(({ to, label }) => ` ${line} ${names.get(to)}${label ? ` : ${label}` : ""}`);
  return names.get(chain[0]!.from)! + rest.join("");
}

function boxLines(box: BoardBox, number: number): string[] {
  const detail = boxDetail(box);
  const head = `  ${String(number).padStart(3)} ${box.name} (${box.kind})`;
  const told = [detail, ...box.lines].filter((part) => part !== "");
  if (box.lines.length < 2) return [told.length > 0 ? `${head}: ${told.join("; ")}` : head];
  return [head, ...box.lines.map((line) => `      - ${line}`)];
}

/** Breaks a line at spaces, the rest a little further in; a word that is longer than a line is cut. */
function wrapped(line: string, width: number): string[] {
  if (widthOf(line) <= width) return [line];
  const indent = " ".repeat(Math.min(12, line.length - line.trimStart().length + 4));
  const lines: string[] = [];
  let now = line.slice(0, line.length - line.trimStart().length);
  let isFresh = true;
  for (const word of line
    .trim()
    .split(" ")
    .flatMap((one) => pieces(one, width - indent.length))) {
    if (!isFresh && widthOf(now) + 1 + widthOf(word) > width) {
      lines.push(now);
      now = indent;
      isFresh = true;
    }
    now += isFresh ? word : ` ${word}`;
    isFresh = false;
  }
  return [...lines, now];
}

function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const found: string[] = [];
  let now = "";
  for (const character of word) {
    if (widthOf(now) + widthOf(character) > width) {
      found.push(now);
      now = "";
    }
    now += character;
  }
  return [...found, now];
}

/** Columns of a terminal that a text takes; characters of East Asia and pictures take two. */
export function widthOf(text: string): number {
  let columns = 0;
  for (const character of text)
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(
        character,
      )
        ? 2
        : /[\p{Mn}\p{Me}\p{Cf}]/u.test(character)
          ? 0
          : 1;
  return columns;
}

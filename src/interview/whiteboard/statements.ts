import type { Quote, SaidQuantity, Statement } from "../statement.ts";
import type { Topic } from "../topic.ts";
import type { Board, BoardArrow, BoardBox } from "./board.ts";
import { arrowTopics, boxTopics, lineTopics } from "./topics-of-boxes.ts";

/**
 * What the lines that were drawn last say about topics. A bare box is a mention, a number on it gives it depth, and an
 * arrow to a fallback or back into training is a mechanism. Offsets of quotes are those of the entry's own text.
 *
 * @param entry   position of the drawing in the round's record
 * @param topics  the topics that are looked for; all of the table when absent
 */
export function boardStatements(
  board: Board,
  entry: number,
  atSeconds: number,
  topics?: readonly Pick<Topic, "id">[],
): Statement[] {
  const wanted = topics && new Set(topics.map(({ id }) => id));
  const found = [...boxes(board), ...changes(board), ...arrows(board)];
  return found
    .filter(({ topic }) => wanted === undefined || wanted.has(topic))
    .map(({ topic, depth, numbers, start, end }): Statement => ({
      topic,
      manner: "said",
      depth,
      quote: quoteOf(board, { entry, atSeconds }, start, end),
      quantities: numbers.map((number) => moved(number, -(board.addedFrom ?? 0))),
      from: "drawing",
    }));
}

interface Found {
  readonly topic: string;
  readonly depth: Statement["depth"];
  readonly numbers: readonly SaidQuantity[];
  readonly start: number;
  readonly end: number;
}

const moved = (number: SaidQuantity, by: number): SaidQuantity => ({
  ...number,
  start: number.start + by,
  end: number.end + by,
});

function quoteOf(board: Board, when: Pick<Quote, "entry" | "atSeconds">, start: number, end: number): Quote {
  const from = board.addedFrom ?? 0;
  return {
    entry: when.entry,
    start: start - from,
    end: end - from,
    text: board.text.slice(start, end),
    atSeconds: when.atSeconds,
  };
}

const isNew = ({ addedFrom = 0 }: Board, start: number): boolean => start >= addedFrom;

/** Boxes that were drawn first in these lines. */
function boxes(board: Board): Found[] {
  return board.boxes
    .filter(({ start }) => isNew(board, start))
    .flatMap((box) => {
      const inside = box.numbers.filter(({ start, end }) => start >= box.start && end <= box.end);
      return [...boxFound(box, inside, box.start, box.end), ...linesFound(board, box)];
    });
}

function boxFound(box: BoardBox, numbers: readonly SaidQuantity[], start: number, end: number): Found[] {
  return boxTopics(box, numbers).map(({ topic, numbers: own, depth }) => ({
    topic,
    depth: depth ?? (own.length > 0 ? ["number"] : []),
    numbers: own,
    start,
    end,
  }));
}

/** Bullets of a box, each where it stands in the text. */
function linesFound(board: Board, box: BoardBox): Found[] {
  return box.lines.flatMap((line) => {
    const start = board.text.indexOf(line, box.start);
    if (start < 0 || !isNew(board, start)) return [];
    const end = start + line.length;
    const numbers = box.numbers.filter((number) => number.start >= start && number.end <= end);
    return lineTopics(box, line, numbers).map((topic): Found => ({
      topic,
      depth: numbers.length > 0 ? ["number"] : [],
      numbers,
      start,
      end,
    }));
  });
}

/** Numbers that a later line gives a box; the whole line is quoted. */
function changes(board: Board): Found[] {
  return board.boxes.flatMap((box) => {
    const added = box.numbers.filter(
      ({ start, end }) => isNew(board, start) && (start < box.start || end > box.end || !isNew(board, box.start)),
    );
    const byLine = Map.groupBy(added, ({ start }) => board.text.lastIndexOf("\n", start - 1) + 1);
    return [...byLine.values()].flatMap((numbers) => {
      const { start, end } = lineAround(board.text, numbers[0]!.start);
      return boxFound(box, numbers, start, end).filter((found) => found.numbers.length > 0);
    });
  });
}

function lineAround(text: string, at: number): { start: number; end: number } {
  const from = text.lastIndexOf("\n", at - 1) + 1;
  const to = text.indexOf("\n", at);
  const line = text.slice(from, to < 0 ? text.length : to);
  return { start: from + line.length - line.trimStart().length, end: from + line.trimEnd().length };
}

function arrows(board: Board): Found[] {
  const box = new Map(board.boxes.map((one) => [one.id, one]));
  return board.arrows
    .filter(({ start }) => isNew(board, start))
    .flatMap((arrow) =>
      arrowTopics(arrow, box.get(arrow.from)!, box.get(arrow.to)!).map((topic) => found(arrow, topic)),
    );
}

function found({ numbers, start, end }: BoardArrow, topic: string): Found {
  return { topic, depth: numbers.length > 0 ? ["mechanism", "number"] : ["mechanism"], numbers, start, end };
}

import type { Board } from "../../interview/whiteboard/board.ts";

/** Up to so many boxes a board is shown as a whole each time something is drawn. */
const fewBoxes = 6;

/** What the last drawing changed; `undefined` where the whole board is as quick to read. */
export function drawnNow(board: Board, before: Board | undefined): Board | undefined {
  if (!before || board.boxes.length <= fewBoxes) return undefined;
  const known = new Set([...before.boxes.map(same), ...before.arrows.map(same)]);
  const arrows = board.arrows.filter((one) => !known.has(same(one)));
  const ends = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const boxes = board.boxes.filter((one) => !known.has(same(one)) || ends.has(one.id));
  return boxes.length === 0 || boxes.length === board.boxes.length ? undefined : { ...board, boxes, arrows };
}

/** Where it stands in the text does not count. */
const same = (one: Board["boxes"][number] | Board["arrows"][number]): string =>
  JSON.stringify(one, (key, value: unknown) => (key === "start" || key === "end" ? undefined : value));

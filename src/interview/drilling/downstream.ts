import type { Board, BoardBox } from "../whiteboard/board.ts";

/** Boxes that a box's data reaches, nearest first, itself left out. */
export function downstreamOf({ boxes, arrows }: Board, id: string): BoardBox[] {
  const next = Map.groupBy(
    arrows.filter(({ kind }) => kind !== "fallback"),
    ({ from }) => from,
  );
  const reached = new Set([id]);
  for (const one of reached) for (const { to } of next.get(one) ?? []) reached.add(to);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  return [...reached]
    .slice(1)
    .map((one) => byId.get(one)!)
    .filter(({ kind }) => kind !== "user");
}

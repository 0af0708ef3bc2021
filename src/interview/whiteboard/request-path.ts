import type { Board, BoardBox, BoxKind } from "./board.ts";

const ends: ReadonlySet<BoxKind> = new Set(["user", "gateway"]);
const steps: ReadonlySet<BoxKind> = new Set([
  "gateway",
  "service",
  "features",
  "retrieval",
  "ranker",
  "model",
  "rules",
  "cache",
  "store",
]);

/**
 * The boxes that a request goes through, in the order of the arrows; boxes side by side in the order in which they were
 * drawn. A request begins at a user or a gateway, else at a box that no request leads to.
 */
export function requestPath({ boxes, arrows }: Board): BoardBox[] {
  const requests = arrows.filter(({ kind }) => kind === "request");
  const led = new Set(requests.map(({ to }) => to));
  const leaving = new Set(requests.map(({ from }) => from));
  const begins = [
    boxes.filter(({ id, kind }) => kind === "user" && leaving.has(id)),
    boxes.filter(({ id, kind }) => ends.has(kind) && leaving.has(id)),
    boxes.filter(({ id }) => leaving.has(id) && !led.has(id)),
  ].find(({ length }) => length > 0);
  const next = Map.groupBy(requests, ({ from }) => from);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const order: BoardBox[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const { to } of (next.get(id) ?? []).toReversed()) visit(to);
    order.push(byId.get(id)!);
  };
  for (const { id } of (begins ?? []).toReversed()) visit(id);
  return order.toReversed().filter(({ kind }) => steps.has(kind));
}

/**
 * What answers when a box of the path does not. A fallback covers its box, and the boxes before it whose work it makes
 * needless; one at the first box (a gateway) covers all boxes behind it.
 *
 * @returns by id of the box, the box whose fallback it is
 */
export function coverOf(path: readonly BoardBox[]): Map<string, BoardBox> {
  const cover = new Map<string, BoardBox>();
  const [first, ...others] = path;
  const front = first?.kind === "gateway" ? first : undefined;
  if (front?.fallback) for (const { id } of others) cover.set(id, front);
  if (first && !front) others.unshift(first);
  for (const [at, box] of others.entries())
    if (box.fallback)
      for (const { id } of others.slice(0, at + 1)) if (!cover.has(id) || id === box.id) cover.set(id, box);
  return cover;
}

import type { Path } from "../unsettled.ts";
import type { Edit } from "../edit.ts";
import { isEmpty, isList, isMapping, same, type PlainMap, type PlainValue } from "./plain-value.ts";

/**
 * The edits that turn one collection into another of its kind, so that what is the same in both stays as written.
 *
 * @returns `undefined` where the one has to be written in the place of the other
 */
export function changesOf(path: Path, before: unknown, after: PlainValue): Edit[] | undefined {
  if (isList(before) && isList(after) && !isEmpty(before) && !isEmpty(after)) return listChanges(path, before, after);
  if (!isMapping(before) || !isMapping(after) || isEmpty(before) || isEmpty(after)) return undefined;
  return mapChanges(path, before, after);
}

function mapChanges(path: Path, before: PlainMap, after: PlainMap): Edit[] {
  const sets = Object.entries(after)
    .filter(([key, value]) => !Object.hasOwn(before, key) || !same(before[key], value))
    .map(([key, value]): Edit => ({ set: [...path, key], to: value }));
  const removes = Object.keys(before)
    .filter((key) => !Object.hasOwn(after, key))
    .map((key): Edit => ({ remove: [...path, key] }));
  return [...sets, ...removes];
}

/** What is the same at both ends stays; a list that grows does so at its end. */
function listChanges(path: Path, before: readonly PlainValue[], after: readonly PlainValue[]): Edit[] {
  const head = sameFrom(before, after);
  const tail = after.length < before.length ? Math.min(sameTo(before, after), after.length - head) : 0;
  const changed = after.slice(head, after.length - tail);
  const gone = Math.max(0, before.length - after.length);
  const sets = changed.map((value, i): Edit => ({ set: [...path, head + i], to: value }));
  const removes = Array.from({ length: gone }, (): Edit => ({ remove: [...path, head + changed.length] }));
  return [...sets, ...removes];
}

function sameFrom(a: readonly PlainValue[], b: readonly PlainValue[]): number {
  let count = 0;
  while (count < a.length && count < b.length && same(a[count], b[count])) count++;
  return count;
}

const sameTo = (a: readonly PlainValue[], b: readonly PlainValue[]): number => sameFrom(a.toReversed(), b.toReversed());

import { parse } from "yaml";
import { editText, type Edit, type PlainValue } from "../design/edit.ts";
import { readPath } from "../design/edit/read-path.ts";

/** Takes the value at its path away. */
export const gone = Symbol("gone");

/**
 * A document with some values changed, in the order given: how rules say what breaks a sound design.
 *
 * @param changes  path → new value, or `gone`; items of lists by number or by name: `data.sources[payments].freshness`
 * @throws {Problem} as `editText` and `readPath`, so that a rule whose sound document changed is seen at once
 */
export function edited(text: string, changes: Readonly<Record<string, PlainValue | typeof gone>>): string {
  return Object.entries(changes).reduce((before, [words, value]) => {
    const path = readPath(words, parse(before));
    const edit: Edit = value === gone ? { remove: path } : { set: path, to: value };
    return editText(before, [edit]);
  }, text);
}

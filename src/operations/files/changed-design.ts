import { parse, stringify } from "yaml";
import type { DesignDocument } from "../../design/design.ts";
import { readPath } from "../../design/edit/read-path.ts";
import { plainDesign } from "../../design/plain.ts";
import { stages } from "../../design/schema/design.ts";
import { editedDocument } from "./design-file.ts";
import { pathAndValue } from "./path-and-value.ts";

/**
 * The design as it would be with some values changed; nothing is written. A path may leave its first words out where
 * one place alone fits: `requests.peak=6000/s`.
 *
 * @param changes  `path=value`, as `plumb edit --set` takes them
 * @throws {Problem} as the editor and the reader of designs
 */
export function changedDesign(document: DesignDocument, changes: readonly string[]): DesignDocument {
  if (changes.length === 0) return document;
  const text = document.text === "" ? stringify(plainDesign(document.design)) : document.text;
  return changes.reduce<DesignDocument>(
    (changed, words) => {
      const { path, value } = pathAndValue(words);
      const tree: unknown = parse(changed.text);
      return editedDocument(changed, [{ set: readPath(wholePath(path, tree), tree), to: value }]);
    },
    { ...document, text },
  );
}

/** `requests.peak` is `requirements.scale.requests.peak` where the document has one such place. */
function wholePath(path: string, tree: unknown): string {
  const first = /^[^.[]*/.exec(path)![0];
  if ((stages as readonly string[]).includes(first) || (isMapping(tree) && first in tree)) return path;
  const found = placesOf(tree, first, "");
  return found.length === 1 ? `${found[0]}${path.slice(first.length)}` : path;
}

function placesOf(node: unknown, key: string, at: string): string[] {
  if (!isMapping(node)) return [];
  return Object.entries(node).flatMap(([name, inner]) => {
    const here = at === "" ? name : `${at}.${name}`;
    return name === key ? [here] : placesOf(inner, key, here);
  });
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

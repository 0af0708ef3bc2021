import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseDesign } from "../../design/parse.ts";
import type { Labels } from "./fixtures/labels.ts";
import { importMarkdown, type Imported } from "./index.ts";

const folder = join(import.meta.dirname, "fixtures");
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".labels.ts"))
  .map((file) => file.replace(".labels.ts", ""));

it("is tried on twelve documents", () => expect(names).toHaveLength(12));

describe.each(names)("the document %s", (name) => {
  const text = readFileSync(join(folder, `${name}.md`), "utf8");
  const result = importMarkdown(text, { file: `${name}.md` });
  const line = ({ line, text: found }: { line: number; text: string }): string => `${line}: ${found}`;
  let labels: Labels;
  beforeAll(async () => {
    ({ labels } = (await import(`./fixtures/${name}.labels.ts`)) as { labels: Labels });
  });

  it("has every stated number found with its line, and none invented", () => {
    const silent = new Set(labels.silent ?? []);
    const found = result.numbers.map(line);
    expect(found.filter((one) => !silent.has(one))).toEqual(labels.numbers);
    expect([...silent].filter((one) => !found.includes(one))).toEqual([]);
  });

  it("makes no claim of a number that states nothing, and says of every other why it has no place", () => {
    const silent = new Set(labels.silent ?? []);
    expect(result.numbers.filter((one) => silent.has(line(one)) && one.path !== undefined)).toEqual([]);
    expect(result.numbers.filter(({ path, why }) => (path === undefined) === (why === undefined))).toEqual([]);
  });

  it("puts what it says where a person would", () => {
    const placed = Object.fromEntries(result.placed.map(({ path, value }) => [path, value]));
    expect(placed).toMatchObject(labels.placed);
  });

  it("leaves open what it does not say", () => {
    const tree = parse(result.yaml) as unknown;
    const stated = labels.absent.filter((path) => settled(at(tree, path)));
    expect(stated).toEqual([]);
  });

  it("loses no block that has no place", () => {
    for (const words of labels.unplaced ?? [])
      expect(
        result.unplaced.some(({ text: left }) => left.includes(words)),
        words,
      ).toBe(true);
  });

  it("marks each claim in the design with its line, and writes no digit that the document does not have", () => {
    const claims = result.numbers.filter(({ path }) => path !== undefined);
    for (const { line: at } of claims)
      expect(result.yaml).toMatch(new RegExp(`# imported, unconfirmed \\(${name}\\.md:(?:\\d+, )*${at}\\b`));
    expect(foreignDigits(result, text)).toEqual([]);
  });

  it("gives a design that is read without a problem", () => {
    expect(parseDesign(result.yaml).problems).toEqual([]);
  });

  it("has every range in the file, over the text that was recorded", () => {
    const lines = text.split("\n");
    const ranged = [...result.placed, ...result.numbers, ...result.unplaced, ...result.setAside];
    for (const { range, text: recorded } of ranged) {
      expect(text.slice(range.start, range.end)).toBe(recorded);
      const [first, last] = [range.line - 1, range.endLine - 1];
      const spanned = lines.slice(first, last + 1).join("\n");
      const tail = lines[last]!.length - (range.endColumn - 1);
      expect(spanned.slice(range.column - 1, spanned.length - tail)).toBe(recorded);
    }
  });

  it("gives the same design each time, and from the same text with other line ends", () => {
    expect(importMarkdown(text, { file: `${name}.md` })).toEqual(result);
    const other = importMarkdown(text.replaceAll("\n", "\r\n"), { file: `${name}.md` });
    expect(other.yaml).toBe(result.yaml);
  });
});

function at(tree: unknown, path: string): unknown {
  return path
    .split(/\.|(?=\[)/)
    .map((key) => key.replace(/^\[|\]$/g, ""))
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], tree);
}

/** Whether anything but notes stands there. */
function settled(node: unknown): boolean {
  if (node === undefined || node === "unknown") return false;
  if (typeof node === "string") return !node.startsWith("later: ");
  if (node === null || typeof node !== "object") return true;
  return Object.entries(node).some(([key, value]) => key !== "notes" && settled(value));
}

/** Digits of claims that are not those of a number that was found in the text. */
function foreignDigits({ yaml, numbers }: Imported, text: string): string[] {
  const stated = new Set(numbers.flatMap(({ quantity = "" }) => quantity.match(/[\d.]+/g) ?? []));
  const claimed = yaml.split("\n").filter((line) => line.includes("# imported, unconfirmed"));
  return claimed
    .flatMap((line) => line.replace(/#.*$/, "").match(/(?<![\w@.])[\d.]*\d/g) ?? [])
    .filter((digits) => !stated.has(digits) && !text.includes(digits));
}

import { describe, expect, it } from "vitest";
import { parseDesign } from "./parse.ts";

const head = "plumbline: 1\nname: x\n";
const megabytes = 10_000_000;

/** Nine levels of nine aliases each would stand for 400 million texts. */
function aliasBomb(): string {
  const levels = Array.from({ length: 9 }, (_, i) => {
    const below = i === 0 ? '"lol"' : `*l${i - 1}`;
    return `l${i}: &l${i} [${Array(9).fill(below).join(", ")}]`;
  });
  return `${head}${levels.join("\n")}\n`;
}

const padded = (text: string): string =>
  text + `# ${"x".repeat(100)}\n`.repeat(Math.ceil((megabytes - text.length) / 103));

describe("a hostile document", () => {
  it.each([
    ["an alias bomb", aliasBomb(), "design/not-yaml"],
    ["an alias bomb of 10 MB", padded(aliasBomb()), "design/too-large"],
    ["brackets nested a hundred thousand deep", `${head}a: ${"[".repeat(100_000)}`, /^design\/(too-large|not-yaml)$/],
    ["10 MB of brackets", `${head}a: ${"[".repeat(megabytes)}`, "design/too-large"],
    ["10 MB of one key", `${head}${"k".repeat(megabytes)}: 1`, "design/too-large"],
    [
      "keys nested by indent",
      head + Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
      /^design\//,
    ],
    ["a merge of itself", `${head}a: &a\n  <<: *a\n`, /^design\//],
    ["ten thousand repeated keys", head + "name: y\n".repeat(10_000), /^design\//],
  ])("%s is refused as a Problem with a place", (_, text, code) => {
    const { document, problems } = parseDesign(text, "hostile.yaml");
    expect(document).toBeUndefined();
    expect(problems[0]!.code).toMatch(code);
    expect(problems[0]!.at?.file).toBe("hostile.yaml");
    expect(problems.length).toBeLessThanOrEqual(101);
  });
});

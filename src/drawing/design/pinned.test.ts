import { describe, expect, it } from "vitest";
import { readExamples } from "../../../test/examples/read-designs.ts";
import { editText } from "../../design/edit.ts";
import { parseDesign } from "../../design/parse.ts";
import { jsonOf, layOut, layoutFaults, missingLabels, readLayout } from "../index.ts";
import { graphOf, viewNames } from "./index.ts";

const rag = readExamples().find(({ name }) => name === "rag")!;

/** The design without its review queue, and with a further source. */
function edited() {
  const text = editText(rag.text, [
    { remove: ["serving", "review"] },
    { add: ["data", "sources"], item: { name: "glossary", kind: "table", rows: "4k" } },
  ]);
  return parseDesign(text).document!.design;
}

describe("a pinned picture of a design", () => {
  it("keeps nine of ten cards within 8 units when a component goes and another comes", async () => {
    const before = await layOut(graphOf(rag.document!.design, "overview"));
    const after = await layOut(graphOf(edited(), "overview"), { previous: readLayout(jsonOf(before)) });
    const old = new Map(before.cards.map(({ node, box }) => [node.id, box]));
    const ids = after.cards.map(({ node }) => node.id);
    expect(ids).toContain("source:glossary");
    expect(ids).not.toContain("review");
    const common = after.cards.filter(({ node }) => old.has(node.id));
    const still = common.filter(
      ({ node, box }) => Math.hypot(box.x - old.get(node.id)!.x, box.y - old.get(node.id)!.y) <= 8,
    );
    expect(still.length / common.length).toBeGreaterThanOrEqual(0.9);
    expect(layoutFaults(after)).toEqual([]);
    expect(missingLabels(after)).toBe(0);
  });

  it.each(viewNames)("is the same after a trip through a file of positions: %s", async (view) => {
    const graph = graphOf(rag.document!.design, view);
    const before = await layOut(graph);
    const after = await layOut(graph, { previous: readLayout(jsonOf(before)) });
    expect(after.cards).toEqual(before.cards);
  });

  it.each(["", "{", "[]", '{"format": "other"}', '{"format": "plumbline-drawing", "version": 1}'])(
    "refuses a file of positions that says %j",
    (text) => expect(() => readLayout(text, "old.json")).toThrow(/not one that `plumb draw` wrote/),
  );
});

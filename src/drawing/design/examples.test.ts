import { describe, expect, it } from "vitest";
import { committed, examplePictures, galleryPage } from "../../../scripts/gallery-designs.ts";
import { writeChanges } from "../../../scripts/gallery-changes.ts";
import { readExamples } from "../../../test/examples/read-designs.ts";
import { layoutFaults, missingLabels, type Layout } from "../index.ts";
import { readXml } from "../testing/xml.ts";

const examples = readExamples();

/** Cards without a number or a word of their own below their title. */
const bare = ({ cards }: Layout): string[] => cards.flatMap(({ node }) => (node.detail ? [] : [node.id]));

/** Cards that no line reaches. */
const alone = ({ cards, routes }: Layout): string[] => {
  const ends = new Set(routes.flatMap(({ edge }) => [edge.from, edge.to]));
  return cards.flatMap(({ node }) => (ends.has(node.id) ? [] : [node.id]));
};

describe("the pictures of the examples", () => {
  it("are those of sixteen designs at least", () => expect(examples.length).toBeGreaterThanOrEqual(16));

  it.each(examples)(
    "$name: have no fault, miss no label, and are those of the gallery",
    { timeout: 120_000 },
    async (example) => {
      const pictures = await examplePictures(example);
      expect(pictures.length).toBe(5);
      for (const { view, layout, svg } of pictures) {
        expect(layoutFaults(layout), view).toEqual([]);
        expect(missingLabels(layout), view).toBe(0);
        expect(layout.cards.length, view).toBeGreaterThanOrEqual(8);
        expect(layout.cards.length, view).toBeLessThanOrEqual(view === "overview" ? 28 : 36);
        expect(bare(layout).length, view).toBeLessThanOrEqual(1);
        if (view !== "deployment-and-cost") expect(alone(layout), view).toEqual([]);
        expect(readXml(svg).name).toBe("svg");
      }
      const changes = pictures
        .map(({ file, svg }) => ({ file, before: committed(file), after: svg }))
        .filter(({ before, after }) => before !== after);
      const where = changes.length > 0 ? writeChanges(changes) : "";
      expect(
        changes.map(({ file }) => file),
        `old beside new: ${where}; node scripts/gallery.ts writes them anew`,
      ).toEqual([]);
    },
  );

  it("are all on the page of the gallery", () => expect(committed("index.html")).toBe(galleryPage()));
});

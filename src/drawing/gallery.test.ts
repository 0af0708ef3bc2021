import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { galleryFiles, galleryFolder } from "../../scripts/gallery.ts";

describe("the gallery", () => {
  it("holds the pictures as they are drawn now; node scripts/gallery.ts writes them anew", async () => {
    const files = await galleryFiles();
    expect(readdirSync(galleryFolder).sort()).toEqual([...files.keys()].sort());
    const stale = [...files].filter(([name, text]) => readFileSync(join(galleryFolder, name), "utf8") !== text);
    expect(stale.map(([name]) => name)).toEqual([]);
  });
});

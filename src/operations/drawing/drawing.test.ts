import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../../../test/examples/read-designs.ts";
import { readXml } from "../../drawing/testing/xml.ts";
import doc from "../doc.ts";
import draw from "../draw.ts";
import type { OperationContext } from "../operation.ts";
import { pictureNames } from "./picture.ts";
import { pngOf } from "./png.ts";

const folder = mkdtempSync(join(tmpdir(), "plumb-draw-"));
afterAll(() => rmSync(folder, { recursive: true }));
const grocery = join(root, "examples/grocery/grocery.design.yaml");
const work = join(folder, "work");
const to = (name: string): string => join(folder, name);
const drawn = (input: Record<string, string | boolean>) =>
  draw.run(draw.input.parse({ design: grocery, work, ...input }), {} as OperationContext);

/** Width and height as a PNG's header has them. */
function pngSize(bytes: Uint8Array): [number, number] {
  expect([...bytes.subarray(1, 4)].map((code) => String.fromCodePoint(code)).join("")).toBe("PNG");
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe("plumb draw", () => {
  it.each(pictureNames)("prints %s as Mermaid when no file is named", async (view) => {
    const { text, file } = await drawn({ view });
    expect(file).toBeUndefined();
    expect(text).toMatch(/^---\ntitle: "Grocery next visit · .*"\n---\n(flowchart LR|sequenceDiagram|gantt)\n/);
  });

  it("writes what the file's ending says", async () => {
    for (const ending of ["svg", "png", "mmd", "dot", "drawio", "json"]) {
      const { file, bytes, format } = await drawn({ out: to(`all.${ending}`) });
      expect([file, format]).toEqual([to(`all.${ending}`), ending]);
      expect(bytes).toBe(readFileSync(file!).length);
    }
    expect(readXml(readFileSync(to("all.svg"), "utf8")).name).toBe("svg");
    expect(readXml(readFileSync(to("all.drawio"), "utf8")).name).toBe("mxfile");
    expect(JSON.parse(readFileSync(to("all.json"), "utf8"))).toMatchObject({ format: "plumbline-drawing" });
  });

  it("writes a PNG of twice the picture's size", async () => {
    await drawn({ out: to("two.svg"), view: "waterfall" });
    await drawn({ out: to("two.png"), view: "waterfall" });
    const { attributes } = readXml(readFileSync(to("two.svg"), "utf8"));
    expect(pngSize(readFileSync(to("two.png")))).toEqual([
      Number(attributes["width"]) * 2,
      Number(attributes["height"]) * 2,
    ]);
  });

  it("shows what is predicted beside the budgets, and the budgets alone with --plain", async () => {
    await drawn({ out: to("predicted.svg"), view: "request-path" });
    await drawn({ out: to("plain.svg"), view: "request-path", plain: true });
    const [predicted, plain] = ["predicted.svg", "plain.svg"].map((name) => readFileSync(to(name), "utf8"));
    expect(predicted).toMatch(/p50 [\d.]+ ms · p99 [\d.]+ ms of 15 ms/);
    expect(plain).not.toMatch(/p50 [\d.]+ ms/);
    expect(plain).toContain("of 15 ms");
  });

  it("keeps layouts in the work folder and draws the same from them", async () => {
    await drawn({ out: to("first.svg"), view: "data-and-training" });
    const kept = readdirSync(join(work, "drawings")).length;
    await drawn({ out: to("second.svg"), view: "data-and-training" });
    expect(readdirSync(join(work, "drawings")).length).toBe(kept);
    expect(readFileSync(to("second.svg"), "utf8")).toBe(readFileSync(to("first.svg"), "utf8"));
  });

  it("writes positions into the file of --pin and keeps them", async () => {
    await drawn({ out: to("pin1.svg"), pin: to("pin.json") });
    const positions = readFileSync(to("pin.json"), "utf8");
    await drawn({ out: to("pin2.svg"), pin: to("pin.json") });
    const boxes = (text: string) =>
      (JSON.parse(text) as { nodes: { id: string; box: unknown }[] }).nodes.map(({ id, box }) => [id, box]);
    expect(boxes(readFileSync(to("pin.json"), "utf8"))).toEqual(boxes(positions));
  });

  it("says what to change when there is nothing to draw, and when a format does not fit", async () => {
    writeFileSync(to("bare.design.yaml"), "plumbline: 1\nname: bare\n");
    for (const view of pictureNames)
      await expect(drawn({ design: to("bare.design.yaml"), view })).rejects.toMatchObject({
        code: "drawing/nothing-to-draw",
      });
    await expect(drawn({ out: to("x.gif") })).rejects.toMatchObject({ code: "drawing/unknown-format" });
    await expect(drawn({ out: to("x.dot"), view: "sequence" })).rejects.toMatchObject({
      code: "drawing/unknown-format",
    });
    writeFileSync(to("bad.json"), "{}");
    await expect(drawn({ out: to("x.svg"), pin: to("bad.json") })).rejects.toMatchObject({
      code: "drawing/unreadable-layout",
    });
  });
});

describe("a picture of pixels", () => {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="4" y="30" font-size="24" font-family="No Such Font, sans-serif">Trainer</text></svg>`;

  it("shows text in another font where the first choice is missing", () => {
    const empty = pngOf(text.replace("Trainer", ""));
    expect(pngOf(text).length).toBeGreaterThan(empty.length + 500);
  });

  it("is refused on a machine without fonts rather than written without text", () => {
    expect(() => pngOf(text, { loadSystemFonts: false })).toThrow(/texts would be missing/);
  });
});

describe("plumb doc", () => {
  const written = async (out: string, design = grocery, lens?: string) => {
    await doc.run(doc.input.parse({ design, work, out: to(out), ...(lens && { lens }) }), {} as OperationContext);
    return readFileSync(to(out), "utf8");
  };

  it("places four pictures in a page, in the colours of the reader, with no id used twice", async () => {
    const page = await written("doc.html");
    expect(
      page.match(/<svg xmlns="[^"]*" viewBox="[^"]*" width="\d+" height="\d+" class="plumb-picture"/g),
    ).toHaveLength(4);
    expect(page.match(/prefers-color-scheme:dark\)\{\.plumb-picture/g)).toHaveLength(4);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("places them as Mermaid in Markdown, each in its section", async () => {
    const sections = (await written("doc.md")).split(/^## /m);
    const drawings = sections
      .map((section) => [section.split("\n")[0], section.split("```mermaid").length - 1])
      .filter(([, count]) => count !== 0);
    expect(drawings).toEqual([
      ["Data", 1],
      ["Serving", 2],
      ["Monitoring", 1],
    ]);
  });

  it("shows what is predicted, and leaves it out with --plain", async () => {
    const texts = ["busy.md", "plain.md"].map(async (name, at) => {
      const input = doc.input.parse({ design: grocery, work, out: to(name), plain: at === 1 });
      await doc.run(input, {} as OperationContext);
      return readFileSync(to(name), "utf8");
    });
    const [predicted, plain] = await Promise.all(texts);
    expect(predicted).toContain("p99 16.3 ms<br/>budget 15 ms"); // As `plumb size` says of retrieve.
    expect(plain).not.toContain("budget 15 ms");
  });

  it("finds a section for each through every lens", async () => {
    for (const lens of ["five-phase", "flow-template", "interviewer", "overview"])
      expect((await written(`${lens}.md`, grocery, lens)).split("```mermaid").length - 1, lens).toBe(4);
  });

  it("leaves out views that are all but empty", async () => {
    writeFileSync(to("small.design.yaml"), "plumbline: 1\nname: small\nserving: {mode: online}\n");
    expect(await written("small.md", to("small.design.yaml"))).not.toContain("mermaid");
  });
});

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../graph.ts";
import { layOut } from "../layout/lay-out.ts";
import type { Layout } from "../layout/layout.ts";
import { sampleGraphs } from "../testing/graphs.ts";
import { recommender } from "../testing/recommender.ts";
import { allElements, readXml, textOf, type XmlElement } from "../testing/xml.ts";
import { svgOf } from "./drawing.ts";
import { palettes, themes } from "./theme.ts";

const classed = (svg: XmlElement, name: string): XmlElement[] =>
  allElements(svg).filter(({ attributes }) => attributes.class?.split(" ").includes(name));

/** Elements and attributes that could run something, or fetch it. */
function dangers(svg: XmlElement): string[] {
  return allElements(svg).flatMap(({ name, attributes }) => [
    ...(["script", "foreignObject", "image", "a", "use", "filter", "iframe"].includes(name) ? [name] : []),
    ...Object.keys(attributes).filter((key) => key.startsWith("on") || key.endsWith("href")),
  ]);
}

describe("a drawing", () => {
  let layout: Layout;
  beforeAll(async () => {
    layout = await layOut(recommender);
  });

  it.each(themes)("is well-formed in theme %s, with a name and a description for those who cannot see it", (theme) => {
    const svg = readXml(svgOf(layout, { theme }));
    const [title, description] = svg.children.filter((child) => typeof child !== "string");
    expect([title!.name, textOf(title!)]).toEqual(["title", "Recommendation system"]);
    expect([description!.name, textOf(description!)]).toEqual([
      "desc",
      expect.stringMatching(/^25 components and 34 /),
    ]);
    expect(svg.attributes.role).toBe("img");
    expect(dangers(svg)).toEqual([]);
  });

  it("shows every zone, card, line and label once, with the numbers that matter", () => {
    const svg = readXml(svgOf(layout));
    expect(classed(svg, "card").map(({ attributes }) => attributes["data-id"])).toEqual(
      recommender.nodes.map(({ id }) => id),
    );
    expect(classed(svg, "zone").length).toBe(5);
    expect(classed(svg, "edge").length - classed(svg, "legend").flatMap(({ children }) => children).length).toBe(34);
    expect(classed(svg, "label").map(textOf).sort()).toEqual(
      recommender.edges.flatMap(({ label }) => (label ? [label] : [])).sort(),
    );
    const ranker = classed(svg, "card").find(({ attributes }) => attributes["data-id"] === "ranker")!;
    expect(textOf(ranker)).toContain("p99 38 ms · 120 replicas");
    expect(classed(ranker, "over-budget").map(textOf)).toEqual(["budget 30 ms"]);
  });

  it("draws feedback in dashes and in a colour of its own", () => {
    const svg = readXml(svgOf(layout, { theme: "light" }));
    const strokes = (kind: string): (string | undefined)[][] =>
      classed(svg, kind)
        .flatMap(allElements)
        .filter(({ attributes }) => attributes.stroke)
        .map(({ attributes }) => [attributes.stroke, attributes["stroke-dasharray"]]);
    expect(new Set(strokes("feedback").map(String))).toEqual(new Set([`${palettes.light.feedback},6 4`]));
    expect(new Set(strokes("data").map(String))).toEqual(new Set([`${palettes.light.line},`]));
  });

  it("follows the reader's setting in theme auto, is light on paper, and writes plain colours otherwise", () => {
    const auto = svgOf(layout);
    expect(auto).toContain("@media screen and (prefers-color-scheme:dark)");
    const used = [...auto.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name!);
    expect(used.filter((name) => !(name in palettes.light) || !(name in palettes.dark))).toEqual([]);
    for (const theme of ["light", "dark"] as const) expect(svgOf(layout, { theme })).not.toMatch(/var\(|<style/);
  });

  it("keeps hostile text as text", async () => {
    const svg = readXml(svgOf(await layOut(sampleGraphs["hostile text"]!)));
    expect(dangers(svg)).toEqual([]);
    expect(classed(svg, "card").map(textOf).join()).toContain(`"><script>alert(1)`);
  });

  it("is well-formed and without danger for any text, whatever stands in it", { timeout: 120_000 }, async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom("</style>", "&#0;", "]]>", "<!--", "\uffff"),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (one, two, three) => {
        const graph: Graph = {
          title: one,
          description: two,
          zones: [{ id: `z${three}`, name: two, tone: "online" }],
          nodes: [
            {
              id: `a${one}`,
              name: one,
              detail: two,
              icon: "model",
              zone: `z${three}`,
              badge: { text: three, tone: "warn" },
            },
            { id: `b${two}`, name: three, icon: "queue", zone: `z${three}` },
          ],
          edges: [{ from: `a${one}`, to: `b${two}`, label: two, kind: "feedback" }],
        };
        expect(dangers(readXml(svgOf(await layOut(graph))))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the palettes", () => {
  /** WCAG 2.2, relative luminance and contrast ratio. */
  function contrast(a: string, b: string): number {
    const luminance = (hex: string): number =>
      [1, 3, 5]
        .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at]!, 0);
    const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
    return (high + 0.05) / (low + 0.05);
  }

  it.each(["light", "dark"] as const)("give every text of the %s theme a contrast of at least 4.5", (theme) => {
    const palette = palettes[theme] as Readonly<Record<string, string>>;
    const tinted = Object.keys(palette).filter((name) => name.endsWith("-fill"));
    const pairs = [
      ...tinted.map((fill) => [fill.replace("-fill", "-ink"), fill]),
      ...["ink", "ink-soft", "ink-faint"].flatMap((ink) => [
        [ink, "card"],
        [ink, "page"],
      ]),
      ...["label", "request", "response", "control", "feedback"].flatMap((ink) => [
        [ink, "page"],
        ...tinted.filter((fill) => !/^(?:over|warn|ok)/.test(fill)).map((fill) => [ink, fill]),
      ]),
    ] as [string, string][];
    const weak = pairs.filter(([ink, fill]) => contrast(palette[ink]!, palette[fill]!) < 4.5);
    expect(pairs.length).toBeGreaterThan(50);
    expect(weak).toEqual([]);
  });
});

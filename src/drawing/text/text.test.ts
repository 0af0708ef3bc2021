import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "./clean.ts";
import { textWidth, widestTextWidth } from "./measure.ts";
import { ellipsised, wrapText } from "./wrap.ts";

const font = { sizePx: 14, weight: "semibold" } as const;

describe("the width of a text", () => {
  // Expected: measureText of Chromium's canvas at 100 px, kerning and ligatures off, for Inter 400 and 600 and, as the
  // widest, DejaVu Sans 400 and 700.
  it.each([
    ["Candidate retrieval", 901.42, 927.52, 963.53, 1090.72],
    ["p99 38 ms · 120 replicas", 1156.1, 1180.22, 1239.11, 1377.98],
    ["Хранилище", 562.92, 580.36, 608.25, 677],
  ])("is what a browser measures, within a thousandth: %s", (text, regular, semibold, widest, widestBold) => {
    const measured = [
      textWidth(text, 100),
      textWidth(text, 100, "semibold"),
      widestTextWidth(text, 100),
      widestTextWidth(text, 100, "semibold"),
    ];
    for (const [at, expected] of [regular, semibold, widest, widestBold].entries()) {
      expect(Math.abs(measured[at]! / expected - 1)).toBeLessThan(0.001);
    }
  });

  it("is that of Arial's published metrics in the widest of fonts, or more", () => {
    // Helvetica's font metrics (AFM), in thousandths: space 278, a 556, W 944.
    for (const [character, thousandths] of [
      [" ", 278],
      ["a", 556],
      ["W", 944],
    ] as const) {
      expect(widestTextWidth(character, 1000)).toBeGreaterThanOrEqual(thousandths);
    }
  });

  it("counts marks that combine as nothing, and Chinese, Japanese and Korean signs as an em", () => {
    expect(textWidth("e\u0301", 10)).toBe(textWidth("e", 10));
    expect(textWidth("特徴量", 10)).toBeCloseTo(30.6, 6);
  });
});

describe("a wrapped text", () => {
  it("breaks at spaces and after a dot that separates, and ends in an ellipsis when it does not fit", () => {
    expect(wrapText("Training set builder", font, 120, 2)).toEqual(["Training set", "builder"]);
    expect(wrapText("p99 38 ms · 120 replicas", font, 120, 2)).toEqual(["p99 38 ms ·", "120 replicas"]);
    expect(wrapText("W".repeat(80), font, 120, 2)[1]).toMatch(/^W+…$/);
    expect(wrapText("", font, 120, 2)).toEqual([]);
  });

  it("is never longer than it may be, in any known font, and loses nothing but what it says it loses", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 40, max: 300 }), (raw, width) => {
        const text = cleanText(raw);
        const lines = wrapText(text, font, width, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(widestTextWidth(line, 14, "semibold")).toBeLessThanOrEqual(width);
        const kept = lines.join("").replaceAll(" ", "");
        expect(text.replaceAll(" ", "").startsWith(kept.replace(/…$/, ""))).toBe(true);
      }),
    );
  });

  it("does not cut a sign that is made of several characters", () => {
    const family = "👩‍👩‍👧";
    expect(ellipsised(family.repeat(20), font, 100).replaceAll(family, "")).toBe("…");
  });
});

describe("a clean text", () => {
  it("is one line without control characters, lone surrogates and marks of direction", () => {
    expect(cleanText(" a\n\tb\u0000\u202Ec\ud800 ")).toBe("a b\ufffdc\ufffd");
  });
});

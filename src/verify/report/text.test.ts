import { stripVTControlCharacters } from "node:util";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportText } from "./text.ts";
import { sampleReport } from "./testing/sample.ts";
import { plainText, textWidth, wrapText } from "./wrap.ts";

const plain = { color: false, width: 80 };

describe("reportText", () => {
  it.each([60, 80, 100, 120, 200])("keeps every line within %d columns", (width) => {
    const lines = reportText(sampleReport(), { color: true, width }).split("\n");
    for (const line of lines) expect(textWidth(stripVTControlCharacters(line))).toBeLessThanOrEqual(width);
  });

  it("says of a broken claim what was stated, measured, from how many, where and why, side by side", () => {
    const lines = reportText(sampleReport(), plain).split("\n");
    const first = lines.findIndex((line) => line.startsWith("✗  Latency p99"));
    expect(lines.slice(first, first + 3)).toEqual([
      "✗  Latency p99 is at most 80ms    <= 80ms      212 ms               12,031   :35",
      "   at peak (200/s)                             205–222 ms         requests",
      "   The whole 95 % interval 205–222 ms lies above the stated 80 ms.",
    ]);
    expect(lines.at(-2)).toBe("13 hold · 2 broken · 4 inconclusive · 5 untested");
  });

  it("names the file of each place where there is room", () => {
    expect(reportText(sampleReport(), { color: false, width: 180 })).toContain(
      "examples/grocery/grocery.design.yaml:35\n",
    );
  });

  it("is the same without colour, and ASCII when told", () => {
    const coloured = reportText(sampleReport(), { color: true, width: 80 });
    expect(coloured).not.toBe(stripVTControlCharacters(coloured));
    expect(stripVTControlCharacters(coloured)).toBe(reportText(sampleReport(), plain));
    // oxlint-disable-next-line no-control-regex -- ASCII is what is asked for
    expect(reportText(sampleReport(), { ...plain, ascii: true })).toMatch(/^[\x0a\x20-\x7e]*$/);
  });

  it("lets no name of a design write on the terminal", () => {
    const report = { ...sampleReport(), design: "evil\u001b[2J\u001b]0;title\u0007\r\nfake line\u202e" };
    const [first] = reportText(report, plain).split("\n");
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(first).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    expect(first).toContain("fake line");
  });

  it("has something to say about a design without claims", () => {
    expect(reportText({ ...sampleReport(), verdicts: [] }, plain)).toContain("makes no claims yet");
  });
});

describe("wrapText", () => {
  it("loses no word, cuts none that fits, and keeps to the width", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z_/]{1,12}$/), { minLength: 1 }),
        fc.integer({ min: 12, max: 40 }),
        (words, width) => {
          const lines = wrapText(words.join(" "), width);
          expect(lines.join(" ")).toBe(words.join(" "));
          for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it("cuts a word that fits on no line behind a joint", () => {
    expect(wrapText("department_spend_90d", 12)).toEqual(["department_", "spend_90d"]);
    expect(wrapText("aaaaaaaaaa", 4)).toEqual(["aaaa", "aaaa", "aa"]);
  });

  it("knows that some letters are two columns wide", () => {
    expect(textWidth("予約 ✓")).toBe(6);
    expect(plainText("a\tb")).toBe("a b");
  });
});

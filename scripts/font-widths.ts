import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes `src/drawing/text/widths.generated.ts`: how wide each character is, read from the fonts themselves.
 *
 *     node scripts/font-widths.ts inter=Inter-Regular.otf,Inter-SemiBold.otf arial=… dejavu=…
 *
 * Each argument names a family and its regular and semibold files (OpenType or TrueType). Liberation Sans stands for
 * Arial and Helvetica: it was made to have the same widths.
 */
const spans: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x384, 0x3ce],
  [0x400, 0x45f],
  [0x2010, 0x2027],
  [0x20ac, 0x20ac],
  [0x2190, 0x2194],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2265],
];

function tableAt(font: DataView, tag: string): number {
  for (let i = 0; i < font.getUint16(4); i++) {
    const at = 12 + i * 16;
    if (String.fromCharCode(...[0, 1, 2, 3].map((k) => font.getUint8(at + k))) === tag) return font.getUint32(at + 8);
  }
  throw new Error(`The font has no table ${tag}.`);
}

/** Start of the format 4 subtable, which maps the basic plane. */
function characterMap(font: DataView): number {
  const start = tableAt(font, "cmap");
  for (let i = 0; i < font.getUint16(start + 2); i++) {
    const at = start + font.getUint32(start + 4 + i * 8 + 4);
    if (font.getUint16(at) === 4) return at;
  }
  throw new Error("The font has no character map of format 4.");
}

function glyphOf(font: DataView, map: number, code: number): number {
  const twice = font.getUint16(map + 6);
  for (let i = 0; i < twice; i += 2) {
    if (font.getUint16(map + 14 + i) < code) continue;
    const first = font.getUint16(map + 16 + twice + i);
    if (first > code) return 0;
    const delta = font.getUint16(map + 16 + 2 * twice + i);
    const rangeAt = map + 16 + 3 * twice + i;
    const range = font.getUint16(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = font.getUint16(rangeAt + range + 2 * (code - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/** Widths in thousandths of the font size, two digits of base 36 each; `00` where the font has no glyph. */
function widthsOf(file: string): string[] {
  const bytes = readFileSync(file);
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unitsPerEm = font.getUint16(tableAt(font, "head") + 18);
  const metricCount = font.getUint16(tableAt(font, "hhea") + 34);
  const [metrics, map] = [tableAt(font, "hmtx"), characterMap(font)];
  const width = (code: number): number => {
    const glyph = glyphOf(font, map, code);
    return glyph === 0 ? 0 : font.getUint16(metrics + 4 * Math.min(glyph, metricCount - 1)) / unitsPerEm;
  };
  return spans.map(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) =>
      Math.min(1295, Math.round(width(first + i) * 1000))
        .toString(36)
        .padStart(2, "0"),
    ).join(""),
  );
}

const families = process.argv.slice(2).map((argument) => {
  const [name, files] = argument.split("=") as [string, string];
  const [regular, semibold] = files.split(",") as [string, string];
  return { name, regular: widthsOf(regular), semibold: widthsOf(semibold) };
});
const lines = (parts: readonly string[]): string => parts.map((part) => `      "${part}",\n`).join("");
const text = `// Written by scripts/font-widths.ts from the fonts' own tables; see there for the format.
export const spans: readonly (readonly [number, number])[] = [
${spans.map(([first, last]) => `  [0x${first.toString(16)}, 0x${last.toString(16)}],\n`).join("")}];

export const families = {
${families.map(({ name, regular, semibold }) => `  ${name}: {\n    regular: [\n${lines(regular)}    ],\n    semibold: [\n${lines(semibold)}    ],\n  },\n`).join("")}} as const;
`;
writeFileSync(join(import.meta.dirname, "../src/drawing/text/widths.generated.ts"), text);

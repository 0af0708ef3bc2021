import { families, spans } from "./widths.generated.ts";

export type Weight = "regular" | "semibold";

type Widths = ReadonlyMap<number, number>;

/** The fonts that text is drawn in, first choice first. Names of families hold no quotes that XML would need to escape. */
export const fontStack = "Inter, system-ui, 'Segoe UI', Helvetica, Arial, sans-serif";

const tables = Object.values(families).map(({ regular, semibold }) => ({
  regular: widthTable(regular),
  semibold: widthTable(semibold),
}));

/**
 * How long a text is in the font of our choice (Inter).
 *
 * @param sizePx  font size
 * @returns pixels, kerning left out
 */
export function textWidth(text: string, sizePx: number, weight: Weight = "regular"): number {
  return widthIn(tables[0]![weight], text) * sizePx;
}

/** How long a text is in the widest of the fonts that a reader may see it in (DejaVu Sans and Arial are known). */
export function widestTextWidth(text: string, sizePx: number, weight: Weight = "regular"): number {
  return Math.max(...tables.map((table) => widthIn(table[weight], text))) * sizePx;
}

function widthIn(widths: Widths, text: string): number {
  let em = 0;
  for (const character of text) em += widths.get(character.codePointAt(0)!) ?? unknownWidth(character);
  return em;
}

/** Width of a character that the fonts lack, on the safe side. */
function unknownWidth(character: string): number {
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u.test(character)
  )
    return 1.02;
  return /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(character) ? 1.4 : 0.82;
}

function widthTable(parts: readonly string[]): Widths {
  const widths = new Map<number, number>();
  for (const [at, [first]] of spans.entries()) {
    for (let i = 0; i * 2 < parts[at]!.length; i++) {
      const width = Number.parseInt(parts[at]!.slice(i * 2, i * 2 + 2), 36);
      if (width > 0) widths.set(first + i, width / 1000);
    }
  }
  return widths;
}

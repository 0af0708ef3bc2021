import { Resvg, type ResvgRenderOptions } from "@resvg/resvg-js";
import { Problem } from "../../kit/problem.ts";

/** A picture wider than this is drawn at its own size, not twice as sharp. */
const sharpest = 8000;

/** Fonts of the machine; where our first choice is missing, any other that it has. */
const fonts: NonNullable<ResvgRenderOptions["font"]> = { loadSystemFonts: true };

/**
 * An SVG as PNG, twice as many pixels as units.
 *
 * @throws {Problem} `drawing/no-fonts` on a machine that could draw no text
 */
export function pngOf(svg: string, font = fonts): Uint8Array {
  if (!drawsText(font)) throw noFonts();
  const own = new Resvg(svg, { font });
  const zoom = own.width * 2 <= sharpest ? 2 : 1;
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value: zoom } }).render().asPng();
}

/** Whether a letter leaves ink: a renderer without fonts leaves texts out and says nothing. */
function drawsText(font: NonNullable<ResvgRenderOptions["font"]>): boolean {
  const letter = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="4" y="30" font-size="30" font-family="Inter, sans-serif">M</text></svg>`;
  return new Resvg(letter, { font }).render().pixels.some((value) => value !== 0);
}

function noFonts(): Problem {
  return new Problem({
    code: "drawing/no-fonts",
    found: "A PNG needs a font, and this machine has none; the texts would be missing.",
    fix: "install one (Inter or DejaVu Sans fit best), or write `--out NAME.svg`",
  });
}

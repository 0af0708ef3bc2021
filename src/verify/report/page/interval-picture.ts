import type { Measurement, Target, Verdict } from "../../claim-shape.ts";
import { intervalText, quantityText } from "../number-text.ts";
import { html, type Markup } from "../../../kit/markup.ts";
import { at } from "./scale.ts";

const PADDING = 8;

/**
 * The interval against the target: the side that the claim allows is shaded, the target is a line, the interval a bar
 * with the value as a dot; an end that nothing bounds is an arrow.
 */
export function intervalPicture(verdict: Verdict, width: number, height: number): Markup | undefined {
  const { measured, claim, status } = verdict;
  const target = claim.target;
  if (!measured || measured.interval === null || target === null || measured.unit !== target.unit) return undefined;
  if (!Number.isFinite(measured.value)) return undefined;
  const x = positions(measured, target, width);
  const [low, high] = [x(measured.interval.low), x(measured.interval.high)];
  const [left, right] = allowedSide(target, x, width);
  const middle = height / 2;
  return html`<svg
    class="picture ${status}"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    role="img"
    aria-label="${pictureWords(measured, target)}"
  >
    <rect class="allowed" x="${at(left)}" y="0" width="${at(right - left)}" height="${height}" rx="2" />
    <line class="target" x1="${at(x(target.value))}" x2="${at(x(target.value))}" y1="0" y2="${height}" />
    <line
      class="interval"
      x1="${at(low)}"
      x2="${at(Math.max(high, low + 0.1))}"
      y1="${at(middle)}"
      y2="${at(middle)}"
    />
    ${measured.interval.high === Infinity && html`<path class="arrow" d="M${at(width - 6)} ${at(middle - 4)}L${at(width - 1)} ${at(middle)}L${at(width - 6)} ${at(middle + 4)}" />`}
    <circle class="value" cx="${at(x(measured.value))}" cy="${at(middle)}" r="4" />
  </svg>`;
}

const pictureWords = ({ value, interval, unit }: Measurement, target: Target): string =>
  `measured ${quantityText(value, unit)}, interval ${intervalText(interval!, unit)}, target ${target.comparison} ${quantityText(target.value, unit)}`;

/** From nought where nought is near, else close around what is shown. */
function positions({ value, interval }: Measurement, target: Target, width: number): (value: number) => number {
  const shown = [value, target.value, interval!.low, interval!.high].filter(Number.isFinite);
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const span = most - least || Math.abs(most) || 1;
  const fromZero = least >= 0 && least <= span * 1.5;
  const low = fromZero ? 0 : least - span * 0.25;
  const high = most + span * 0.25;
  return (at) => PADDING + ((clamp(at, low, high) - low) / (high - low)) * (width - 2 * PADDING);
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function allowedSide(target: Target, x: (value: number) => number, width: number): readonly [number, number] {
  const edge = x(target.value);
  if (target.comparison === "=") return [edge - 1.5, edge + 1.5];
  return target.comparison.startsWith("<") ? [0, edge] : [edge, width];
}

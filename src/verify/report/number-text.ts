import type { Interval } from "../../kit/interval.ts";

const TIME_UNITS = [
  { unit: "d", millis: 86_400_000 },
  { unit: "h", millis: 3_600_000 },
  { unit: "min", millis: 60_000 },
  { unit: "s", millis: 1000 },
  { unit: "ms", millis: 1 },
] as const;

/** Units that stand behind a number; any other unit is the name of a metric, which the claim has said already. */
const SHOWN_UNITS: Readonly<Record<string, string>> = {
  "/s": "/s",
  "$/month": " $/month",
  violations: " violations",
  differences: " differences",
};

/**
 * A number in the words of its unit, three digits that mean something: `41.2 ms`, `2.4 min`, `0.12 %`, `0.312`, `600/s`.
 *
 * @example quantityText(0.00118, "share") // => "0.118 %"
 * @example quantityText(41.23, "ms") // => "41.2 ms"
 */
export function quantityText(value: number, unit: string): string {
  const { scale, suffix } = scaleFor(Math.abs(value), unit);
  return numberText(value / scale) + suffix;
}

/**
 * A measured value with the digits that its interval leaves meaningful, and the two ends in the same unit.
 *
 * @example measuredTexts(0.99942, { low: 0.9987, high: 0.9998 }, "share") // => value "99.94 %", ends "99.87–99.98 %"
 */
export function measuredTexts(
  value: number,
  { low, high }: Pick<Interval, "low" | "high">,
  unit: string,
): { value: string; ends: string } {
  if (low === high) return { value: quantityText(value, unit), ends: quantityText(low, unit) };
  const { scale, suffix } = scaleFor(Math.max(0, ...[low, high].filter(Number.isFinite).map(Math.abs)), unit);
  const decimals = decimalsFor(low / scale, high / scale);
  const text = (number: number): string => fixedText(number / scale, decimals);
  return { value: text(value) + suffix, ends: `${text(low)}–${text(high)}${suffix}` };
}

/** The two ends of an interval in one unit: `39.8–43.0 ms`. */
export const intervalText = (interval: Pick<Interval, "low" | "high">, unit: string): string =>
  measuredTexts(interval.low, interval, unit).ends;

/** Three significant digits without trailing zeros, thousands with commas, no exponent in any ordinary range. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size >= 1000 || Number.isInteger(value)) return fixedText(value, 0);
  if (size < 1e-4) return value.toExponential(1).replaceAll("-", "−");
  return grouped(
    Number(value.toPrecision(3))
      .toFixed(Math.max(0, 2 - Math.floor(Math.log10(size))))
      .replace(/\.?0+$/, ""),
  );
}

/** A whole count with thousands separated. */
export const countText = (count: number): string => grouped(Math.round(count).toString());

/** `1 request`, `12,031 requests`. */
export function countOf(count: number, units: string): string {
  return `${countText(count)} ${count === 1 ? units.replace(/s$/, "") : units}`;
}

function scaleFor(size: number, unit: string): { scale: number; suffix: string } {
  if (unit === "share" || unit === "relative") return { scale: 0.01, suffix: " %" };
  if (unit === "s") return timeScale(size * 1000, 1 / 1000);
  if (unit === "ms") return timeScale(size, 1);
  return { scale: 1, suffix: SHOWN_UNITS[unit] ?? "" };
}

/** Milliseconds stay milliseconds up to ten seconds, as people write latencies. */
function timeScale(millis: number, perMillis: number): { scale: number; suffix: string } {
  const largest =
    millis < 10_000 || millis === Infinity ? "ms" : TIME_UNITS.find((entry) => millis >= 2 * entry.millis)!.unit;
  const chosen = TIME_UNITS.find((entry) => entry.unit === largest)!;
  return { scale: chosen.millis * perMillis, suffix: ` ${chosen.unit}` };
}

/** One or two digits of the width, and two of the smaller end. */
function decimalsFor(low: number, high: number): number {
  const ends = [low, high].filter((end) => Number.isFinite(end) && end !== 0).map(Math.abs);
  const width = Number.isFinite(high - low) ? high - low : Math.max(0, ...ends);
  if (ends.length === 0 || width === 0) return 0;
  const exponent = Math.floor(Math.log10(width));
  const forWidth = (width / 10 ** exponent < 3 ? 1 : 0) - exponent;
  const forSize = 1 - Math.floor(Math.log10(Math.min(...ends)));
  return Math.min(6, Math.max(0, forWidth, Math.min(forSize, forWidth + 1)));
}

function fixedText(value: number, decimals: number): string {
  if (value === Infinity) return "∞";
  if (value === -Infinity) return "−∞";
  if (Number.isNaN(value)) return "?";
  if (value === 0) return "0";
  return grouped(value.toFixed(decimals));
}

function grouped(digits: string): string {
  const [whole, fraction] = digits.replace(/^-(0(\.0*)?)$/, "$1").split(".");
  const separated = whole!.replace(/\B(?=(\d{3})+$)/g, ",");
  return (fraction === undefined ? separated : `${separated}.${fraction}`).replace("-", "−");
}

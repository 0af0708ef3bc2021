import { Problem } from "../kit/problem.ts";
import type { Quantity } from "../kit/quantity.ts";

/** Which values of a quantity make sense in a field. Nothing in a design is negative. */
export interface Range {
  /** Zero makes no sense. */
  readonly positive?: boolean;
  /** A share that is a part of one whole: absolute, at most 100%. */
  readonly part?: boolean;
  /** Neither nothing nor the whole: above 0% and below 100%. */
  readonly inside?: boolean;
  /** A share that may exceed 100%, because it bounds a metric that may. */
  readonly unbounded?: boolean;
  /** No fractions. */
  readonly whole?: boolean;
}

/**
 * Gives the quantity back if it lies in the range.
 *
 * @throws {Problem} `quantity/out-of-range`
 */
export function inRange<Kind extends Quantity>(quantity: Kind, range: Range = {}): Kind {
  const why = misfit(quantity, range);
  if (!why) return quantity;
  throw new Problem({ code: "quantity/out-of-range", found: `\`${quantity.text}\` ${why.found}.`, fix: why.fix });
}

function misfit(quantity: Quantity, range: Range): { found: string; fix: string } | undefined {
  const value = amountOf(quantity);
  if (value < 0) return { found: "is negative", fix: "write it without the minus sign" };
  if (value === 0 && (range.positive || range.inside || quantity.kind === "growth"))
    return { found: "is nothing at all", fix: "write a value above zero, or `unknown` if it is not known yet" };
  if (quantity.kind === "growth" && quantity.overSeconds <= 0)
    return { found: "takes no time", fix: "say by when, such as `10x in 2y`" };
  if (range.whole && !Number.isInteger(Number(value.toPrecision(12))))
    return { found: "is not a whole number", fix: "write a whole number, such as `1500` or `1.5k`" };
  return quantity.kind === "share" ? shareMisfit(quantity, range) : undefined;
}

function shareMisfit(
  { text, share, relative }: Extract<Quantity, { kind: "share" }>,
  { part, inside, unbounded }: Range,
): { found: string; fix: string } | undefined {
  if ((part || inside) && relative)
    return {
      found: "is a percentage of nothing: nothing is named that it is relative to",
      fix: "leave out `relative`",
    };
  if (!relative && !unbounded && share > 1)
    return {
      found: "is more than everything",
      fix:
        share <= 100 && !text.includes("%")
          ? `write \`${share}%\`, if that is what was meant`
          : "write a share of at most 100%",
    };
  return inside && share === 1 ? { found: "leaves nothing over", fix: "write a share below 100%" } : undefined;
}

function amountOf(quantity: Quantity): number {
  switch (quantity.kind) {
    case "duration":
      return quantity.seconds;
    case "rate":
      return quantity.perSecond;
    case "count":
      return quantity.count;
    case "share":
      return quantity.share;
    case "money":
      return quantity.usdPerMonth;
    case "cost":
      return quantity.usd;
    case "unitCost":
      return quantity.usdPerUnit;
    case "bytes":
      return quantity.bytes;
    case "growth":
      return quantity.factor;
  }
}

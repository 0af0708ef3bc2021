import type { Random } from "../../../kit/random.ts";
import type { Truth } from "./truth.ts";
import type { Purchases } from "./world.ts";

const COUPON_SHARE = 0.012;
const COUPON_CENTS = [40, 55, 75, 105];
const MATCH_SHARE = 0.3;

/**
 * Writes one line of a till: quantity, what the shop received, the loyalty discount of a promotion, and now and then a
 * manufacturer's coupon, which the shop is paid for, and which it sometimes matches from its own pocket.
 */
export function recordPurchase(
  truth: Truth,
  purchases: Purchases,
  row: number,
  product: number,
  week: number,
  random: Random,
): void {
  const cell = (week - 1) * truth.catalogue.length + product;
  const quantity = drawQuantity(random);
  const grossCents = quantity * truth.calendar.shelfCents[cell]!;
  const couponCents = drawCoupon(random);
  const matched = random.next() < MATCH_SHARE ? couponCents : 0;
  purchases.product[row] = product;
  purchases.quantity[row] = quantity;
  purchases.retailDiscountCents[row] = quantity * truth.calendar.cutCents[cell]!;
  purchases.couponCents[row] = Math.min(couponCents, grossCents);
  purchases.couponMatchCents[row] = Math.min(matched, grossCents);
  purchases.salesCents[row] = grossCents - purchases.couponMatchCents[row]!;
}

function drawQuantity(random: Random): number {
  const kind = random.next();
  if (kind < 0.8) return 1;
  return kind < 0.95 ? 2 : 3 + random.int(2);
}

function drawCoupon(random: Random): number {
  const draw = random.next();
  const cents = COUPON_CENTS[random.int(COUPON_CENTS.length)]!;
  return draw < COUPON_SHARE ? cents : 0;
}

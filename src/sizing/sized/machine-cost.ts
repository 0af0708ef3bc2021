import { secondsPerMonth } from "../../kit/quantity.ts";
import { derived, figure, sumOf, type Figure } from "./figure.ts";
import type { MachineParts } from "./machines.ts";
import type { Sheet } from "./sheet.ts";

export const hoursPerMonth = secondsPerMonth / 3600;

/** What one machine costs in an hour at the prices of the book. */
export function machineUsdPerHour(
  sheet: Sheet,
  { vcpus, memoryGib, accelerators, acceleratorGib }: MachineParts,
): Figure {
  const parts: Figure[] = [];
  const add = (price: Parameters<Sheet["price"]>[0], amount: number) => {
    if (amount > 0) parts.push(derived("$/h", [sheet.price(price)], (usd) => usd * amount));
  };
  // The price of an accelerator includes its host.
  if (accelerators === 0) {
    add("vcpuHour", vcpus);
    add("memoryGibHour", memoryGib);
  }
  add(acceleratorGib > 24 ? "mediumAcceleratorHour" : "smallAcceleratorHour", accelerators);
  return sumOf("$/h", parts);
}

/** Machines that run all the time. */
export function machinesUsdPerMonth(sheet: Sheet, parts: MachineParts, copies: Figure, shareOfTime = 1): Figure {
  return derived(
    "$/month",
    [machineUsdPerHour(sheet, parts), copies],
    (usd, count) => usd * count * hoursPerMonth * shareOfTime,
  );
}

/** A copy of a step whose machines the design does not state. */
export const unstatedMachine = (vcpus: number): MachineParts => ({
  vcpus,
  memoryGib: 4 * vcpus,
  accelerators: 0,
  acceleratorGib: 0,
});

/** Bytes in object storage. */
export function storageUsdPerMonth(sheet: Sheet, bytes: Figure): Figure {
  return derived("$/month", [bytes, sheet.price("objectStorageGibMonth")], (size, usd) => (size / 2 ** 30) * usd);
}

export const nothing = (unit: string): Figure => figure(0, unit, { kind: "stated", what: "nothing" });

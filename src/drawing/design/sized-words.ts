import type { ComponentLoad, SizedComponent } from "../../sizing/sized/index.ts";
import type { GraphBadge } from "../graph.ts";
import type { SizedFact } from "./facts.ts";
import { bytesText, short } from "./words.ts";

/** A component at the load that pictures are about. */
export const atPeak = ({ loads }: Pick<SizedComponent, "loads">): ComponentLoad | undefined =>
  loads.find(({ at, times }) => at === "peak" && times === 1);

export const badged = (badge: GraphBadge | undefined): Pick<SizedFact, "badge"> => (badge ? { badge } : {});

/** `2.4k $`: two digits, since cards are no bills. */
export const roundUsd = (usd: number): string => `${short(usd)} $`;

/** `470 $/month` where it is a dollar at least. */
export const costText = (usd: number | undefined): string | undefined =>
  usd !== undefined && usd >= 1 ? `${roundUsd(usd)}/month` : undefined;

/** What is bought has a price, what is our own a size. */
export const costOrSize = ({ costUsdPerMonth, memoryBytes }: SizedComponent): string | undefined =>
  costText(costUsdPerMonth?.value) ?? (memoryBytes && inMemory(memoryBytes.value));

export const inMemory = (bytes: number): string => `${bytesText(bytes)} in memory`;

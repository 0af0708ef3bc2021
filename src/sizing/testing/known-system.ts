import type { Estimate } from "../simulator/estimate.ts";
import type { Network } from "../simulator/network.ts";
import type { Simulation } from "../simulator/simulate.ts";

/** A network of which theory knows some numbers. Services last about a second. */
export interface KnownSystem {
  readonly name: string;
  readonly network: Network;
  /** Requests per second over all flows, for choosing how long to simulate. */
  readonly arrivalsPerSecond: number;
  readonly known: readonly Known[];
}

export interface Known {
  readonly what: string;
  readonly value: number;
  /** How far theory itself may be off, as a share of the value; 0 where it is exact. */
  readonly tolerance?: number;
  /** The same number, simulated. */
  read(simulation: Simulation): Estimate;
}

export const wait = (value: number, station = 0): Known => ({
  what: "mean wait",
  value,
  read: ({ stations }) => stations[station]!.waitSeconds.mean,
});

export const response = (value: number, flow = 0): Known => ({
  what: "mean response",
  value,
  read: ({ flows }) => flows[flow]!.responseSeconds.mean,
});

/** A histogram's percentile may be off by 0.4%. */
export const p99 = (value: number): Known => ({
  what: "p99 of the response",
  value,
  tolerance: 0.004,
  read: ({ flows }) => flows[0]!.responseSeconds.p99,
});

export const utilisation = (value: number): Known => ({
  what: "utilisation",
  value,
  read: ({ stations }) => stations[0]!.utilisation,
});

/** Half-widths of its interval by which a simulated number misses the known one; above 1 it is outside. */
export function missBy(known: Known, simulation: Simulation): number {
  const { value, interval } = known.read(simulation);
  const allowed = Math.abs(known.value) * (known.tolerance ?? 0);
  return Math.max(0, Math.abs(value - known.value) - allowed) / ((interval.high - interval.low) / 2);
}

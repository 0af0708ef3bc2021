import type { Random } from "../../kit/random.ts";
import { meanSecondsOf } from "../distribution/moments.ts";
import { samplerOf, type Sampler } from "../distribution/sampler.ts";
import type { Arrivals } from "./network.ts";

/** Times between arrivals, one after the other. */
export function arrivalSampler(arrivals: Arrivals, random: Random): Sampler {
  if (arrivals.kind === "poisson") return () => -Math.log(1 - random.next()) / arrivals.perSecond;
  if (arrivals.kind === "renewal") return samplerOf(arrivals.between, random);
  return burstSampler(arrivals, random);
}

/** Mean arrivals per second in the long run. */
export function meanArrivalsPerSecond(arrivals: Arrivals): number {
  if (arrivals.kind === "poisson") return arrivals.perSecond;
  if (arrivals.kind === "renewal") return 1 / meanSecondsOf(arrivals.between);
  const { calmPerSecond, burstPerSecond, calmSeconds, burstSeconds } = arrivals;
  return (calmPerSecond * calmSeconds + burstPerSecond * burstSeconds) / (calmSeconds + burstSeconds);
}

/** Starts in one of the phases, by their shares of time; goes from phase to phase until one has an arrival. */
function burstSampler(arrivals: Extract<Arrivals, { kind: "bursts" }>, random: Random): Sampler {
  const { calmSeconds, burstSeconds, calmPerSecond, burstPerSecond } = arrivals;
  let bursting = random.next() < burstSeconds / (calmSeconds + burstSeconds);
  return () => {
    for (let passed = 0; ; bursting = !bursting) {
      const rate = bursting ? burstPerSecond : calmPerSecond;
      const phaseEnd = random.exponential(1 / (bursting ? burstSeconds : calmSeconds));
      const arrival = rate > 0 ? random.exponential(rate) : Infinity;
      if (arrival <= phaseEnd) return passed + arrival;
      passed += phaseEnd;
    }
  };
}

import type { Random } from "../../kit/random.ts";
import type { Distribution, OfKind } from "./distribution.ts";
import { logSpread } from "./moments.ts";

/** One draw, in seconds. */
export type Sampler = () => number;

/** Draws from a distribution; a kind that needs several random numbers takes them from the same generator. */
export function samplerOf(distribution: Distribution, random: Random): Sampler {
  switch (distribution.kind) {
    case "deterministic":
      return () => distribution.seconds;
    case "exponential":
      return () => -Math.log(1 - random.next()) * distribution.meanSeconds;
    case "gamma":
      return gammaSampler(distribution, random);
    case "lognormal":
      return lognormalSampler(distribution, random);
    case "hyperexponential":
      return hyperexponentialSampler(distribution, random);
    case "empirical": {
      const values = Float64Array.from(distribution.valuesSeconds);
      return () => values[Math.floor(random.next() * values.length)]!;
    }
    case "shifted": {
      const rest = samplerOf(distribution.rest, random);
      return () => distribution.bySeconds + rest();
    }
  }
}

function gammaSampler({ meanSeconds, shape }: OfKind<"gamma">, random: Random): Sampler {
  const scale = meanSeconds / shape;
  return () => random.gamma(shape) * scale;
}

function lognormalSampler(distribution: OfKind<"lognormal">, random: Random): Sampler {
  const spread = logSpread(distribution);
  return () => distribution.p50Seconds * Math.exp(spread * random.normal());
}

function hyperexponentialSampler({ branches }: OfKind<"hyperexponential">, random: Random): Sampler {
  return () => {
    let left = random.next();
    let at = 0;
    while (at < branches.length - 1 && left >= branches[at]!.weight) left -= branches[at++]!.weight;
    return -Math.log(1 - random.next()) * branches[at]!.meanSeconds;
  };
}

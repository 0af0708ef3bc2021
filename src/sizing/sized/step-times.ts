import type { Design } from "../../design/design.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { normalQuantile } from "../../kit/normal.ts";
import { lognormalOf } from "../distribution/fitted.ts";
import { meanSecondsOf } from "../distribution/moments.ts";
import { derived, figure, type Figure } from "./figure.ts";
import { generationSeconds } from "./language-parts.ts";
import type { Sheet } from "./sheet.ts";

export type PathStep = NonNullable<NonNullable<Design["serving"]>["path"]>[number];

/** How long a step works on one request when nothing queues. */
export interface StepTime {
  readonly p50Seconds: Figure;
  readonly p99Seconds: Figure;
  readonly meanSeconds: Figure;
  readonly distribution: Distribution;
}

/** Measured, else as budgeted, else from the catalogue of step kinds. */
export function stepTimeOf(sheet: Sheet, step: PathStep, at: number): StepTime {
  const measured = measuredTime(sheet, step.step);
  if (measured) return measured;
  const stated = (key: "p50" | "p99") =>
    step[key] &&
    sheet.doubted(`time of ${step.step}`, 0.2, sheet.stated(["serving", "path", at, key], step[key].seconds, "s"));
  const [p50, p99] = [stated("p50"), stated("p99")];
  if (p50 && p99) return timeOf(p50, p99);
  if (!p50 && !p99) return catalogueTime(sheet, step);
  const ratio = sheet.assume("p99 over p50 of a step", {
    value: 3,
    low: 2,
    high: 5,
    unit: "x",
    why: "only one of the two is stated; steps of request paths spread by two to five times",
  });
  if (p99)
    return timeOf(
      derived("s", [p99, ratio], (seconds, times) => seconds / times),
      p99,
    );
  return timeOf(
    p50!,
    derived("s", [p50!, ratio], (seconds, times) => seconds * times),
  );
}

function measuredTime({ calibration }: Sheet, step: string): StepTime | undefined {
  const times = calibration?.steps[step];
  if (!times) return undefined;
  const what = `${times.samples} requests, ${calibration!.measuredOn}`;
  const seconds = (millis: number) => figure(millis / 1000, "s", { kind: "measured", what });
  return {
    p50Seconds: seconds(times.p50Millis),
    p99Seconds: seconds(times.p99Millis),
    meanSeconds: seconds(times.meanMillis),
    distribution: lognormalWith(times.meanMillis / 1000, times.p99Millis / 1000),
  };
}

/**
 * The lognormal with a mean, which decides how busy machines are, and a 99th percentile, which decides the tail. With
 * z = 2.326: ln(p99 / mean) = zσ − σ²/2; a p99 beyond 15 means has no such lognormal and takes the widest.
 */
function lognormalWith(meanSeconds: number, p99Seconds: number): Distribution {
  const z = normalQuantile(0.99);
  const reach = Math.log(p99Seconds / meanSeconds);
  if (reach <= 0) return { kind: "deterministic", seconds: meanSeconds };
  const spread = z - Math.sqrt(Math.max(0, z * z - 2 * reach));
  return lognormalOf(meanSeconds, Math.expm1(spread ** 2));
}

/** The lognormal through both percentiles. */
function timeOf(p50Seconds: Figure, p99Seconds: Figure): StepTime {
  const distribution = through(p50Seconds.value, p99Seconds.value);
  const meanSeconds = derived("s", [p50Seconds, p99Seconds], (p50, p99) => meanSecondsOf(through(p50, p99)));
  return { p50Seconds, p99Seconds, meanSeconds, distribution };
}

function through(p50Seconds: number, p99Seconds: number): Distribution {
  if (p99Seconds <= p50Seconds) return { kind: "deterministic", seconds: p99Seconds };
  return { kind: "lognormal", p50Seconds, p99Seconds };
}

/** Microseconds for one item, and a fixed part in milliseconds; what each does is in the name. */
const catalogue: readonly { names: RegExp; what: string; fixedMillis: number; itemMicros: number; items: number }[] = [
  {
    names: /feature|lookup|counts|profile|visitor|viewer/i,
    what: "feature lookup over a network",
    fixedMillis: 1.5,
    itemMicros: 10,
    items: 100,
  },
  {
    names: /retriev|candidate|search|index|select|recall/i,
    what: "candidate generation",
    fixedMillis: 5,
    itemMicros: 10,
    items: 500,
  },
  {
    names: /rerank|diversi|rules|auction|guard|decide|filter/i,
    what: "rules over a list",
    fixedMillis: 0.5,
    itemMicros: 2,
    items: 100,
  },
  { names: /rank|score|predict|model/i, what: "scoring", fixedMillis: 1, itemMicros: 10, items: 100 },
  { names: /embed|encode/i, what: "one vector from a small network", fixedMillis: 8, itemMicros: 0, items: 1 },
];

/** Microseconds that scoring one item takes, by the kind of ranker, on one vCPU. */
const scoreMicros: Readonly<Record<string, number>> = {
  rules: 1,
  logistic: 2,
  linear: 2,
  ftrl: 2,
  "naive-bayes": 2,
  gbdt: 8,
  "isolation-forest": 15,
  bandit: 2,
  dnn: 25,
  "deep-cross": 40,
  "two-tower": 2,
  "multi-task": 40,
  ensemble: 60,
  "cross-encoder": 3000,
  transformer: 3000,
  cnn: 5000,
};

function catalogueTime(sheet: Sheet, step: PathStep): StepTime {
  const generated = generationSeconds(sheet, step);
  const p50 = generated ?? listedTime(sheet, step);
  const ratio = sheet.assume("p99 over p50 of a step", {
    value: 3,
    low: 2,
    high: 5,
    unit: "x",
    why: "nothing is stated; steps of request paths spread by two to five times",
  });
  return timeOf(
    p50,
    derived("s", [p50, ratio], (seconds, times) => seconds * times),
  );
}

function listedTime(sheet: Sheet, step: PathStep): Figure {
  const entry = catalogue.find(({ names }) => names.test(`${step.step} ${step.uses ?? ""}`));
  const { what, fixedMillis, itemMicros, items } = entry ?? {
    what: "a step of unknown kind",
    fixedMillis: 3,
    itemMicros: 0,
    items: 1,
  };
  const { kind } = sheet.design.model?.rank ?? {};
  const micros = what === "scoring" && kind ? (scoreMicros[kind] ?? itemMicros) : itemMicros;
  const millis = fixedMillis + ((step.items ?? items) * micros) / 1000;
  return sheet.assume(`time of ${step.step}`, {
    value: millis / 1000,
    low: millis / 3000,
    high: (3 * millis) / 1000,
    unit: "s",
    why: `${what}${what === "scoring" && kind ? ` by ${kind}` : ""}, ${step.items ?? items} items; typical, within a factor of three`,
    kind: "catalogue",
  });
}

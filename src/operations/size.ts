import { z } from "zod";
import type { DesignDocument } from "../design/design.ts";
import { Problem } from "../kit/problem.ts";
import { seededRandom } from "../kit/random.ts";
import { withPrices, type PriceBook } from "../sizing/price-book.ts";
import {
  answerAt,
  evaluate,
  failureOf,
  Sheet,
  simulatePath,
  sizeDesign,
  type Failure,
  type LoadChoice,
  type SizeOptions,
  type Sized,
} from "../sizing/sized/index.ts";
import { changedDesign } from "./files/changed-design.ts";
import { calibrateInput, calibrationAt } from "./files/read-calibration.ts";
import { readDesign } from "./files/read-design.ts";
import { designInput, systemInputs } from "./inputs.ts";
import { defineOperation } from "./operation.ts";

/** One number by both engines. */
export interface BothEngines {
  readonly what: string;
  readonly unit: "share" | "s";
  readonly closedForm: number;
  readonly simulated: number;
  readonly interval: { readonly low: number; readonly high: number };
}

export interface SizeOutput {
  readonly file: string;
  readonly load: LoadChoice;
  /** What was changed for this answer, as given. */
  readonly whatIf: readonly string[];
  readonly sized: Sized;
  readonly failure?: Failure;
  readonly simulation?: { readonly events: number; readonly numbers: readonly BothEngines[] };
}

export default defineOperation({
  name: "size",
  group: "understand",
  sentence: "Work out from a design what it takes, what breaks first, how sure that is, and what it costs.",
  input: z.object({
    design: designInput,
    at: z.enum(["average", "peak"]).default("peak").describe("Which stated load.").meta({ word: "load" }),
    load: z.string().default("1x").describe("Multiple of that load, such as `10x`.").meta({ word: "multiple" }),
    whatIf: z
      .array(z.string())
      .default([])
      .describe("Size the design as if a value were another; the file stays as it is.")
      .meta({ word: "path=value" }),
    fail: z.string().optional().describe("A step, or machines, to be down.").meta({ word: "step" }),
    simulate: z.boolean().default(false).describe("Run the event simulator too, and show both side by side."),
    seed: systemInputs.seed,
    calibrate: calibrateInput,
    price: z
      .array(z.string())
      .default([])
      .describe("What you pay instead of the price book's number, in dollars: `vcpuHour=0.02`.")
      .meta({ word: "name=usd" }),
  }),
  positional: ["design"],
  effect: "reads",
  examples: [
    { line: "plumb size my.design.yaml", does: "every part at the stated peak, and one paragraph in plain words" },
    { line: "plumb size my.design.yaml --load 10x", does: "the same at ten times the peak" },
    { line: 'plumb size my.design.yaml --what-if "requests.peak=6000/s" --fail features', does: "ask without editing" },
    { line: "plumb size my.design.yaml --simulate", does: "closed forms and the simulator side by side" },
  ],
  async run({ design, at, load, fail, simulate, seed, calibrate, price, whatIf }): Promise<SizeOutput> {
    const written = await readDesign(design);
    const document = changedDesign(written, whatIf);
    const choice = { at, times: timesOf(load) };
    const prices = pricesOf(price);
    const options: SizeOptions = {
      times: choice.times,
      ...(whatIf.length > 0 && { planned: written }),
      ...(prices && { prices }),
      ...(calibrate !== undefined && { calibration: calibrationAt(calibrate) }),
    };
    return {
      file: design,
      load: choice,
      whatIf,
      sized: sizeDesign(document, options),
      ...(fail !== undefined && { failure: failureOf(evaluate(new Sheet(document, options)), fail) }),
      ...(simulate && { simulation: simulated(document, options, choice, seed) }),
    };
  },
  exitCode: () => 0,
});

function timesOf(text: string): number {
  const times = Number(/^\s*(\d+(?:\.\d+)?)\s*x?\s*$/.exec(text)?.[1]);
  if (times > 0 && times <= 1e6) return times;
  throw new Problem({
    code: "sizing/bad-load",
    found: `\`${text}\` is not a multiple of the load.`,
    fix: "write `10x`, `2.5x` or the like",
  });
}

function pricesOf(given: readonly string[]): PriceBook | undefined {
  if (given.length === 0) return undefined;
  const overrides = given.map((words) => {
    const match = /^\s*(\w+)\s*=\s*\$?\s*(\d*\.?\d+)\s*\$?\s*$/.exec(words);
    if (match) return [match[1]!, Number(match[2])] as const;
    throw new Problem({
      code: "cli/bad-usage",
      found: `\`${words}\` is not a price.`,
      fix: "write `--price vcpuHour=0.02`, in US dollars for one unit",
    });
  });
  return withPrices(Object.fromEntries(overrides), "given by --price");
}

/** About a second of work. */
const arrivals = 60_000;

function simulated(
  document: DesignDocument,
  options: SizeOptions,
  { at, times }: LoadChoice,
  seed: string,
): NonNullable<SizeOutput["simulation"]> {
  const evaluation = evaluate(new Sheet(document, options));
  const answer = answerAt(evaluation, at, times);
  const { path } = evaluation;
  if (!path || !answer?.wholeSeconds) throw nothingToSimulate(path === undefined);
  const { stations, flows, events } = simulatePath(path, path.traffic[at].value * times, {
    random: seededRandom(seed).stream("size"),
    requests: arrivals,
  });
  const numbers = path.stations.flatMap(({ name, servers }, i): BothEngines[] => {
    const { value, interval } = stations[i]!.utilisation;
    return servers === Infinity
      ? []
      : [
          {
            what: `${name} busy`,
            unit: "share",
            closedForm: answer.stations[i]!.utilisation,
            simulated: value,
            interval,
          },
        ];
  });
  const whole = (["p50", "p95", "p99", "p999"] as const).map((name): BothEngines => {
    const { value, interval } = flows[0]!.responseSeconds[name];
    return {
      what: `whole path ${name}`,
      unit: "s",
      closedForm: answer.wholeSeconds![name],
      simulated: value,
      interval,
    };
  });
  return { events, numbers: [...whole, ...numbers] };
}

function nothingToSimulate(noPath: boolean): Problem {
  return new Problem({
    code: "sizing/nothing-to-simulate",
    found: noPath
      ? "The design has no path with a load, so there is nothing to simulate."
      : "More arrives than can be done, so a simulation would never settle.",
    fix: noPath
      ? "give `serving.path` and `requirements.scale.requests`"
      : "simulate a lower load with `--load`, or state more copies",
  });
}

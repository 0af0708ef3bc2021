/**
 * `docs/sizing/examples.md`: for each example, what breaks first when the load rises to ten times the peak, found by
 * closed forms and by the event simulator. `node scripts/sizing-examples-page.ts` writes it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDesign } from "../src/design/parse.ts";
import { seededRandom } from "../src/kit/random.ts";
import { exampleNames, exampleText } from "../src/operations/files/examples.ts";
import {
  evaluate,
  Sheet,
  simulatedBreak,
  sizeDesign,
  multipleText,
  numberText,
  usdText,
  type Limit,
  type Sized,
  type SimulatedBreak,
} from "../src/sizing/sized/index.ts";

export interface SizedExample {
  readonly name: string;
  readonly sized: Sized;
  /** Absent where nobody waits for an answer. */
  readonly simulated: SimulatedBreak | undefined;
}

/** Arrivals of each simulated load: enough to tell machines apart that are 3% differently busy. */
const arrivals = 30_000;

export function sizedExamples(): SizedExample[] {
  return exampleNames().map((name) => {
    const { document } = parseDesign(exampleText(name), name);
    const { path } = evaluate(new Sheet(document!));
    const simulated = path && simulatedBreak(path, seededRandom(`examples ${name}`), arrivals);
    return { name, sized: sizeDesign(document!), simulated };
  });
}

/** Machines that give in first, by closed form: several where they do so within 2% of each other. */
export function firstToBreak({ limits }: Sized): readonly Limit[] {
  const capacity = limits.filter(({ kind }) => kind === "capacity");
  return capacity.filter(({ times }) => times <= capacity[0]!.times * 1.02);
}

export function sizingExamplesPage(examples: readonly SizedExample[]): string {
  const rows = examples.map(rowOf);
  return [
    "<!-- Written by scripts/sizing-examples-page.ts: do not edit. -->",
    "",
    "# What breaks first",
    "",
    "Every example design is asked what gives in when its load rises from half its stated peak to ten times the peak. Two",
    "engines answer. The closed forms divide the work that arrives by what machines can do. The event simulator raises the",
    "load by 15% at a time, with queues that hold 4 requests a place and 50 more, until requests are turned away, and names",
    "the busiest machines at the last load before that. `plumb size DESIGN --load 10x` shows all numbers of one design.",
    "",
    "Machines come first in this table. Latency, people who review, batch windows or the budget may end earlier; the column",
    "before the last one says what ends first of all.",
    "",
    "| design | machines that break first | closed form, x peak | simulator: same? | turned away at, x peak | ends first of all | cost now, and at 10x |",
    "|---|---|---|---|---|---|---|",
    ...rows,
    "",
    "The simulator turns away at a load above the one at which machines are full, because queues fill slowly when little more",
    "arrives than can be done, and because it looks every 15%.",
    "",
  ].join("\n");
}

function rowOf({ name, sized, simulated }: SizedExample): string {
  const [now, then] = [1, 10].map((times) => sized.loads.find((load) => load.at === "peak" && load.times === times));
  const cost = then
    ? `${usdText(now!.costUsdPerMonth.value)}, ${usdText(then.costUsdPerMonth.value)}`
    : usdText(sized.costUsdPerMonth.value);
  const first = sized.limits[0];
  const all = first ? `${first.name}, ${first.times === 0 ? "already" : multipleText(first.times)}` : "nothing";
  if (!simulated) return `| ${name} | none: nobody waits for an answer | | | | ${all} | ${cost} |`;
  const found = firstToBreak(sized);
  const agree = found.some(({ name: machine }) => machine === simulated.resource)
    ? `yes: ${simulated.resource}, ${Math.round(simulated.utilisation * 100)}% busy`
    : `no: ${simulated.resource}`;
  const at = simulated.turnedAwayAtTimes === undefined ? "not up to 10x" : multipleText(simulated.turnedAwayAtTimes);
  return `| ${name} | ${found.map((limit) => limit.name).join("; ")} | ${multipleText(found[0]!.times)} (${numberText(found[0]!.times * sized.traffic!.peak.value)}/s) | ${agree} | ${at} | ${all} | ${cost} |`;
}

const page = join(import.meta.dirname, "../docs/sizing/examples.md");

export const committedPage = (): string => readFileSync(page, "utf8");

if (process.argv[1] === import.meta.filename) writeFileSync(page, sizingExamplesPage(sizedExamples()));

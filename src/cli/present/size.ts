import {
  bytesText,
  loadOf,
  multipleText,
  numberText,
  sizedParagraph,
  usdText,
  type SizedComponent,
  type SizeOutput,
} from "../../index.ts";
import type { Terminal } from "../terminal.ts";
import { wrapHanging, wrapText } from "../wrap.ts";

/** A design's numbers: the path, the machines, what is kept, and one paragraph in plain words. */
export function presentSize(output: SizeOutput, terminal: Terminal): void {
  const { print, paint, width } = terminal;
  const { sized, load, whatIf, failure, simulation } = output;
  const rate = loadOf(sized, load)?.requestsPerSecond;
  const where = `${load.times === 1 ? "stated" : multipleText(load.times)} ${load.at}${rate === undefined ? "" : `, ${numberText(rate)} requests/s`}`;
  print(`${paint.bold(sized.design)}  ${where}`);
  for (const change of whatIf) print(paint.dim(wrapHanging(`as if ${change}`, width, 6).join("\n")));
  presentPath(output, terminal);
  presentMachines(output, terminal);
  presentRest(output, terminal);
  print(`\n${wrapText(sizedParagraph(sized, load), width).join("\n")}`);
  if (failure) presentFailure(failure, terminal);
  if (simulation) presentSimulation(simulation, terminal);
  presentGround(output, terminal);
}

type Column = readonly [head: string, width: number];

/** Numbers stand on the right; the first column takes what is left. */
function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { print, paint, width }: Terminal,
): void {
  const [first, ...rest] = columns;
  const room = Math.max(first![1], Math.min(34, width - rest.reduce((sum, [, size]) => sum + size, 0)));
  const line = (cells: readonly string[]) =>
    (
      cut(cells[0]!, room - 1).padEnd(room) + rest.map(([, size], at) => (cells[at + 1] ?? "").padStart(size)).join("")
    ).trimEnd();
  print(`\n${paint.dim(line(columns.map(([head]) => head)))}`);
  for (const row of rows) print(line(row));
}

const cut = (text: string, size: number): string => (text.length <= size ? text : `${text.slice(0, size - 1)}…`);
const percent = (share: number): string => (share >= 9.995 ? `${multipleText(share)}` : `${Math.round(share * 100)}%`);

function at({ loads }: SizedComponent, { load }: SizeOutput) {
  return loads.find((one) => one.at === load.at && one.times === load.times)!;
}

function presentPath(output: SizeOutput, terminal: Terminal): void {
  const steps = output.sized.components.filter(({ kind }) => kind === "step");
  const whole = loadOf(output.sized, output.load);
  if (steps.length === 0 || !whole) return;
  const rows = steps.map((step) => {
    const { arrivalsPerSecond, utilisation, responseSeconds } = at(step, output);
    const bought = step.servers === Infinity;
    const visits = bought ? arrivalsPerSecond : (arrivalsPerSecond ?? 0);
    const own = step.arrivalsPerSecond!.value * (whole.requestsPerSecond / output.sized.traffic!.peak.value);
    return [
      step.name,
      numberText(Math.min(own, visits ?? own)),
      timeText(step.serviceSeconds?.value),
      bought ? "bought" : percent(utilisation ?? 0),
      timeText(responseSeconds?.p50, "grows"),
      timeText(responseSeconds?.p99, "grows"),
    ];
  });
  const { responseSeconds: all, addedSeconds: added } = whole;
  const total = [
    "whole path",
    numberText(whole.requestsPerSecond),
    "",
    "",
    timeText(all?.p50, "grows"),
    timeText(all?.p99, "grows"),
  ];
  const bound = added ? [["  if all are slow together", "", "", "", "", timeText(added.p99)]] : [];
  table(
    [
      ["step", 18],
      ["req/s", 9],
      ["work", 10],
      ["busy", 8],
      ["p50", 10],
      ["p99", 10],
    ],
    [...rows, total, ...bound],
    terminal,
  );
}

/** `13 ms`, `1.9 s`; two digits are all that is known. */
function timeText(seconds: number | undefined, none = ""): string {
  if (seconds === undefined) return none;
  if (seconds < 0.9995) return `${Number((seconds * 1000).toPrecision(seconds < 0.01 ? 2 : 3))} ms`;
  return `${Number(seconds.toPrecision(3))} s`;
}

interface Machines {
  readonly name: string;
  readonly parts: readonly SizedComponent[];
}

function machinesOf({ sized }: SizeOutput): Machines[] {
  const withCopies = sized.components.filter(({ replicas, kind }) => replicas && kind !== "review queue");
  return [...Map.groupBy(withCopies, ({ on, name }) => on ?? name)].map(([name, parts]) => ({ name, parts }));
}

function presentMachines(output: SizeOutput, terminal: Terminal): void {
  const rows = machinesOf(output).map(({ name, parts }) => {
    const loads = parts.map((part) => at(part, output));
    const busy = Math.max(...loads.map(({ utilisation = 0 }) => utilisation));
    const usd = loads.reduce((sum, load) => sum + (load.costUsdPerMonth ?? 0), 0);
    const needed = Math.max(...loads.map(({ replicasNeeded = 0 }) => replicasNeeded));
    return [name, percent(busy), numberText(parts[0]!.replicas!.stated?.value ?? 0), numberText(needed), usdText(usd)];
  });
  if (rows.length > 0)
    table(
      [
        ["machines", 18],
        ["busy", 9],
        ["copies", 10],
        ["needed", 10],
        ["a month", 12],
      ],
      rows,
      terminal,
    );
}

function presentRest(output: SizeOutput, terminal: Terminal): void {
  const rest = output.sized.components.filter(
    ({ kind, replicas }) => kind !== "step" && (!replicas || kind === "review queue"),
  );
  const shown = rest.filter(
    ({ memoryBytes, storageBytes, costUsdPerMonth, utilisation }) =>
      memoryBytes ?? storageBytes ?? costUsdPerMonth ?? utilisation,
  );
  const rows = shown.map((part) => {
    const load = at(part, output);
    const held = load.storageBytes ?? part.memoryBytes?.value;
    return [
      part.name,
      part.kind,
      load.utilisation === undefined ? "" : percent(load.utilisation),
      held === undefined ? "" : bytesText(held),
      load.costUsdPerMonth === undefined ? "" : usdText(load.costUsdPerMonth),
    ];
  });
  if (rows.length > 0)
    table(
      [
        ["beside the path", 24],
        ["", 16],
        ["busy", 8],
        ["holds", 10],
        ["a month", 10],
      ],
      rows,
      terminal,
    );
  const said = rest.flatMap(({ name, says, kind }) =>
    ["review queue", "experiment", "batch job", "training job"].includes(kind)
      ? says.map((words) => `${name}: ${words}.`)
      : [],
  );
  if (said.length > 0) terminal.print("");
  for (const words of said) terminal.print(wrapHanging(words, terminal.width, 2).join("\n"));
}

function presentFailure(
  { component, says }: NonNullable<SizeOutput["failure"]>,
  { print, paint, width }: Terminal,
): void {
  print(`\n${paint.bold(`when ${component} is down`)}`);
  for (const words of says) print(wrapHanging(`- ${words}`, width, 2).join("\n"));
}

function presentSimulation({ numbers, events }: NonNullable<SizeOutput["simulation"]>, terminal: Terminal): void {
  const text = (unit: "share" | "s", value: number) =>
    unit === "s" ? timeText(value) : `${(value * 100).toFixed(1)}%`;
  const rows = numbers.map(({ what, unit, closedForm, simulated, interval }) => [
    what,
    text(unit, closedForm),
    text(unit, simulated),
    `${text(unit, interval.low)} to ${text(unit, interval.high)}`,
  ]);
  table(
    [
      ["both engines", 24],
      ["formula", 10],
      ["simulated", 11],
      ["95% interval", 22],
    ],
    rows,
    terminal,
  );
  terminal.print(terminal.paint.dim(`${numberText(events)} simulated events`));
}

const shownAssumptions = 5;

/** What the numbers rest on that the document does not say, and what they cannot say. */
function presentGround({ sized }: SizeOutput, { print, paint, width }: Terminal): void {
  const weights = new Map(sized.tornado.map(({ name, weight }) => [name, weight]));
  const assumed = sized.assumptions.toSorted(
    (one, other) => (weights.get(other.name) ?? 0) - (weights.get(one.name) ?? 0),
  );
  if (assumed.length > 0) print(`\n${paint.bold("assumed")}, what matters most first`);
  for (const { name, figure } of assumed.slice(0, shownAssumptions)) {
    const why = figure.from[0]!.what.slice(name.length + 2);
    print(
      wrapHanging(
        `- ${name}: ${valueText(figure.value, figure.unit)} (${valueText(figure.low, figure.unit)} to ${valueText(figure.high, figure.unit)}); ${why}`,
        width,
        2,
      ).join("\n"),
    );
  }
  if (assumed.length > shownAssumptions) print(`  and ${assumed.length - shownAssumptions} more, all in --json`);
  if (sized.unsized.length > 0) print(`\n${paint.bold("cannot be sized")}`);
  for (const { what, needs } of sized.unsized) print(wrapHanging(`- ${what}: needs ${needs}`, width, 2).join("\n"));
}

function valueText(value: number, unit: string): string {
  if (unit === "s") return value >= 172_800 ? `${numberText(value / 86_400)} d` : timeText(value);
  if (unit === "bytes") return bytesText(value);
  if (unit === "share") return percent(value);
  return `${numberText(value)} ${unit}`;
}

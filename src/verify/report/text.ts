import pc from "picocolors";
import type { Verdict } from "../claim-shape.ts";
import type { Prediction } from "../prediction.ts";
import { verdictCells } from "./cells.ts";
import { predictedRows, predictedSentence } from "./predicted.ts";
import {
  statusCounts,
  STATUSES,
  summaryText,
  verdictsByStage,
  type Status,
  type VerificationReport,
} from "./report.ts";
import { padText, plainText, textWidth, wrapText } from "./wrap.ts";

export interface TextOptions {
  readonly color: boolean;
  /** Columns of the terminal; below 60 the lines are as long as 60 needs. */
  readonly width: number;
  /** Only ASCII signs and rules. */
  readonly ascii?: boolean;
}

const SIGNS: Readonly<Record<Status, string>> = { holds: "✓", broken: "✗", inconclusive: "?", untested: "–" };
const ASCII: readonly (readonly [RegExp, string])[] = [
  [/✓/g, "+"],
  [/✗/g, "x"],
  [/[–−─]/g, "-"],
  [/·/g, "|"],
  [/∞/g, "inf"],
  [/µ/g, "u"],
];
const NARROWEST = 60;
const GAP = "  ";

type Paint = ReturnType<typeof pc.createColors>;

interface Column {
  readonly title: string;
  readonly width: number;
  readonly right?: boolean;
}

/** The table of verdicts for a terminal: by stage, broken first, with the sum at the end. */
export function reportText(report: VerificationReport, options: TextOptions): string {
  const width = Math.max(NARROWEST, options.width);
  const paint = pc.createColors(options.color);
  const columns = columnsFor(width, report);
  const lines = [
    ...titleLines(report, width, paint),
    paint.dim(
      rowLines(
        columns.map(({ title }) => [title]),
        columns,
      )
        .join("\n")
        .trimEnd(),
    ),
    ...verdictsByStage(report.verdicts).flatMap(({ stage, verdicts }) => [
      "",
      stageLine(stage, verdicts, width, paint),
      ...verdicts.flatMap((verdict) => verdictLines(verdict, columns, width, paint)),
    ]),
    ...report.predictions.flatMap((prediction) => predictedLines(prediction, width, paint)),
    "",
    paint.dim("─".repeat(width)),
    summaryLine(report.verdicts, paint),
  ];
  const text = lines.join("\n");
  return `${options.ascii ? ASCII.reduce((all, [sign, plain]) => all.replace(sign, plain), text) : text}\n`;
}

/** Where the file is the same for all, a place is a line number, unless there is room for more. */
function columnsFor(width: number, { verdicts }: VerificationReport): Column[] {
  const places = verdicts.map((verdict) => textWidth(placeOf(verdict, true)));
  const long = Math.max(0, ...places);
  const placeWidth =
    width >= 120 + long ? long : Math.max(4, ...verdicts.map((verdict) => placeOf(verdict, false).length));
  const fixed = [
    { title: "stated", width: width >= 100 ? 20 : 11 },
    { title: "measured", width: width >= 100 ? 28 : 14 },
    { title: "n", width: width >= 100 ? 18 : 11, right: true },
    { title: "line", width: placeWidth, right: placeWidth < long },
  ];
  const taken = fixed.reduce((sum, column) => sum + column.width + GAP.length, 0);
  return [{ title: "", width: 1 }, { title: "claim", width: width - taken - 1 - GAP.length }, ...fixed];
}

function placeOf({ claim: { place } }: Verdict, withFile: boolean): string {
  const line = place.line === undefined ? "" : `:${place.line}`;
  return plainText(withFile ? `${place.file ?? ""}${line}` : line);
}

function titleLines({ design, file, verdicts }: VerificationReport, width: number, paint: Paint): string[] {
  const name = plainText(design);
  const lines = [paint.bold(name) + (file === "" ? "" : `  ${paint.dim(plainText(file))}`)];
  const legend = STATUSES.map((status) => `${signOf(status, paint)} ${status}`).join(GAP);
  return [...lines, verdicts.length === 0 ? "The design makes no claims yet." : legend, paint.dim("─".repeat(width))];
}

function stageLine(stage: string, verdicts: readonly Verdict[], width: number, paint: Paint): string {
  const sum = summaryText(verdicts);
  return paint.bold(stage) + paint.dim(padText(sum, width - textWidth(stage), true));
}

function verdictLines(verdict: Verdict, columns: readonly Column[], width: number, paint: Paint): string[] {
  const cells = verdictCells(verdict);
  const wide = columns.at(-1)!.width > 6;
  const [, claim, stated, measured, sample] = columns.map((column) => column.width) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const lines = rowLines(
    [
      [SIGNS[verdict.status]],
      wrapText(plainText(cells.claim), claim),
      wrapText(plainText(cells.stated), stated),
      measuredLines(cells.measured, cells.interval, measured),
      wrapText(`${cells.sampleSize} ${plainText(cells.sampleUnit)}`.trim(), sample),
      [placeOf(verdict, wide)],
    ],
    columns,
  );
  const sign = SIGNS[verdict.status];
  const painted = lines.map((line, i) => (i === 0 ? line.replace(sign, signOf(verdict.status, paint)) : line));
  return [...painted, ...reasonLines(verdict, width, paint)];
}

/** Value and interval side by side where they fit, else below each other. */
function measuredLines(value: string, interval: string, width: number): string[] {
  if (interval === "") return wrapText(value, width);
  const joined = `${value} [${interval}]`;
  return textWidth(joined) <= width ? [joined] : [value, ...wrapText(interval, width)];
}

/** What holds needs no words; everything else says why. */
function reasonLines({ status, because }: Verdict, width: number, paint: Paint): string[] {
  if (status === "holds") return [];
  const indent = ` ${GAP}`;
  return wrapText(plainText(because), width - indent.length - GAP.length).map(
    (line, i) => indent + (i === 0 ? "" : "  ") + paint.dim(line),
  );
}

function rowLines(cells: readonly (readonly string[])[], columns: readonly Column[]): string[] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    columns
      .map(({ width, right }, i) => padText(cells[i]![row] ?? "", width, right))
      .join(GAP)
      .trimEnd(),
  );
}

function signOf(status: Status, paint: Paint): string {
  const colour = { holds: paint.green, broken: paint.red, inconclusive: paint.yellow, untested: paint.dim };
  return colour[status](SIGNS[status]);
}

function predictedLines(prediction: Prediction, width: number, paint: Paint): string[] {
  const line = (cells: readonly string[]) =>
    padText(`   ${cells[0]}`, width - 42) +
    cells
      .slice(1)
      .map((cell) => padText(cell, 14, true))
      .join("");
  return [
    "",
    paint.bold("predicted against measured"),
    paint.dim(line([`${prediction.name} (${prediction.perSecond}/s)`, "predicted", "measured", "ratio"])),
    ...predictedRows(prediction).map(({ what, predicted, measured, ratio, off }) => {
      const text = line([what, predicted, measured, ratio]);
      return off ? paint.yellow(text) : text;
    }),
    ...wrapText(predictedSentence(prediction), width - 3).map((words) => `   ${paint.dim(words)}`),
  ];
}

function summaryLine(verdicts: readonly Verdict[], paint: Paint): string {
  const counts = statusCounts(verdicts);
  const text = summaryText(verdicts);
  return counts.broken > 0 ? paint.bold(text.replace(/\d+ broken/, (words) => paint.red(words))) : paint.bold(text);
}

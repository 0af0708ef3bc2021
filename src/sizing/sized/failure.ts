import { Problem } from "../../kit/problem.ts";
import { durationText } from "../../kit/quantity.ts";
import { nearest } from "../../kit/suggest.ts";
import { retryAmplification } from "../queueing/retries.ts";
import { utilisationOf, type Evaluation } from "./evaluate.ts";
import type { SizedStation } from "./stations.ts";
import { numberText } from "./words.ts";

/** What happens to requests when a part is down. */
export interface Failure {
  readonly component: string;
  /** Steps that cannot be done. */
  readonly steps: readonly string[];
  /** What such a request gets in the end. */
  readonly outcome: "fallback" | "skipped" | "failed" | "unaffected";
  /** The fallbacks in the order in which they are tried. */
  readonly fallbacks: readonly string[];
  /** How busy other machines are, before and while it is down, at the stated peak. */
  readonly moves: readonly { readonly name: string; readonly before: number; readonly after: number }[];
  /** How busy the rest of its copies are when only one of them is lost; absent for a single copy or a bought service. */
  readonly oneCopyLost?: { readonly copies: number; readonly before: number; readonly after: number };
  /** In sentences. */
  readonly says: readonly string[];
}

/**
 * What happens when a step, the machines that it runs on, or machines beside the path are down, at the stated peak.
 *
 * @param name  of a step, or of a line of `serving.hardware`, `featureStore` like `feature store`
 * @throws {Problem} `sizing/unknown-component`
 */
export function failureOf(evaluation: Evaluation, name: string): Failure {
  const { path, sheet } = evaluation;
  const down = stationsDown(evaluation, name);
  const pathSteps = sheet.design.serving?.path ?? [];
  const steps = down.filter(({ step }) => step >= 0).sort((one, other) => one.step - other.step);
  const fallbacks = (sheet.design.serving?.fallback ?? []).map((one) => (typeof one === "string" ? one : one.other));
  const manners = steps.map(({ step }) => pathSteps[step]!.onFailure ?? (fallbacks.length > 0 ? "fallback" : "fail"));
  const stopsAt =
    steps[manners.findIndex((manner) => manner === "fail" || manner === "fallback" || manner === "retry once")];
  const manner = stopsAt && manners[steps.indexOf(stopsAt)]!;
  const outcome =
    steps.length === 0
      ? "unaffected"
      : !manner
        ? "skipped"
        : manner === "fail" || fallbacks.length === 0
          ? "failed"
          : "fallback";
  const retried = manners.includes("retry once");
  const moves = path!.stations
    .filter((station) => station.step >= 0 && station.servers < Infinity)
    .map((station) => move(evaluation, station, { down, stopsAt, retried }));
  const loss = copyLoss(evaluation, down);
  const facts = {
    component: name,
    steps: steps.map((one) => one.name),
    outcome,
    fallbacks,
    moves: unique(moves),
  } as const;
  return {
    ...facts,
    ...(loss && { oneCopyLost: loss }),
    says: wordsOf(evaluation, {
      ...facts,
      stated: steps.some(({ step }) => pathSteps[step]!.onFailure !== undefined),
      retried,
      loss,
      stopsAt,
    }),
  };
}

function stationsDown({ path }: Evaluation, name: string): SizedStation[] {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z\d]/g, "");
  const stations = path?.stations ?? [];
  const down = stations.filter((station) => plain(station.name) === plain(name));
  const machines = (fits: (words: string) => boolean) => stations.filter(({ resource }) => fits(plain(resource)));
  const found = [
    down,
    machines((words) => words === plain(name)),
    machines((words) => words.startsWith(plain(name))),
  ].find(({ length }) => length > 0);
  if (found) return found;
  const names = [...new Set(stations.flatMap((station) => [station.name, station.resource]))];
  const meant = nearest(name, names);
  throw new Problem({
    code: "sizing/unknown-component",
    found: `The design has no step or machines called \`${name}\`.`,
    fix: meant
      ? `write \`${meant}\`, if that is what was meant`
      : names.length > 0
        ? `name one of ${names.join(", ")}`
        : "give the design a path and a load",
  });
}

interface Down {
  readonly down: readonly SizedStation[];
  /** The step at which the path ends for everybody. */
  readonly stopsAt: SizedStation | undefined;
  readonly retried: boolean;
}

function move({ path }: Evaluation, station: SizedStation, { down, stopsAt, retried }: Down) {
  const before = utilisationOf(path!, station).value;
  const own = before / (1 + station.otherWork);
  const isDown = down.includes(station);
  const visits = isDown
    ? retried
      ? retryAmplification(1, 1).amplification
      : 1
    : stopsAt && station.step > stopsAt.step
      ? 0
      : 1;
  return { name: station.name, before, after: isDown ? visits * before : before - own + visits * own };
}

const unique = <Move extends { readonly before: number; readonly after: number }>(moves: readonly Move[]): Move[] =>
  moves.filter(({ before, after }) => Math.abs(before - after) > 1e-9);

function copyLoss({ path }: Evaluation, [first]: readonly SizedStation[]) {
  const copies = Math.round(first?.replicas?.value ?? 0);
  if (!first || copies < 2) return undefined;
  const before = utilisationOf(path!, first).value;
  return { copies, before, after: (before * copies) / (copies - 1) };
}

type Facts = Omit<Failure, "says" | "oneCopyLost"> &
  Pick<Down, "retried" | "stopsAt"> & { readonly stated: boolean; readonly loss: Failure["oneCopyLost"] };

function wordsOf(
  { sheet, path }: Evaluation,
  { component, steps, outcome, fallbacks, moves, retried, loss, stated, stopsAt }: Facts,
): string[] {
  const peak = path!.traffic.peak.value * (1 - (path!.hits?.value ?? 0));
  const { deadline } = sheet.design.serving ?? {};
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return [
    {
      unaffected: `Requests go on without ${component}: no step of the path runs on it. What it feeds grows old.`,
      skipped: `${steps.join(", ")} ${steps.length === 1 ? "is" : "are"} left out, and requests go on with a poorer answer; nothing fails.`,
      fallback: `${numberText(peak)} requests/s at peak end at ${stopsAt?.name} and get the fallback: ${fallbacks.join(", then ")}. It must stand all of them.`,
      failed: `${numberText(peak)} requests/s at peak fail at ${stopsAt?.name}: ${stated && fallbacks.length > 0 ? "the design says so" : "the design states no fallback"}.`,
    }[outcome],
    ...(stated || outcome === "unaffected"
      ? []
      : ["The design does not say `onFailure` for it; a stated fallback is taken to answer, else the request fails."]),
    ...(retried
      ? [
          `Each is tried once more, so what comes back up meets ${numberText(2 * peak)} attempts/s; callers that try again double it once more.`,
        ]
      : []),
    ...(deadline && steps.length > 0
      ? [
          `If it hangs instead of failing, ${numberText(peak * deadline.seconds)} requests are held at a time until the deadline of ${durationText(deadline.seconds)}; a timeout at each step holds fewer.`,
        ]
      : []),
    ...moves
      .filter(({ after, before }) => after < before)
      .slice(0, 1)
      .map(
        () =>
          `Steps behind it have nothing to do: ${moves
            .filter(({ after, before }) => after < before)
            .map(({ name, before, after }) => `${name} ${percent(before)} to ${percent(after)}`)
            .join(", ")}.`,
      ),
    ...(loss
      ? [
          `When one of ${loss.copies} copies is lost, the others are ${percent(loss.after)} busy instead of ${percent(loss.before)}${loss.after >= 1 ? ", which is more than they can do" : ""}.`,
        ]
      : []),
  ];
}

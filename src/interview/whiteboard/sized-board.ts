import { durationText } from "../../kit/quantity.ts";
import { sizeDesign, type Sized, type SizedComponent } from "../../sizing/sized/index.ts";
import type { Board } from "./board.ts";
import { boardDesign } from "./board-design.ts";
import type { BoardFact } from "./fact.ts";

/** A board with its numbers, in sentences that an interviewer can say. */
export interface SizedBoard {
  readonly sized: Sized;
  readonly assumed: readonly string[];
  readonly says: readonly string[];
}

/** What is over capacity now and at ten times the load, what breaks first, and the p99 against what was asked for. */
export function sizedBoard(board: Board, facts: readonly BoardFact[] = []): SizedBoard | undefined {
  const found = boardDesign(board, facts);
  if (!found) return undefined;
  const sized = sizeDesign(found.document);
  const says = [...capacityNow(sized), ...latency(sized), ...breaksFirst(sized), ...atTenTimes(sized)];
  return { sized, assumed: found.assumed, says };
}

const percent = (share: number): string => `${Number((share * 100).toPrecision(share < 10 ? 3 : 2))}%`;
const rateOf = ({ traffic }: Sized): string => `${Number(traffic!.peak.value.toPrecision(4))}/s`;
const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** `four copies`, `240 copies`, `one copy`. */
export function copiesText(count: number): string {
  return `${words[count] ?? String(count)} ${count === 1 ? "copy" : "copies"}`;
}

const busyAt = (part: SizedComponent, times: number): number =>
  part.loads.find((load) => load.at === "peak" && load.times === times)?.utilisation ?? 0;

function overAt({ components }: Sized, times: number): SizedComponent[] {
  return components
    .filter((part) => part.kind === "step" && busyAt(part, times) >= 1)
    .toSorted((one, other) => busyAt(other, times) - busyAt(one, times));
}

const canDo = (part: SizedComponent, times: number): string =>
  `${percent(busyAt(part, times))} of what ${copiesText(part.replicas?.stated?.value ?? 1)} can do`;

function capacityNow(sized: Sized): string[] {
  return overAt(sized, 1).map(
    (part) => `At ${rateOf(sized)} your ${part.name} is at ${canDo(part, 1)}: requests queue without end.`,
  );
}

function latency({ loads, target, p99Seconds, traffic }: Sized): string[] {
  const whole = loads.find(({ at, times }) => at === "peak" && times === 1)?.responseSeconds?.p99 ?? p99Seconds?.value;
  if (whole === undefined) return [];
  const found = `The whole path has a p99 of about ${durationText(whole)} at ${Number(traffic!.peak.value.toPrecision(4))}/s`;
  if (!target) return [`${found}.`];
  const bound = durationText(target.seconds.value);
  return [
    whole > target.seconds.value
      ? `${found}, and you asked for at most ${bound}.`
      : `${found}, within the ${bound} that you asked for.`,
  ];
}

function breaksFirst({ limits }: Sized): string[] {
  const first = limits.find(({ kind, times }) => kind === "capacity" && Number.isFinite(times));
  if (!first || first.times < 1) return [];
  return [`What runs out first is ${first.name}, at ${Number(first.times.toPrecision(2))} times the load.`];
}

function atTenTimes(sized: Sized): string[] {
  const [worst, ...others] = overAt(sized, 10);
  if (!worst) return [`At 10 times ${rateOf(sized)} no part is at its limit.`];
  const more = others.length > 0 ? ` ${others.map(({ name }) => name).join(", ")} would be over as well.` : "";
  return [`At 10 times ${rateOf(sized)} your ${worst.name} is at ${canDo(worst, 10)}: what now?${more}`];
}

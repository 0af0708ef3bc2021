import { stringify } from "yaml";
import type { DesignDocument } from "../../design/design.ts";
import { parseDesign } from "../../design/parse.ts";
import { readUnsettled } from "../../design/unsettled.ts";
import type { SaidQuantity } from "../statement.ts";
import type { Board, BoardBox, BoxKind } from "./board.ts";
import { perSecond, withFact, type BoardFact, type Tree } from "./fact.ts";
import { coverOf, requestPath } from "./request-path.ts";

/** A board as a design document, and what was taken for granted so that it is one. */
export interface BoardDesign {
  readonly document: DesignDocument;
  /** In sentences. */
  readonly assumed: readonly string[];
}

/**
 * The request path of a board as a design document that can be sized and simulated.
 *
 * @param facts  what was told or said, by path; a fact that a design cannot hold is left out, and that is said
 * @returns `undefined` where no request path is drawn
 */
export function boardDesign(board: Board, facts: readonly BoardFact[] = []): BoardDesign | undefined {
  const drawn = requestPath(board);
  const cache = drawn.find(({ kind }) => kind === "cache");
  const path = drawn.filter((box) => box !== cache);
  if (path.length === 0) return undefined;
  const assumed: string[] = [];
  const peak = peakOf(board, drawn, facts, assumed);
  const tree: Tree = {
    plumbline: 1,
    name: "board",
    requirements: { scale: { requests: { peak: rateText(peak) } } },
    ...metrics(board),
    serving: {
      mode: "online",
      ...servingOf(path, peak, assumed),
      ...(cache && { cache: cacheOf(cache, assumed) }),
      ...deadlineOf(drawn),
      ...rolloutOf(board),
    },
  };
  assumed.push(...parallel(board, path), `each copy works on ${atOnce} requests at a time (${atOnce} vCPU)`);
  return settled(tree, facts, assumed);
}

/** vCPUs of a copy, each of which works on one request. */
const atOnce = 4;
const plannedUse = 0.6;

function settled(tree: Tree, facts: readonly BoardFact[], assumed: string[]): BoardDesign | undefined {
  const read = (one: Tree) => parseDesign(stringify(one), "board.design.yaml").document;
  const whole = read(facts.reduce(withFact, tree));
  if (whole) return { document: whole, assumed };
  let kept = tree;
  for (const fact of facts) {
    const next = withFact(kept, fact);
    if (read(next)) kept = next;
    else assumed.push(`\`${fact.path}: ${fact.words}\` cannot stand in a design, so it was left out`);
  }
  const document = read(kept);
  return document && { document, assumed };
}

const rateText = (rate: number): string => `${Number(rate.toPrecision(6))}/s`;

/** Told or said, else drawn at the head of the path, else assumed. */
function peakOf(board: Board, path: readonly BoardBox[], facts: readonly BoardFact[], assumed: string[]): number {
  const said = (key: string) =>
    facts
      .filter((fact) => fact.path === `requirements.scale.requests.${key}`)
      .flatMap(({ words }) => perSecond(words) ?? [])
      .findLast((rate) => rate > 0);
  const told = said("peak");
  if (told !== undefined) return told;
  const drawn = drawnRate(board, path);
  if (drawn !== undefined) return drawn;
  const average = said("average");
  if (average !== undefined) {
    assumed.push(`the peak was not said: taken as 3 times the average, ${rateText(3 * average)}`);
    return 3 * average;
  }
  assumed.push("no load was drawn or said: taken as 100 requests/s");
  return 100;
}

function drawnRate({ boxes, arrows }: Board, path: readonly BoardBox[]): number | undefined {
  const onPath = new Set(path.map(({ id }) => id));
  const heads = boxes.filter(({ id, kind }) => kind === "user" || kind === "gateway" || onPath.has(id));
  const lines = arrows.filter(({ to }) => onPath.has(to));
  const notes = boxes.filter(({ kind }) => kind === "note");
  const rates = [...heads, ...lines, ...notes].flatMap(({ numbers }) => numbers.filter(isRate));
  return rates[0]?.value;
}

const isRate = ({ kind, value }: SaidQuantity): boolean => kind === "rate" && value > 0 && Number.isFinite(value);

/** p99 in milliseconds of a box without one, by its kind. */
const usualP99Millis: Readonly<Partial<Record<BoxKind, number>>> = {
  gateway: 5,
  features: 10,
  retrieval: 20,
  ranker: 30,
  model: 30,
  rules: 5,
};

function servingOf(path: readonly BoardBox[], peak: number, assumed: string[]): Tree {
  const cover = coverOf(path);
  const times = path.map((box) => timesOf(box, assumed));
  const copies = path.map((box, at) => box.replicas ?? copiesFor(box, { ...times[at]!, peak }, assumed));
  const fallbacks = [...new Set([...cover.values()].map(({ fallback }) => fallback!))];
  return {
    path: path.map((box, at) => ({
      step: stepName(box),
      p50: `${times[at]!.p50}ms`,
      p99: `${times[at]!.p99}ms`,
      onFailure: cover.has(box.id) ? "fallback" : "fail",
    })),
    hardware: path.map((box, at) => ({
      for: stepName(box),
      on: `${atOnce} vCPU, ${4 * atOnce} GiB`,
      replicas: Math.min(copies[at]!, 100_000),
    })),
    ...(fallbacks.length > 0 && { fallback: fallbacks.map(fallbackOf) }),
  };
}

/** The name of a box as a step; one that means something else in a document gets a word behind it. */
export const stepName = ({ name }: BoardBox): string => (readUnsettled(name) ? `${name} part` : name);

function timesOf({ name, kind, p50Millis, p99Millis }: BoardBox, assumed: string[]): { p50: number; p99: number } {
  const usable = (millis: number | undefined) =>
    millis !== undefined && millis > 0 && millis < 1e9 ? millis : undefined;
  const [drawn50, drawn99] = [usable(p50Millis), usable(p99Millis)];
  const p99 = drawn99 ?? (drawn50 === undefined ? (usualP99Millis[kind] ?? 10) : 3 * drawn50);
  if (drawn99 === undefined) assumed.push(`the p99 of ${name} was not drawn: taken as ${short(p99)} ms`);
  const p50 = Math.min(drawn50 ?? p99 / 3, p99);
  if (drawn50 === undefined) assumed.push(`the p50 of ${name} was not drawn: taken as a third of its p99`);
  return { p50: short(p50), p99: short(p99) };
}

const short = (value: number): number => Number(value.toPrecision(4));

function copiesFor(
  { name }: BoardBox,
  { p50, p99, peak }: { p50: number; p99: number; peak: number },
  assumed: string[],
) {
  const spread = Math.log(p99 / p50) / 2.326;
  const meanSeconds = (p50 * Math.exp(spread ** 2 / 2)) / 1000;
  const copies = Math.max(2, Math.ceil((peak * meanSeconds) / (plannedUse * atOnce)));
  assumed.push(`the copies of ${name} were not drawn: taken as ${copies}, what the peak needs`);
  return copies;
}

const knownFallbacks: readonly (readonly [RegExp, string])[] = [
  [/popular|bestsell|trending/i, "popularity"],
  [/cache|stale|last answer/i, "cached-answer"],
  [/previous model|old model/i, "previous-model"],
  [/small|light|distill/i, "smaller-model"],
  [/rule|heuristic/i, "rules"],
  [/bm25|keyword/i, "bm25"],
  [/recent/i, "most-recent"],
  [/human|review/i, "human-review"],
  [/default/i, "default-value"],
];
const fallbackOf = (name: string): unknown =>
  knownFallbacks.find(([words]) => words.test(name))?.[1] ?? { other: readUnsettled(name) ? `${name} answer` : name };

function cacheOf({ name, numbers }: BoardBox, assumed: string[]): Tree {
  const hits = numbers.find(({ kind, value }) => kind === "share" && value > 0 && value < 1)?.value;
  const keeps = numbers.find(({ kind, text, value }) => kind === "duration" && value > 0 && !/^p\d/i.test(text));
  if (hits === undefined) assumed.push(`the share of requests that ${name} answers was not drawn: taken as 50%`);
  const what = /feature|embed|vector/i.test(name) ? "features" : "response";
  return { what, hits: hits ?? 0.5, ...(keeps && { for: `${short(keeps.value)}s` }) };
}

function deadlineOf(path: readonly BoardBox[]): Tree {
  const found = path
    .flatMap(({ numbers }) => numbers)
    .find(({ kind, text, value }) => kind === "duration" && value > 0 && /^(timeout|deadline)/i.test(text));
  return found ? { deadline: `${short(found.value * 1000)}ms` } : {};
}

function rolloutOf({ boxes, arrows }: Board): Tree {
  const canary = [...boxes, ...arrows]
    .flatMap(({ numbers }) => numbers)
    .filter(({ kind, text, value }) => kind === "share" && /^canary/i.test(text) && value > 0 && value <= 1);
  return canary.length > 0 ? { rollout: { canary: canary.map(({ value }) => value) } } : {};
}

/** A latency that a note asks for. */
function metrics({ boxes }: Board): Tree {
  const asked = boxes
    .filter(({ kind }) => kind === "note")
    .flatMap(({ numbers }) => numbers)
    .find(({ kind, text, value }) => kind === "duration" && /^p99/i.test(text) && value > 0);
  if (!asked) return {};
  return {
    metrics: { guardrails: [{ metric: "latency p99", target: `<= ${short(asked.value * 1000)}ms`, at: "peak" }] },
  };
}

/** Boxes side by side are added up, which is too slow where they are asked at once. */
function parallel({ arrows }: Board, path: readonly BoardBox[]): string[] {
  const ids = new Set(path.map(({ id }) => id));
  const onPath = arrows.filter(({ kind, from, to }) => kind === "request" && ids.has(from) && ids.has(to));
  const branches = [...Map.groupBy(onPath, ({ from }) => from).values()].some(({ length }) => length > 1);
  return branches ? ["boxes side by side are asked one after the other, so that their times add up"] : [];
}

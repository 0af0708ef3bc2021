import { knownMetrics, type KnownMetric } from "./lexicon/names.ts";
import type { Around } from "./place-number.ts";
import { claim, itemWith, type Found, type State } from "./state.ts";
import { setLeaf, leafOf } from "./draft.ts";
import type { Path } from "../../design/unsettled.ts";

const PERCENTILE =
  /\bp(50|75|90|95|99(?:\.9|9)?)\b|\b(\d\d(?:[.,]\d)?)(?:th|\.|e|o)? ?-?(?:percentile|perzentil|centile|percentil)\b/gu;
const notLatency =
  /\b(?:delay|freshness|fresh|lag|age|verzogerung|frische|fraicheur|frescura|alarm\w*|alerts?|page|pager|alarme|alerte|alarma|alerta|doubles?)\b/u;
const peak = /\b(?:peaks?|spitzen?\w*|pointe|pics?|pico|black friday|hora punta)\b/u;
const average = /\b(?:average|durchschnitt\w*|moyenne|promedio|media)\b/u;

/** A duration that a percentile is named for bounds the latency. @returns whether it was such a number */
export function placeLatency(found: Found, around: Around, caution: string | undefined, state: State): boolean {
  const { raw } = found;
  if (raw.kind !== "duration" || notLatency.test(around.near)) return false;
  const percentile = percentileNear(around);
  if (!percentile || around.stage === "monitoring") return false;
  if (caution) found.why = caution;
  else if (raw.comparison?.startsWith(">")) found.why = "a latency that must be exceeded is no demand";
  else claimLatency(found, percentile, around, state);
  return true;
}

function percentileNear({ before, after, near, wide, alike }: Around): string | undefined {
  const of = (text: string, which: 0 | -1): string | undefined => {
    const match = [...text.matchAll(PERCENTILE)].at(which);
    return (match?.[1] ?? match?.[2])?.replace(",", ".");
  };
  return of(before, -1) ?? of(after, 0) ?? of(near, -1) ?? (alike === 1 ? of(wide, -1) : undefined);
}

function claimLatency(found: Found, percentile: string, around: Around, state: State): void {
  const from = [found.start, found.end] as const;
  const path = itemWith(state, ["metrics", "guardrails"], { metric: `latency p${percentile}` }, from);
  if (!path || !claim(state, [...path, "target"], found, `${found.raw.comparison ?? "<="} ${found.raw.quantity}`))
    return;
  const at = peak.test(around.wide) ? "peak" : average.test(around.wide) ? "average" : undefined;
  if (at && peak.test(around.wide) !== average.test(around.wide))
    setLeaf(state.root, [...path, "at"], leafOf(at, from));
}

const baselineWords =
  /\b(?:baseline|today|currently|current|heute|aktuell|derzeit|aujourd'hui|actuel(?:le)?(?:ment)?|hoy|actual(?:mente)?|ausgangswert)\b/u;
const detectWords =
  /\b(?:detect|mde|minimum detectable|smallest|uplift|lift|kleinster effekt|steigerung|effet minimal|efecto minimo|improve\w*|raise)\b/u;
const targetWords =
  /\b(?:target|goal|must|at least|at most|should reach|required|zielwert|ziel|mindestens|hochstens|cible|objectif|doit|au moins|objetivo|meta|debe|al menos)\b/u;

/** A share or a bare number beside the name of a metric. @returns whether it was such a number */
export function placeMetric(found: Found, around: Around, caution: string | undefined, state: State): boolean {
  const { raw } = found;
  if (!["number", "share", "points"].includes(raw.kind) || around.stage === "monitoring") return false;
  const metric = metricNear(around);
  if (!metric) return false;
  if (metric.known.family === "online") placeOnline(found, metric, around, state);
  else placeBound(found, metric, around, caution, state);
  return true;
}

export interface NamedMetric {
  readonly known: KnownMetric;
  /** With its cut-off: `ndcg@10`. */
  readonly name: string;
}

export function metricIn(words: string, which: 0 | -1 = 0): NamedMetric | undefined {
  const found = knownMetrics
    .filter(({ says }) => says.test(words))
    .flatMap((known) => [...words.matchAll(new RegExp(known.says, "gu"))].map((match) => ({ known, match })))
    .sort((a, b) => a.match.index - b.match.index || b.match[0].length - a.match[0].length);
  const apart = found.filter(
    ({ match }, i) => i === 0 || match.index >= found[i - 1]!.match.index + found[i - 1]!.match[0].length,
  );
  const chosen = apart.at(which);
  if (!chosen) return undefined;
  const cutoff = chosen.match[1];
  return { known: chosen.known, name: cutoff ? `${chosen.known.name}@${cutoff}` : chosen.known.name };
}

function metricNear({ before, near, wide, alike }: Around): NamedMetric | undefined {
  return metricIn(before, -1) ?? metricIn(near, -1) ?? (alike === 1 ? metricIn(wide, -1) : undefined);
}

function placeBound(
  found: Found,
  { known, name }: NamedMetric,
  around: Around,
  caution: string | undefined,
  state: State,
): void {
  const { raw } = found;
  const from = [found.start, found.end] as const;
  const list: Path = ["metrics", known.family === "guardrails" ? "guardrails" : (around.family ?? known.family)];
  if (raw.kind === "points" || /relative/.test(raw.quantity!)) return placeMargin(found, list, name, around, state);
  if (around.ofToday || baselineWords.test(around.near))
    found.why = "the format keeps no value of today for this metric";
  else if (caution) found.why = caution;
  else if (!raw.comparison && !targetWords.test(around.wide))
    found.why = "it does not say whether it is a target or a value of today";
  else {
    const sign = raw.comparison ?? (known.better === "higher" ? ">=" : "<=");
    if (sign.startsWith(known.better === "higher" ? "<" : ">")) {
      found.why = `${sign} ${raw.quantity} asks for a worse ${name}`;
      return;
    }
    const path = itemWith(state, list, { metric: name }, from);
    if (path) claim(state, [...path, "target"], found, `${sign} ${raw.quantity}`);
  }
}

const BEATS =
  /\b(?:beats?|better than|over|above|gegenuber|besser als|mieux que|mejor que|por encima de)\s+(?:the |dem |der |la |el |le |les |los )?(popularity|bestsellers?|popularitat|popularite|popularidad|baseline|basismodell|logistic regression|bm25|current system)/u;

/** By how much a baseline must be beaten. */
function placeMargin(found: Found, list: Path, name: string, around: Around, state: State): void {
  const beaten = BEATS.exec(around.wide)?.[1];
  if (!beaten || list[1] !== "offline") {
    found.why = "it is a margin, and no baseline is named that must be beaten";
    return;
  }
  const from = [found.start, found.end] as const;
  const path = itemWith(state, list, { metric: name }, from);
  if (!path) return;
  setLeaf(state.root, [...path, "beats"], leafOf(/^(?:popular|best)/.test(beaten) ? "popularity" : beaten, from));
  claim(state, [...path, "by"], found, found.raw.quantity!);
}

function placeOnline(found: Found, { name }: NamedMetric, around: Around, state: State): void {
  const { raw } = found;
  const relative = raw.quantity!.endsWith("relative");
  const detects = detectWords.test(around.near) || raw.kind === "points" || relative;
  if (detects && raw.kind === "share" && !relative) {
    found.why = "it does not say whether it is relative or in points";
    return;
  }
  if (!detects && !baselineWords.test(around.near)) {
    found.why = "it does not say whether it is the value of today or a goal";
    return;
  }
  const path = itemWith(state, ["metrics", "online"], { metric: name }, [found.start, found.end]);
  if (path) claim(state, [...path, detects ? "detect" : "baseline"], found, raw.quantity!);
}

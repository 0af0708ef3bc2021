import type { Design } from "../../design/design.ts";
import { defineAdvice, type NotYet, type Proposal, type Reason } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { bytes, count, daySeconds, duration } from "../units.ts";

type Source = NonNullable<NonNullable<Design["data"]>["sources"]>[number];
type Way = "streaming" | "batch" | "on request";

/** A scheduler that runs every few minutes costs more care than a stream; from a quarter of an hour on it is the simpler one. */
const streamingUpTo = 900;
/** Two whole years show every season twice; without a longest window that is what training may want to see. */
const usualRetention = 730;
/** A month of raw readings is enough to look at again what somebody reports late. */
const streamRetention = 30;

export interface Keeping {
  readonly way: Way;
  readonly where: string;
  /** Room that all of it takes; absent while volume, row size or retention are unknown. */
  readonly bytes?: number;
  readonly retentionSeconds?: number;
}

/** How one source is taken in, where it rests and how much room it takes: volume × row size × retention. */
export function keepingOf(design: Design, i: number): Keeping {
  const source = design.data!.sources![i]!;
  const retentionSeconds = (source.retention ?? design.data?.retention)?.seconds;
  const room = bytesOf(source, retentionSeconds);
  return {
    way: wayOf(design, source),
    where: whereOf(source),
    ...(retentionSeconds !== undefined && { retentionSeconds }),
    ...(room !== undefined && { bytes: room }),
  };
}

function wayOf(design: Design, { name, kind, freshness }: Source): Way {
  const uses = (design.features ?? []).filter(({ from }) => from === name);
  if (uses.length > 0 && uses.every(({ computed }) => computed === "on-demand")) return "on request";
  const needed = Math.min(freshness?.seconds ?? Infinity, ...uses.map((use) => use.freshness?.seconds ?? Infinity));
  if (kind === "stream") return "streaming";
  return needed < streamingUpTo ? "streaming" : "batch";
}

function whereOf({ kind = "events" }: Source): string {
  if (kind === "table") return "a versioned table, its newest state in the online store";
  if (kind === "documents") return "an object store, with an index beside it";
  if (kind === "stream") return "a ring of recent readings, with the stretches that a trigger picks in an object store";
  if (kind === "images") return "an object store, with paths and labels in a table";
  return "an append-only log, columnar files by day, aggregates in the online store";
}

function bytesOf({ volume, rows, rowBytes }: Source, retentionSeconds: number | undefined): number | undefined {
  if (!rowBytes) return undefined;
  if (volume && retentionSeconds) return volume.perSecond * retentionSeconds * rowBytes.bytes;
  return rows && rows.count * rowBytes.bytes;
}

/** Days that a source must be kept: its longest feature window or the training history, whichever is longer, doubled so that the past can be rebuilt. */
export function retentionNeeded(design: Design, name: string): { seconds: number; why: string } {
  const windows = (design.features ?? []).flatMap(({ from, over }) => (from === name && over ? [over.seconds] : []));
  if (design.data?.sources?.find((source) => source.name === name)?.kind === "stream")
    return { seconds: streamRetention * daySeconds, why: "readings are many; what a trigger picked is kept apart" };
  const longest = Math.max(design.model?.train?.on?.seconds ?? 0, ...windows);
  if (longest === 0) return { seconds: usualRetention * daySeconds, why: "two years show every season twice" };
  return {
    seconds: 2 * longest,
    why: `training rows reach back ${duration(longest)}, and their features as far again`,
  };
}

function reasonFor(design: Design, i: number): Reason {
  const { name } = design.data!.sources![i]!;
  const { way, where, bytes: room } = keepingOf(design, i);
  const size = room === undefined ? "" : `, ${bytes(room)}`;
  return because(
    `${name}: ${way}, in ${where}${size}`,
    facts(
      design,
      `data.sources[${i}].name`,
      `data.sources[${i}].kind`,
      `data.sources[${i}].freshness`,
      `data.sources[${i}].volume`,
      `data.sources[${i}].rows`,
      `data.sources[${i}].rowBytes`,
      `data.sources[${i}].retention`,
    ),
  );
}

function propose(design: Design): Proposal | NotYet {
  const sources = design.data?.sources ?? [];
  if (sources.length === 0) return needs(["data.sources[0].name", "there is nothing to keep yet"]);
  const kept = sources.map((_, i) => keepingOf(design, i));
  const sized = kept.filter(({ bytes: room }) => room !== undefined);
  const total = sized.reduce((sum, { bytes: room }) => sum + room!, 0);
  const ways = (["streaming", "batch", "on request"] as const).map(
    (way) => [way, kept.filter((one) => one.way === way).length] as const,
  );
  const text = ways.flatMap(([way, n]) => (n ? [`${count(n)} ${way}`] : [])).join(", ");
  return {
    recommend: `Sources by how they are taken in: ${text}${sized.length ? `; ${bytes(total)} in all` : ""}`,
    reasons: sources.map((_, i) => reasonFor(design, i)),
    alternatives: [
      unless(
        "batch for everything",
        "nothing younger than a quarter of an hour changes a decision, as an ablation shows",
      ),
      unless("shorter retention", "older rows no longer help on the newest held-out part"),
    ],
    consequence:
      sized.length === sources.length
        ? "Room is volume × row size × retention, before copies and compression."
        : `The room for ${sources.length - sized.length} of ${sources.length} sources cannot be worked out before volume, row size and retention are known.`,
    edits: those(
      ...sources.map(({ name, kind = "events", retention }, i) =>
        retention || design.data?.retention || (kind !== "events" && kind !== "stream")
          ? undefined
          : fill(design, `data.sources[${i}].retention`, duration(retentionNeeded(design, name).seconds)),
      ),
    ),
    confidence: sized.length === sources.length ? "firm" : "open",
  };
}

export default defineAdvice({
  id: "storage",
  stage: "data",
  asks: "For each signal: batch, streaming or on request, where does it rest, and how large does it become?",
  propose,
});

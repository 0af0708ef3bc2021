import type { Design } from "../../design/design.ts";
import { facts } from "../facts.ts";
import { bytes, duration } from "../units.ts";
import { field, value } from "./field.ts";

type Feature = NonNullable<Design["features"]>[number];

/** Four bytes a number of an embedding; a plain value with its key's share takes about 16. */
const bytesPerDimension = 4;
const plainBytes = 16;

/** One part in twenty-four of the window: a count over a day may be an hour old, over a month a day. */
const windowPart = 24;
const ladder = [60, 3600, 21_600, 86_400] as const;

function groupOf({ is, entity = [], type }: Feature): string | undefined {
  if (is?.kind === "request") return "context";
  if (is?.kind === "cross" || is?.kind === "ratio") return "cross";
  if (is?.kind === "similarity" || entity.length > 1) return "interaction";
  return type === "embedding" || is?.kind === "embedding" ? "content" : undefined;
}

function computedOf({ is, freshness }: Feature): { how: string; why: string } | undefined {
  if (is?.kind === "request" || is?.kind === "cross")
    return { how: "on-demand", why: "its inputs come with the request" };
  if (!freshness) return undefined;
  return freshness.seconds < 900
    ? { how: "online", why: `it must be at most ${freshness.text} old, which a job that runs now and then cannot give` }
    : { how: "offline", why: `${freshness.text} is old enough for a job that runs now and then` };
}

const typeOf: Readonly<Record<string, string>> = { embedding: "embedding", cross: "category", request: "category" };

export default [
  field("features[*].freshness", (design, i) => {
    const feature = design.features?.[i];
    if (!feature?.over) return undefined;
    const fresh = ladder.findLast((step) => step <= feature.over!.seconds / windowPart) ?? ladder[0];
    return value(
      duration(fresh),
      `its window is ${feature.over.text}: a twenty-fourth of it changes a count by about 4%`,
      "The pipeline behind it must be that quick.",
      facts(design, `features[${i}].over`),
    );
  }),
  field("features[*].group", (design, i) => {
    const group = design.features?.[i] && groupOf(design.features[i]);
    return group === undefined
      ? undefined
      : value(
          group,
          "its definition and entities say so",
          "Importance and drift are reported by group.",
          facts(design, `features[${i}].is`, `features[${i}].entity`),
        );
  }),
  field("features[*].computed", (design, i) => {
    const found = design.features?.[i] && computedOf(design.features[i]);
    return (
      found &&
      value(
        found.how,
        found.why,
        "It decides between a batch table, a stream and the request path.",
        facts(design, `features[${i}].freshness`, `features[${i}].is`),
      )
    );
  }),
  field("features[*].type", (design, i) => {
    const is = design.features?.[i]?.is;
    return (
      is &&
      value(
        typeOf[is.kind] ?? "number",
        "what its definition gives",
        "A category needs a rule for values never seen.",
        facts(design, `features[${i}].is`),
      )
    );
  }),
  field("features[*].missing", (design, i) => {
    const is = design.features?.[i]?.is;
    if (!is || is.kind === "request" || is.kind === "embedding") return undefined;
    const counts = is.kind === "count" || is.kind === "sum" || is.kind === "distinct";
    return value(
      counts ? 0 : "missing, as a value of its own",
      counts ? "no events are zero events" : "zero would be a value that means something else",
      "Training and serving fill the gap in the same way.",
      facts(design, `features[${i}].is`),
    );
  }),
  field("features[*].bytes", (design, i) => {
    const feature = design.features?.[i];
    if (!feature) return undefined;
    return feature.dims
      ? value(
          bytes(feature.dims * bytesPerDimension),
          `${feature.dims} numbers of four bytes`,
          "Times the number of entities: the room of the online store.",
          facts(design, `features[${i}].dims`),
        )
      : value(
          `${plainBytes} B`,
          "a number of eight bytes and about as much for its place in the store",
          "Times the number of entities: the room of the online store.",
          facts(design, `features[${i}].name`),
        );
  }),
  field("features[*].version", (design, i) =>
    design.features?.[i]
      ? value(
          1,
          "its first definition",
          "A change of definition raises it, and both live until the release has moved.",
          facts(design, `features[${i}].name`),
        )
      : undefined,
  ),
] as const;

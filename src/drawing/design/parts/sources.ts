import type { Design } from "../../../design/design.ts";
import type { IconKind } from "../../graph.ts";
import type { Flow, Part, Parts } from "../part.ts";
import { flow } from "../part.ts";
import { counted, short, spaced, title } from "../words.ts";

export type Source = NonNullable<NonNullable<Design["data"]>["sources"]>[number];

const icons: Readonly<Record<NonNullable<Source["kind"]>, IconKind>> = {
  events: "source",
  table: "table",
  documents: "document",
  images: "image",
  stream: "stream",
};

export const sourceId = (name: string): string => `source:${name}`;

/** Things that happen; the others are things that are. */
export const flows = ({ kind, volume }: Source): boolean =>
  kind === "events" || kind === "stream" || (kind === undefined && volume !== undefined);

/** On a device, what flows goes straight to the model and is not gathered first. */
export const straight = (design: Design, source: Source): boolean =>
  design.serving?.mode === "on-device" && flows(source);

/** Where facts come from, and where they go first. */
export function sourceParts(design: Design): Parts {
  const sources = design.data?.sources ?? [];
  return { parts: sources.map(sourcePart), flows: sources.flatMap((source) => sourceFlows(design, source)) };
}

function sourcePart(source: Source): Part {
  return {
    id: sourceId(source.name),
    name: title(source.name),
    icon: source.kind ? icons[source.kind] : "source",
    plane: "source",
    layer: "sources",
    detail: sourceDetail(source),
  };
}

function sourceDetail({ volume, rows, freshness, checks }: Source): string | undefined {
  if (volume) return volume.text;
  if (rows) return `${short(rows.count)} rows`;
  if (freshness) return `known within ${spaced(freshness.text)}`;
  return checks ? counted(checks.length, "check") : undefined;
}

function sourceFlows(design: Design, source: Source): Flow[] {
  if (straight(design, source)) return [flow(sourceId(source.name), "path-start")];
  return [flow(sourceId(source.name), firstStop(source))];
}

/** What happens is gathered in the log, texts and pictures are read first, tables are stored as they are. */
function firstStop(source: Source): string {
  if (flows(source)) return "gathering";
  return source.kind === "documents" || source.kind === "images" ? "reading" : "storing";
}

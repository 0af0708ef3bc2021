import { secondsPerMonth } from "../../kit/quantity.ts";
import type { Design } from "../../design/design.ts";
import { derived, type Figure } from "./figure.ts";
import { storageUsdPerMonth } from "./machine-cost.ts";
import type { Sheet } from "./sheet.ts";
import type { ComponentFacts } from "./sized.ts";

type DataSource = NonNullable<NonNullable<Design["data"]>["sources"]>[number];

/** What every source of data holds once its retention is reached, and what arrives of it in a month. */
export function storageComponents(sheet: Sheet): ComponentFacts[] {
  return (sheet.design.data?.sources ?? []).flatMap((source, at) => storageOf(sheet, source, at) ?? []);
}

function storageOf(sheet: Sheet, source: DataSource, at: number): ComponentFacts | undefined {
  const { name, volume, rows } = source;
  const path = ["data", "sources", at] as const;
  const rate = volume && sheet.stated([...path, "volume"], volume.perSecond, "/s");
  const held = rows
    ? sheet.stated([...path, "rows"], rows.count, "rows")
    : rate && derived("rows", [rate, retentionOf(sheet, source, at)], (perSecond, seconds) => perSecond * seconds);
  if (!held) return sheet.lacks(`storage of ${name}`, `data.sources[${name}].volume or rows`);
  const rowBytes = rowBytesOf(sheet, source, at);
  const storageBytes = derived("bytes", [held, rowBytes], (count, bytes) => count * bytes);
  return {
    id: `storage:${name}`,
    name,
    kind: "storage",
    path: `data.sources[${at}]`,
    ...lineOf(rate ?? held),
    ...(rate && {
      arrivalsPerSecond: rate,
      networkBytesPerMonth: derived(
        "bytes/month",
        [rate, rowBytes],
        (perSecond, bytes) => perSecond * bytes * secondsPerMonth,
      ),
    }),
    storageBytes,
    costUsdPerMonth: storageUsdPerMonth(sheet, storageBytes),
    grows: !rows,
  };
}

function retentionOf(sheet: Sheet, { name, retention }: DataSource, at: number): Figure {
  if (retention) return sheet.stated(["data", "sources", at, "retention"], retention.seconds, "s");
  const all = sheet.design.data?.retention;
  if (all) return sheet.stated(["data", "retention"], all.seconds, "s");
  return sheet.assume(`retention of ${name}`, {
    value: 365 * 86_400,
    low: 90 * 86_400,
    high: 3 * 365 * 86_400,
    unit: "s",
    why: "the design does not say how long it is kept; a year holds every season once",
  });
}

function rowBytesOf(sheet: Sheet, { name, kind = "events", rowBytes }: DataSource, at: number): Figure {
  if (rowBytes) return sheet.stated(["data", "sources", at, "rowBytes"], rowBytes.bytes, "bytes");
  const bytes = { events: 300, stream: 300, table: 500, documents: 20_000, images: 200_000 }[kind];
  return sheet.assume(`bytes of a row of ${name}`, {
    value: bytes,
    low: bytes / 3,
    high: bytes * 3,
    unit: "bytes",
    why: `typical of ${kind}`,
    kind: "catalogue",
  });
}

const bytesOfType = { number: 8, flag: 1, category: 8, text: 100, embedding: 0 } as const;

/** Online stores of features, one for each entity, as much as the document says of how many there are. */
export function storeComponents(sheet: Sheet): ComponentFacts[] {
  const kept = (sheet.design.features ?? []).filter(
    ({ entity, computed, is }) => entity?.length && computed !== "on-demand" && is?.kind !== "score",
  );
  const byEntity = Object.groupBy(kept, ({ entity }) => entity!.join(" × "));
  return Object.entries(byEntity).flatMap(([entity, features]) => storeOf(sheet, entity, features!) ?? []);
}

type Features = NonNullable<Design["features"]>;

function storeOf(sheet: Sheet, entity: string, features: Features): ComponentFacts | undefined {
  const count = entitiesOf(sheet, entity);
  if (!count)
    return sheet.lacks(
      `memory of features of ${entity}`,
      `how many of ${entity} there are; requirements.scale has users and items`,
    );
  const rowBytes = features.reduce(
    (sum, { bytes, dims, type }) => sum + (bytes?.bytes ?? (dims ? dims * 4 : bytesOfType[type ?? "number"])),
    0,
  );
  const overhead = sheet.assume("bytes around a stored row", {
    value: 64,
    low: 40,
    high: 150,
    unit: "bytes",
    why: "key, expiry and the store's own structures",
    kind: "catalogue",
  });
  const copies = sheet.assume("copies of a store", {
    value: 2,
    low: 2,
    high: 3,
    unit: "copies",
    why: "so that one may fail",
  });
  const memoryBytes = derived(
    "bytes",
    [count, overhead, copies],
    (rows, more, times) => rows * (rowBytes + more) * times,
  );
  const at = sheet.design.features!.indexOf(features[0]!);
  return {
    id: `store:${entity}`,
    name: `features of ${entity}`,
    kind: "feature store",
    path: `features[${at}]`,
    ...lineOf(sheet.stated(["features", at, "name"], 0, "")),
    memoryBytes,
    says: [`${features.length} features of ${Math.round(rowBytes)} bytes in all`],
  };
}

/** Whom a label's source is for comes first and is a user, what it is about comes last and is an item. */
function entitiesOf(sheet: Sheet, entity: string): Figure | undefined {
  const { users, items } = sheet.design.requirements?.scale ?? {};
  const { labels = [], sources = [] } = sheet.design.data ?? {};
  const labelled = sources.find(({ name }) => name === labels[0]?.from)?.entities ?? {};
  const [who, ...rest] = Object.keys(labelled);
  const what = rest.at(-1);
  const isUser =
    entity === who ||
    /user|reader|customer|visitor|viewer|account|household|asker|person|sender|card|shopper/i.test(entity);
  const isItem =
    entity === what || /item|product|book|video|listing|document|\bad\b|post|article|merchant|campaign/i.test(entity);
  if (entity.includes("×")) return undefined;
  if (isUser && users && !(entity === what && items))
    return sheet.stated(["requirements", "scale", "users"], users.count, "rows");
  if (isItem && items) return sheet.stated(["requirements", "scale", "items"], items.count, "rows");
  return undefined;
}

export const lineOf = ({ from }: Figure): { line?: number } => {
  const line = from.find((source) => source.line !== undefined)?.line;
  return line === undefined ? {} : { line };
};

import { secondsPerMonth } from "../../kit/quantity.ts";
import type { Design } from "../../design/design.ts";
import { cacheBytesPerToken, parameterBytes, type LanguageModel } from "../ml/language-model.ts";
import { hnswBytes, ivfBytes } from "../ml/vector-index.ts";
import { lineOf } from "./data-components.ts";
import { derived, figure, sumOf, type Figure } from "./figure.ts";
import type { ModelPart } from "./language-parts.ts";
import { hoursPerMonth, machineUsdPerHour } from "./machine-cost.ts";
import { readMachine, type MachineParts } from "./machines.ts";
import type { Sheet } from "./sheet.ts";
import type { ComponentFacts } from "./sized.ts";
import type { Traffic } from "./traffic.ts";

type Retriever = NonNullable<NonNullable<Design["model"]>["retrieve"]>[number];

/** Memory of the vectors that candidates are found by. */
export function indexComponents(sheet: Sheet): ComponentFacts[] {
  return (sheet.design.model?.retrieve ?? []).flatMap((one, at) => indexOf(sheet, one, at) ?? []);
}

function indexOf(sheet: Sheet, { kind, dims, factors, index }: Retriever, at: number): ComponentFacts | undefined {
  const size = dims ?? factors;
  if (!size) return undefined;
  const { items } = sheet.design.requirements?.scale ?? {};
  if (!items) return sheet.lacks(`memory of the ${kind} index`, "requirements.scale.items");
  const count = vectorCount(sheet, kind);
  const bytesPerDimension = { fp16: 2, bf16: 2, int8: 1, int4: 0.5 }[sheet.design.serving?.quantisation?.to ?? "fp16"];
  const width = sheet.design.serving?.quantisation ? bytesPerDimension : 4;
  const memory = (vectors: number): number => {
    const facts = { count: Math.max(1, Math.round(vectors)), dimensions: size, bytesPerDimension: width };
    if (index?.kind === "hnsw") return hnswBytes(facts, 16);
    if (index?.kind === "ivf") return ivfBytes(facts, { lists: Math.max(1, Math.round(Math.sqrt(vectors))) });
    return facts.count * size * width;
  };
  const says = index?.takes && index.rebuild ? [`built in ${index.takes.text}, every ${index.rebuild.text}`] : [];
  const dimension = sheet.stated(["model", "retrieve", at, dims ? "dims" : "factors"], size, "numbers");
  const bytes = derived("bytes", [count, dimension], (vectors) => memory(vectors));
  return {
    id: `index:${kind}`,
    name: `${kind} index`,
    kind: "index",
    path: `model.retrieve[${at}]`,
    ...lineOf(dimension),
    memoryBytes: bytes,
    says,
  };
}

/** Documents are cut into chunks before they are indexed; everything else has one vector. */
function vectorCount(sheet: Sheet, kind: string): Figure {
  const items = sheet.stated(
    ["requirements", "scale", "items"],
    sheet.design.requirements!.scale!.items!.count,
    "vectors",
  );
  if (!sheet.design.model?.chunks) return items;
  const each = sheet.assume(`chunks of a document in the ${kind} index`, {
    value: 6,
    low: 2,
    high: 20,
    unit: "chunks",
    why: "the design cuts documents and does not say into how many",
  });
  return derived("vectors", [items, each], (documents, chunks) => documents * chunks);
}

/** The cache, and what is made ahead of time. */
export function cacheComponents(sheet: Sheet, traffic: Traffic | undefined): ComponentFacts[] {
  const { cache, precompute = [] } = sheet.design.serving ?? {};
  const made = precompute.flatMap(({ what, bytes }, at): ComponentFacts[] => {
    if (!bytes) return sheet.lacks(`memory of ${what}`, `serving.precompute[${at}].bytes`) ?? [];
    const memoryBytes = sheet.stated(["serving", "precompute", at, "bytes"], bytes.bytes, "bytes");
    return [
      {
        id: `precomputed:${what}`,
        name: what,
        kind: "cache",
        path: `serving.precompute[${at}]`,
        ...lineOf(memoryBytes),
        memoryBytes,
      },
    ];
  });
  if (!cache) return made;
  const hits = cache.hits && sheet.stated(["serving", "cache", "hits"], cache.hits.share, "share");
  const says = hits
    ? [`answers ${cache.hits.text} of what is asked of it`]
    : ["how much it answers is not stated, so nothing is taken off the load"];
  return [
    {
      id: `cache:${cache.what}`,
      name: `cache of ${cache.what}`,
      kind: "cache",
      path: "serving.cache",
      ...(hits && lineOf(hits)),
      ...(traffic && { arrivalsPerSecond: traffic.peak }),
      says,
    },
    ...made,
  ];
}

/** Hours of training in a month, and what they cost. */
export function trainingComponent(sheet: Sheet, onOwnMachines: boolean): ComponentFacts | undefined {
  const { train } = sheet.design.model ?? {};
  if (!train) return undefined;
  const facts = { id: "training", name: "training", kind: "training job", path: "model.train" } as const;
  const every = train.every && sheet.stated(["model", "train", "every"], train.every.seconds, "s");
  const takes = trainingSeconds(sheet);
  if (!every || !takes) {
    sheet.lacks("hours and cost of training", every ? "model.train.takes" : "model.train.every");
    return { ...facts, ...(every && lineOf(every)), says: labelWords(sheet) };
  }
  const utilisation = derived("share", [takes, every], (seconds, period) => seconds / period);
  const hours = derived("h/month", [takes, every], (seconds, period) => (seconds / 3600) * (secondsPerMonth / period));
  const usd = onOwnMachines
    ? undefined
    : derived("$/month", [hours, machineUsdPerHour(sheet, trainingMachine(sheet))], (h, price) => h * price);
  const says = [`${short(hours.value)} hours a month`, ...labelWords(sheet)];
  return { ...facts, ...lineOf(every), serviceSeconds: takes, utilisation, ...(usd && { costUsdPerMonth: usd }), says };
}

/** As stated, or from rows and trees for boosted trees. */
function trainingSeconds(sheet: Sheet): Figure | undefined {
  const { train, rank } = sheet.design.model ?? {};
  if (train?.takes) return sheet.stated(["model", "train", "takes"], train.takes.seconds, "s");
  if (rank?.kind !== "gbdt" || !train?.rows) return undefined;
  const rows = sheet.stated(["model", "train", "rows"], train.rows.count, "rows");
  const speed = sheet.assume("rows of boosted trees in a second", {
    value: 4e6,
    low: 1e6,
    high: 1.5e7,
    unit: "rows × trees/s",
    why: "500k rows of 28 features and 100 trees took 12 s on one thread",
    kind: "catalogue",
  });
  return derived("s", [rows, speed], (count, perSecond) => (count * (rank.trees ?? 200)) / perSecond);
}

function trainingMachine(sheet: Sheet): MachineParts {
  const { hardware } = sheet.design.model?.train ?? {};
  const read = hardware === undefined ? undefined : readMachine(hardware);
  if (read) return read.memoryGib || read.accelerators ? read : { ...read, memoryGib: 4 * read.vcpus };
  const vcpus = sheet.assume("vCPUs of training", {
    value: 8,
    low: 4,
    high: 32,
    unit: "vCPU",
    why:
      hardware === undefined
        ? "model.train.hardware is not stated"
        : `\`${hardware}\` does not say vCPUs or accelerators`,
  });
  return { vcpus: vcpus.value, memoryGib: 4 * vcpus.value, accelerators: 0, acceleratorGib: 0 };
}

/** What training often cannot do: learn from outcomes that are not there yet. */
function labelWords(sheet: Sheet): string[] {
  const every = sheet.design.model?.train?.every;
  return (sheet.design.data?.labels ?? []).flatMap(({ name, delay, window }) => {
    const wait = delay ?? window;
    if (!wait || !every || wait.seconds <= every.seconds) return [];
    return [
      `trained every ${every.text}, but 90% of ${name} take ${wait.text} to arrive: the newest ${wait.text} teach little`,
    ];
  });
}

/** Tokens, memory and price of the language models that are called. */
export function languageComponents(sheet: Sheet, traffic: Traffic | undefined): ComponentFacts[] {
  return (sheet.design.model?.parts ?? []).flatMap((part, at) =>
    part.kind === "llm" ? languageOf(sheet, part, at, traffic) : [],
  );
}

function languageOf(sheet: Sheet, part: ModelPart, at: number, traffic: Traffic | undefined): ComponentFacts[] {
  const facts = {
    id: `model:${part.name}`,
    name: part.name,
    kind: "language model",
    path: `model.parts[${at}]`,
  } as const;
  const { input, output } = part.tokens ?? {};
  if (!input || !output || !traffic)
    return sheet.lacks(`tokens of ${part.name}`, `model.parts[${part.name}].tokens, and the load`) ?? [facts];
  const read = sheet.stated(["model", "parts", at, "tokens", "input"], input.count, "tokens");
  const written = sheet.stated(["model", "parts", at, "tokens", "output"], output.count, "tokens");
  const perSecond = derived("tokens/s", [traffic.peak, read, written], (rate, one, other) => rate * (one + other));
  const says = [
    `${short(perSecond.value)} tokens/s at peak, ${short(traffic.peak.value * output.count)} of them written`,
  ];
  if (/^bought\b/.test(part.from ?? "")) {
    const usd = derived(
      "$/month",
      [traffic.average, read, written, sheet.price("llmInputMillionTokens"), sheet.price("llmOutputMillionTokens")],
      (rate, one, other, inUsd, outUsd) => (rate * secondsPerMonth * (one * inUsd + other * outUsd)) / 1e6,
    );
    return [{ ...facts, ...lineOf(read), arrivalsPerSecond: traffic.peak, costUsdPerMonth: usd, grows: true, says }];
  }
  return [{ ...facts, ...lineOf(read), arrivalsPerSecond: traffic.peak, ...memoryOf(sheet, part, at), says }];
}

/** Parameters, and keys and values of the longest that it can read, for one request. */
function memoryOf(sheet: Sheet, part: ModelPart, at: number): { memoryBytes?: Figure } {
  const { parameters, tokens } = part;
  if (!parameters) return sheet.lacks(`memory of ${part.name}`, `model.parts[${part.name}].parameters`) ?? {};
  const count = sheet.stated(["model", "parts", at, "parameters"], parameters.count, "parameters");
  const precision = { fp16: 2, bf16: 2, int8: 1, int4: 0.5 }[sheet.design.serving?.quantisation?.to ?? "fp16"];
  const shape = (billions: number): LanguageModel => ({
    parameters: billions * 1e9,
    layers: Math.max(8, Math.round(24 * (billions / 3) ** 0.3)),
    keyValueHeads: 8,
    headDimensions: 128,
    bytesPerParameter: precision,
    bytesPerCacheValue: 2,
  });
  const weights = derived("bytes", [count], (parameters) => parameterBytes(shape(parameters / 1e9)));
  const context = tokens?.context?.count ?? (tokens?.input?.count ?? 0) + (tokens?.output?.count ?? 0);
  const cached = figure(cacheBytesPerToken(shape(parameters.count / 1e9)) * context, "bytes", {
    kind: "catalogue",
    what: `keys and values of ${context} tokens, 8 heads of 128 and layers as usual for ${parameters.text}`,
  });
  return { memoryBytes: sumOf("bytes", [weights, cached]) };
}

/** Traffic to keep a model on a fleet of devices up to date. */
export function deviceComponent(sheet: Sheet): ComponentFacts | undefined {
  const { onDevice } = sheet.design.serving ?? {};
  if (!onDevice) return undefined;
  const facts = { id: "device", name: "model on the device", kind: "device", path: "serving.onDevice" } as const;
  const { bytes, fleet } = onDevice;
  if (!bytes || !fleet)
    return sheet.lacks("traffic to devices", `serving.onDevice.${bytes ? "fleet" : "bytes"}`) ?? facts;
  const size = sheet.stated(["serving", "onDevice", "bytes"], bytes.bytes, "bytes");
  const devices = sheet.stated(["serving", "onDevice", "fleet"], fleet.count, "devices");
  const releases = sheet.assume("releases to devices in a month", {
    value: 1,
    low: 0.25,
    high: 4,
    unit: "releases",
    why: "not stated",
  });
  const network = derived("bytes/month", [size, devices, releases], (one, count, times) => one * count * times);
  const usd = derived("$/month", [network, sheet.price("egressGib")], (sent, price) => (sent / 2 ** 30) * price);
  return { ...facts, ...lineOf(size), memoryBytes: size, networkBytesPerMonth: network, costUsdPerMonth: usd };
}

/** Labels that are paid for. */
export function labelComponents(sheet: Sheet): ComponentFacts[] {
  return (sheet.design.data?.labels ?? []).flatMap(({ name, perDay, cost }, at): ComponentFacts[] => {
    if (!cost || !perDay) return [];
    const rate = sheet.stated(["data", "labels", at, "perDay"], perDay.perSecond, "/s");
    const price = sheet.stated(["data", "labels", at, "cost"], cost.usdPerUnit, "$/label");
    const usd = derived("$/month", [rate, price], (perSecond, usd) => perSecond * usd * secondsPerMonth);
    return [
      {
        id: `labels:${name}`,
        name: `labels ${name}`,
        kind: "labels",
        path: `data.labels[${at}]`,
        ...lineOf(rate),
        costUsdPerMonth: usd,
      },
    ];
  });
}

export { hoursPerMonth };
export const short = (value: number): string =>
  Math.abs(value) >= 1000 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));

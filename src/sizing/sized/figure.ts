/** Where a number comes from, the surest first. */
export const sureness = ["measured", "stated", "catalogue", "assumed"] as const;
export type Sureness = (typeof sureness)[number];

export interface Source {
  readonly kind: Sureness;
  /** The words of the document, what was measured, or why it is assumed. */
  readonly what: string;
  /** Of a stated number: its path in the document. */
  readonly path?: string;
  /** Of a stated number: its line, where the document has lines. */
  readonly line?: number;
}

/** A number with its range and all that it rests on. `low` and `high` equal `value` where nothing it rests on is a range. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** `/s`, `s`, `bytes`, `$/month`, `share`, `copies` and the like. */
  readonly unit: string;
  readonly from: readonly Source[];
}

/** A number known by one source. */
export function figure(value: number, unit: string, source: Source, range = { low: value, high: value }): Figure {
  return { value, ...range, unit, from: [source] };
}

/**
 * A number worked out from others. Its range is that over all corners of the ranges of its inputs, which is the whole
 * range where the function rises or falls in each of them.
 */
export function derived(unit: string, inputs: readonly Figure[], formula: (...values: number[]) => number): Figure {
  const value = formula(...inputs.map((input) => input.value));
  const corners = cornersOf(inputs).map((values) => formula(...values));
  return { value, low: Math.min(value, ...corners), high: Math.max(value, ...corners), unit, from: sourcesOf(inputs) };
}

/** Of figures of one unit. */
export function sumOf(unit: string, figures: readonly Figure[]): Figure {
  const sum = (of: "value" | "low" | "high") => figures.reduce((total, one) => total + one[of], 0);
  return { value: sum("value"), low: sum("low"), high: sum("high"), unit, from: sourcesOf(figures) };
}

/** The least sure kind of source that a number rests on. */
export function surenessOf({ from }: Figure): Sureness {
  return sureness.findLast((kind) => from.some((source) => source.kind === kind)) ?? "assumed";
}

/** All sources of some figures, each once. */
export function sourcesOf(figures: readonly Figure[]): Source[] {
  if (figures.length === 1) return [...figures[0]!.from];
  const all = new Set(figures.flatMap(({ from }) => from));
  return all.size > few ? byWords(all) : byPairs(all);
}

/** Up to so many sources are told apart faster in pairs than by a text made of each. */
const few = 12;

function byPairs(all: ReadonlySet<Source>): Source[] {
  const kept: Source[] = [];
  for (const source of all) {
    const at = kept.findIndex(
      ({ kind, path, what }) => what === source.what && kind === source.kind && path === source.path,
    );
    kept[at < 0 ? kept.length : at] = source;
  }
  return kept;
}

function byWords(all: ReadonlySet<Source>): Source[] {
  const seen = new Map<string, Source>();
  for (const source of all) seen.set(`${source.kind} ${source.path ?? ""} ${source.what}`, source);
  return [...seen.values()];
}

function cornersOf(inputs: readonly Figure[]): number[][] {
  return inputs.reduce<number[][]>(
    (corners, { value, low, high }) => {
      const ends = low === high ? [value] : [low, high];
      return corners.flatMap((corner) => ends.map((end) => [...corner, end]));
    },
    [[]],
  );
}

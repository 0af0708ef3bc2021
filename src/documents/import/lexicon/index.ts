import { remembering } from "../remembering.ts";
import { labelWords } from "../words.ts";
import { data } from "./data.ts";
import type { Entry } from "./entry.ts";
import { features } from "./features.ts";
import { metrics } from "./metrics.ts";
import { model } from "./model.ts";
import { monitoring } from "./monitoring.ts";
import { organisation } from "./organisation.ts";
import { requirements } from "./requirements.ts";
import { serving } from "./serving.ts";

export type { Entry } from "./entry.ts";

/** Every entry, in the order of the stages. */
export const lexicon: readonly Entry[] = [
  ...requirements,
  ...metrics,
  ...data,
  ...features,
  ...model,
  ...serving,
  ...monitoring,
  ...organisation,
];

const byName = new Map<string, Entry[]>();
for (const entry of lexicon)
  for (const name of entry.names.split(" | ")) byName.set(name, [...(byName.get(name) ?? []), entry]);

/** The part of the design that a path belongs to. */
export const stageOf = (path: string): string => /^[A-Za-z]+/.exec(path)![0];

/**
 * What a heading or label leads to. Only whole headings count: a product called `Acme Monitoring` monitors nothing.
 *
 * @param stage  of the heading above; it decides between entries of the same name
 */
export function lookUp(words: string, stage: string | undefined): Entry | undefined {
  const known = inStage.get(stage) ?? remembering((one) => exact(labelWords(one), stage) ?? together(one, stage));
  inStage.set(stage, known);
  return known(words);
}

const inStage = new Map<string | undefined, (words: string) => Entry | undefined>();

function exact(name: string, stage: string | undefined): Entry | undefined {
  const entries = byName.get(name) ?? [];
  const own = entries.find(({ path, inStage }) => inStage && stageOf(path) === stage);
  const same = entries.find(({ path }) => stageOf(path) === stage);
  const free = entries.filter(({ inStage }) => !inStage);
  return own ?? same ?? free[0];
}

/** `Serving & Monitoring` opens the first; `Data and Features` as well. */
function together(words: string, stage: string | undefined): Entry | undefined {
  const parts = labelWords(words).split(/\s*(?:&|\/|,|\+|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*/u);
  if (parts.length < 2 || parts.length > 4) return undefined;
  const entries = parts.filter((part) => part !== "").map((part) => exact(part, stage));
  if (entries.some((entry) => entry === undefined)) return undefined;
  const first = entries[0]!;
  return entries.every((entry) => entry!.path === first.path)
    ? first
    : { path: stageOf(first.path), as: "stage", names: "" };
}

import type { Design } from "../../design/design.ts";
import { facts } from "../facts.ts";
import { count, daySeconds, duration, share } from "../units.ts";
import { derived, stated, type Figure } from "./figure.ts";

/** Rows with a known outcome that training can use. */
export function labelRows(design: Design): Figure | undefined {
  const rows = design.model?.train?.rows;
  if (rows) return stated(rows.count, facts(design, "model.train.rows"));
  return rowsOverTime(design) ?? rowsOfSource(design);
}

/** Labels per second, times the history that training looks at. */
function rowsOverTime(design: Design): Figure | undefined {
  const on = design.model?.train?.on ?? design.data?.retention;
  const arriving = labelRate(design);
  if (!on || !arriving) return undefined;
  const found = [...arriving.facts, ...facts(design, design.model?.train?.on ? "model.train.on" : "data.retention")];
  const value = arriving.value * on.seconds;
  return derived(value, found, `${count(arriving.value * daySeconds)} a day over ${on.text}`);
}

function rowsOfSource(design: Design): Figure | undefined {
  const i = labelledSource(design);
  const rows = i === undefined ? undefined : design.data?.sources?.[i]?.rows;
  return rows && stated(rows.count, facts(design, `data.sources[${i!}].rows`));
}

/** Labels that arrive per second: as stated, else one for each event of the label's source. */
export function labelRate(design: Design): Figure | undefined {
  const perDay = design.data?.labels?.[0]?.perDay;
  if (perDay) return stated(perDay.perSecond, facts(design, "data.labels[0].perDay"));
  const i = labelledSource(design);
  const volume = i === undefined ? undefined : design.data?.sources?.[i]?.volume;
  return volume && derived(volume.perSecond, facts(design, `data.sources[${i!}].volume`), "one for each event");
}

function labelledSource(design: Design): number | undefined {
  const from = design.data?.labels?.[0]?.from;
  const i = (design.data?.sources ?? []).findIndex(({ name }) => name === from);
  return i < 0 ? undefined : i;
}

/** Share of positive outcomes, where a label states it. */
export function positiveShare(design: Design): Figure | undefined {
  const labels = design.data?.labels ?? [];
  const i = labels.findIndex(({ balance }) => balance !== undefined);
  return i < 0 ? undefined : stated(labels[i]!.balance!.share, facts(design, `data.labels[${i}].balance`));
}

/** Rows with a positive outcome; all rows, as an upper bound, where the balance is not stated. */
export function positiveRows(design: Design): Figure | undefined {
  const rows = labelRows(design);
  const positive = positiveShare(design);
  if (!rows || !positive) return rows && derived(rows.value, rows.facts, "at most");
  const how = `${share(positive.value)} of ${count(rows.value)} rows`;
  return derived(rows.value * positive.value, [...rows.facts, ...positive.facts], how);
}

/** How long outcomes take, in seconds: the slowest label's delay, else its window. */
export function labelDelay(design: Design): Figure | undefined {
  const delays = (design.data?.labels ?? []).flatMap(({ delay, window }, i) => {
    if (delay) return [stated(delay.seconds, facts(design, `data.labels[${i}].delay`))];
    return window
      ? [
          derived(
            window.seconds,
            facts(design, `data.labels[${i}].window`),
            `the whole window of ${duration(window.seconds)}`,
          ),
        ]
      : [];
  });
  return delays.sort((a, b) => b.value - a.value)[0];
}

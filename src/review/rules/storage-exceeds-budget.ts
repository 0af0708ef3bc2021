import type { Design } from "../../design/design.ts";
import { eventStorageBytes, priceBook } from "../../sizing/index.ts";
import { budgetOf } from "../arithmetic/money.ts";
import { bytesText, moneyText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "storage-exceeds-budget",
  stage: "data",
  kind: "arithmetic",
  severity: "flaw",
  why: "What is kept is paid for every month, so rows that are too wide or kept too long use up the budget by themselves.",
  source: "List prices of object stores, lowest class, 2026",
  asks: "How many bytes is one event, how many come a day, how long do you keep them, and what does that cost a month?",
  bad: (sound) => edited(sound, { "data.sources[payments].rowBytes": "12MB" }),
  *check({ design }) {
    const budget = budgetOf(design);
    const kept = keptSources(design);
    const bytes = kept.reduce((sum, one) => sum + one.bytes, 0);
    const price = priceBook.objectStorageGibMonth.lowUsd;
    const usd = (bytes / 1024 ** 3) * price;
    if (!budget || usd <= budget.usdPerMonth) return;
    const largest = kept.sort((a, b) => b.bytes - a.bytes)[0]!;
    yield {
      at: [...largest.path, "rowBytes"],
      found: `The sources keep ${bytesText(bytes)}, which costs ${moneyText(usd)} at the lowest list price; the budget is ${budget.text}.`,
      clears: "keep less, for a shorter time, or compressed, or raise the budget",
      working: {
        inputs: [...kept.map(({ name, text, path }) => ({ name, value: text, at: path })), budget.input],
        sum: `${bytesText(bytes)} × ${price} $ per GiB and month`,
        result: moneyText(usd),
      },
    };
  },
});

function keptSources({ data }: Design) {
  return (data?.sources ?? []).flatMap(({ name, volume, rowBytes, retention }, i) => {
    if (!volume || !rowBytes || !retention?.seconds) return [];
    const bytes = eventStorageBytes({
      eventsPerSecond: volume.perSecond,
      bytesPerEvent: rowBytes.bytes,
      retentionSeconds: retention.seconds,
    });
    return [
      { name, bytes, text: `${volume.text} × ${rowBytes.text} × ${retention.text}`, path: ["data", "sources", i] },
    ];
  });
}

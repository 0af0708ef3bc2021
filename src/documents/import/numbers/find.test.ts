import { describe, expect, it } from "vitest";
import type { Language } from "../words.ts";
import { findNumbers } from "./find.ts";

/** `text as written → quantity of the format`, or why it has none. Expected by hand, from the rules of each language. */
const read = (text: string, language: Language | undefined): string[] =>
  findNumbers(text, language).map(
    ({ start, end, kind, quantity, comparison }) =>
      `${text.slice(start, end)} → ${[comparison, quantity ?? kind].filter(Boolean).join(" ")}`,
  );

describe("a number with its unit", () => {
  it.each<[string, Language | undefined, string[]]>([
    ["p99 < 80ms at 600 QPS", "en", ["80ms → < 80ms", "600 QPS → 600/s"]],
    ["600 requests/s, 1.5 billion events/day", "en", ["600 requests/s → 600/s", "1.5 billion events/day → 1.5B/d"]],
    ["10,000,000 users and 1,500 items", "en", ["10,000,000 users → 10M", "1,500 items → 1500"]],
    ["50 Mio. Nutzer, 1,5 Milliarden Ereignisse", "de", ["50 Mio. Nutzer → 50M", "1,5 Milliarden Ereignisse → 1.5B"]],
    ["höchstens 4.500 Anfragen/s", "de", ["4.500 Anfragen/s → <= 4500/s"]],
    ["0,30 % und 7-tägig", "de", ["0,30 % → 0.30%", "7-tägig → 7d"]],
    ["10 000 requêtes par seconde, 3 Go", "fr", ["10 000 requêtes par seconde → 10k/s", "3 Go → 3GB"]],
    ["2 millones de usuarios en 30 días", "es", ["2 millones de usuarios → 2M", "30 días → 30d"]],
    [
      "$8k/month, 8k $/month, USD 2M per year",
      "en",
      ["$8k/month → 8k $/month", "8k $/month → 8k $/month", "USD 2M per year → 2M $/year"],
    ],
    ["$0.40 per 1k requests", "en", ["$0.40 per 1k requests → 0.40 $ per 1k requests"]],
    ["NDCG@10 ≥ 0.30, AUC of 0.82", "en", ["0.30 → >= 0.30", "0.82 → 0.82"]],
    ["10x in 18 months", "en", ["10x in 18 months → 10x in 1.5y"]],
    ["5 PB", "en", ["5 PB → 5000TB"]],
  ])("is read in %s", (text, language, expected) => expect(read(text, language)).toEqual(expected));

  it.each<[string, Language | undefined, string[]]>([
    ["8.000 € im Monat", "de", ["8.000 € → foreignMoney"]],
    ["£3k per month", "en", ["£3k per month → foreignMoney"]],
    ["10–20 ms", "en", ["10–20 ms → range"]],
    ["between 5 and 10 percent", "en", ["between 5 and 10 percent → range"]],
    ["5m", "en", ["5m → uncertain"]],
    ["10 Gb", "en", ["10 Gb → uncertain"]],
    ["1.500 requêtes/s", "fr", ["1.500 requêtes/s → uncertain"]],
    ["1,500 req/s", undefined, ["1,500 req/s → uncertain"]],
    ["1 billion users", "de", ["1 billion users → uncertain"]],
    ["3 months", "en", ["3 months → duration"]],
    ["500 requests per month", "en", ["500 requests per month → otherRate"]],
    ["10x", "en", ["10x → factor"]],
  ])("is kept, and not turned into a quantity, in %s", (text, language, expected) =>
    expect(read(text, language)).toEqual(expected),
  );

  it.each([
    "phase 2",
    "v2.3",
    "top 10",
    "since 2023",
    "ISO 26262",
    "2024-05-01",
    "p99",
    "ndcg@10",
    "GPT-4",
    "10:30",
    "24/7",
    "#12",
  ])("is not seen in %s", (text) => expect(read(text, "en")).toEqual([]));
});

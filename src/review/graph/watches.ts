import type { Design } from "../../design/design.ts";
import { valueAt } from "../../design/edit/plain-value.ts";
import type { Node } from "../graph.ts";
import { namesIt, nameWords } from "../words.ts";

/** Whether a monitor or an alarm looks at a metric: its subject or its condition names it as whole words. */
export function watches(design: Design, watcher: Node, metric: Node): boolean {
  const texts = textsOf(design, watcher);
  return namesOf(metric.name).some((name) => texts.some((text) => namesIt(text, name)));
}

/** What a watcher says it looks at: never the name that it was given. */
function textsOf(design: Design, { kind, name, path }: Node): unknown[] {
  if (kind !== "alarm") return [name];
  return [valueAt(design, [...path, "when"])];
}

/** `latency p99` is also called `p99`, `errorRate` also `errors`, `freshness` also `age`, `undetectedFraud` also `undetected fraud`. */
function namesOf(metric: string): string[] {
  const words = nameWords(metric);
  const percentile = /^latency (p\d+)$/.exec(words)?.[1];
  const bare = words.replace(/ (?:rate|share)$/, "");
  const other = words === "freshness" ? ["age"] : [];
  return [words, ...other, ...(percentile ? [percentile] : []), ...(bare !== words ? [bare, `${bare}s`] : [])];
}

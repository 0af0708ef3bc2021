import { edited, gone } from "../edited.ts";
import { defineRule } from "../rule.ts";
import { hasModel } from "../subject.ts";

const lists = ["offline", "online", "guardrails"] as const;

export default defineRule({
  id: "single-metric",
  stage: "metrics",
  kind: "method",
  severity: { concept: "hint", prototype: "flaw", production: "flaw" },
  why: "One number that is pushed as far as it goes stops meaning what it was chosen for.",
  source:
    "Thomas and Uminsky, Reliance on Metrics is a Fundamental Challenge for AI (2022), doi:10.1016/j.patter.2022.100476",
  asks: "How could a team raise that number and make the product worse?",
  base: "grocery",
  bad: (sound) =>
    edited(sound, {
      "metrics.offline": gone,
      "metrics.guardrails": gone,
      "metrics.link": gone,
      "monitoring.decay": gone,
    }),
  *check(view) {
    const { metrics } = view.design;
    const named = lists.flatMap((list) => (metrics?.[list] ?? []).map((_, i) => ({ list, i })));
    if (!hasModel(view) || named.length !== 1 || lists.some((list) => decidedAgainst(view.state(`metrics.${list}`))))
      return;
    const { list, i } = named[0]!;
    yield {
      at: ["metrics", list, i, "metric"],
      lookedIn: lists.map((one) => `metrics.${one}`),
      found: `The whole system is judged by one metric, ${view.written(["metrics", list, i, "metric"])}.`,
      clears: "add a metric that falls when this one is gamed, and guardrails for what must not get worse",
    };
  },
});

const decidedAgainst = (state: string): boolean => state === "none" || state === "later";

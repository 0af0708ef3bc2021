import { defineQuestions } from "../question.ts";
import { item, list, oneOf, splitList, told, whole } from "../read-answer.ts";
import { fallbacks } from "../../../design/schema/serving.ts";
import type { Design } from "../../../design/design.ts";

const modes = ["online", "batch", "near-real-time", "streaming", "on-device"] as const;
const onRequest = ({ serving }: Design): boolean => serving?.mode !== "batch";

export default defineQuestions([
  {
    path: "serving.mode",
    asks: "When are predictions made: on request, ahead of time, within a minute, along a stream, on the device?",
    why: "It decides the whole right half of the picture, and most of the cost.",
    example: "online",
    impact: 5,
    choices: modes,
    read: oneOf(modes),
  },
  {
    path: "serving.path",
    asks: "Which steps does one request take, and how long may each? (`features 10ms, score 20ms`)",
    why: "A latency target without a budget per step is a wish.",
    example: "features 15ms, rules 3ms, score 20ms, decide 2ms",
    impact: 4,
    read: (words) =>
      splitList(words).map((part) => {
        const match = /^(.+?)[\s:]+(\d[\d.]*\s*(?:ms|s|us|µs))$/.exec(part);
        return match ? { step: match[1]!, p99: match[2]! } : { step: part };
      }),
    when: onRequest,
  },
  {
    path: "serving.deadline",
    asks: "When does a request stop waiting, so that the fallback answers?",
    why: "A late answer is often worse than a simple one.",
    example: "200ms",
    impact: 3,
    when: onRequest,
  },
  {
    path: "serving.fallback",
    asks: "What answers when the model, a feature or a store is down? In order, the last one cannot fail.",
    why: "The system must keep answering when a part of it does not.",
    example: "previous-model, rules",
    impact: 5,
    choices: fallbacks,
    read: (words) => splitList(words).map((word) => oneOf(fallbacks)(word)),
  },
  {
    path: "serving.cache",
    asks: "What can be cached, for how long? (`response : 30s : 30%`)",
    why: "A hit costs nothing; a stale one breaks a freshness promise.",
    example: "response : 30s : 30%",
    impact: 2,
    read: item(["what", "for", "hits"], /\s*:\s*/),
    systems: ["recommendation", "feed", "search", "rag", "ads", "pricing"],
  },
  {
    path: "serving.precompute",
    asks: "What is made before anybody asks? (`user vectors : 1d`)",
    why: "What is computed ahead of time costs no latency, and is as old as its run.",
    example: "item vectors : 1d",
    impact: 2,
    read: told(["what", "every"], /\s*:\s*/),
  },
  {
    path: "serving.batch",
    asks: "How often does the batch run, and how long may it take? (`1d : 3h`)",
    why: "A batch that does not finish before the morning is an outage.",
    example: "1d : 3h",
    impact: 4,
    read: item(["every", "takes"], /\s*:\s*/),
    when: ({ serving }) => serving?.mode === "batch",
  },
  {
    path: "serving.onDevice",
    asks: "How large may the model be on the device, and how many devices are there? (`12MB : 2M`)",
    why: "Memory, battery and updates over the air bound everything.",
    example: "12MB : 200k",
    impact: 4,
    read: item(["bytes", "fleet"], /\s*:\s*/),
    when: ({ serving }) => serving?.mode === "on-device",
  },
  {
    path: "serving.hardware",
    asks: "What does each step run on, and in how many copies? (`score : 4 vCPU : 6`)",
    why: "Rate times service time decides the copies, and the copies decide the cost.",
    example: "score : 4 vCPU, 8 GiB : 4",
    impact: 3,
    read: (words) =>
      words
        .split(/[;\n]/)
        .filter((part) => part.trim() !== "")
        .map((part) => {
          const [what = "", on = "", replicas] = part.split(":").map((one) => one.trim());
          return { for: what, on, ...(replicas ? { replicas: whole(replicas) } : {}) };
        }),
  },
  {
    path: "serving.quantisation",
    asks: "Are weights served in smaller numbers, and what does that cost in quality? (`int8 : 0.2 points of recall`)",
    why: "A quarter of the memory and twice the speed are worth a measured loss, and nothing is worth an unmeasured one.",
    example: "none: trees need no accelerator",
    impact: 1,
    read: item(["to", "loss"], /\s*:\s*/),
    when: ({ model }) => (model?.level ?? 5) >= 4,
  },
  {
    path: "serving.scaling",
    asks: "How does capacity follow the load: how many copies at least, at most, on which signal? (`2 : 12 : utilisation above 60%`)",
    why: "At ten times the volume something breaks first; copies that take minutes to start do not help in a minute.",
    example: "2 : 12 : utilisation above 60%",
    impact: 3,
    read: (words) => {
      const { least, most, on } = item(["least", "most", "on"], /\s*:\s*/)(words) as Record<string, string>;
      return { least: whole(least!), ...(most ? { most: whole(most) } : {}), ...(on ? { on } : {}) };
    },
    when: onRequest,
  },
  {
    path: "serving.review",
    asks: "How many cases go to people, how many people are there, and how long does a case take? (`2k/d : 12 : 3m`)",
    why: "A queue that fills faster than it empties decides nothing.",
    example: "2k/d : 12 : 3m",
    impact: 4,
    systems: ["fraud", "moderation", "spam"],
    read: (words) => {
      const { inflow, reviewers, perCase } = item(["inflow", "reviewers", "perCase"], /\s*:\s*/)(words) as Record<
        string,
        string
      >;
      return {
        inflow: inflow!,
        ...(reviewers ? { reviewers: whole(reviewers) } : {}),
        ...(perCase ? { perCase } : {}),
      };
    },
  },
  {
    path: "serving.rollout",
    asks: "How does a new model take over: how long in shadow, which canary steps? (`1d : 1%, 10%, 50%`)",
    why: "A release that goes to everybody at once is an experiment without a control.",
    example: "1d : 1%, 10%, 50%",
    impact: 4,
    read: (words) => {
      const { shadow, canary } = item(["shadow", "canary"], /\s*:\s*/)(words) as Record<string, string>;
      return { shadow: shadow!, ...(canary ? { canary: list(canary) } : {}), rollBack: "automatic" };
    },
  },
  {
    path: "serving.rollout.signal",
    asks: "What decides between going on and going back?",
    why: "A rollback without a signal is somebody's mood.",
    example: "error rate above 0.5% or approval rate down by 1 point for 10 minutes",
    impact: 3,
  },
  {
    path: "serving.flags",
    asks: "Which parts can be switched off without a release? (`flag : what it switches`)",
    why: "At three in the morning a switch is better than a deployment.",
    example: "ml_score : rules alone decide",
    impact: 1,
    read: told(["flag", "guards"], /\s*:\s*/),
  },
  {
    path: "serving.abuse",
    asks: "What would an attacker try, and what is in the way?",
    why: "Where there is money or attention to win, somebody tries.",
    example: "testing cards with small amounts: velocity limits per card, device and merchant",
    impact: 4,
    systems: ["fraud", "moderation", "spam", "ads", "bidding", "rag", "search"],
  },
  {
    path: "serving.guard",
    asks: "What is checked on the way out: groundedness, blocked words, price bounds, safe ranges?",
    why: "The last check is the cheapest place to stop a harmful answer.",
    example: "an answer without a citation is not given",
    impact: 4,
    systems: ["rag", "pricing", "perception", "bidding"],
  },
]);

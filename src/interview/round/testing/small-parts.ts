import { rules } from "../../../review/rules/index.ts";
import { defineProblem } from "../../problem.ts";
import type { DrillResult } from "../../record.ts";
import type { Depth, Statement } from "../../statement.ts";
import { defineTopic, type Topic } from "../../topic.ts";
import { emptyBoard } from "../../whiteboard/board.ts";
import type { RoundParts } from "../parts.ts";

/**
 * A language of seven words for tests of the moves alone: a topic is heard where its id stands in a sentence, with a
 * mechanism after "by", a number where there is a digit, and as ruled out after "no".
 */
export function smallParts(): RoundParts {
  return {
    topics,
    problems: [problem],
    rules,
    hear: (text, at, earlier) => {
      const now = understand(text, at);
      return { now, all: [...earlier, ...now] };
    },
    factsFor: (question, { facts }) => facts.filter(({ topic }) => question.toLowerCase().includes(topic)),
    noFact: ["I have no number for that.", "Assume something sensible."],
    readBoard: (text, { text: before }) => ({ ...emptyBoard, text: before ? `${before}\n${text}` : text }),
    boardStatements: () => [],
    sizingRemarks: ({ text }) => [`At ten times the load "${text.split("\n").at(-1)}" gives in.`],
    hasPath: ({ text }) => text.includes("->"),
    drillFor: (words) => (words.includes("store") ? "feature-store-down" : undefined),
    runDrill: (drill, { atSeconds }): DrillResult => ({
      drill,
      name: drill,
      atSeconds,
      assumed: [],
      requestsPerSecond: 1,
      overloaded: [],
      failedShare: 1,
      fallbackShare: 0,
      fullShare: 0,
      says: ["All requests failed.", "The store was down."],
    }),
  };
}

const stages = {
  scale: "requirements",
  labels: "data",
  baseline: "model",
  caching: "serving",
  fallback: "serving",
  drift: "monitoring",
  alerting: "monitoring",
} as const;

const topics: readonly Topic[] = Object.entries(stages).map(([id, stage]) =>
  defineTopic({
    id,
    name: id,
    means: id,
    stage,
    group: "systems knowledge",
    names: [id],
    mechanisms: [],
    asks: {
      probe: [`How do you see ${id}?`, `What about ${id} here?`],
      number: [`How large is ${id}?`],
      tradeOff: [`What does ${id} cost you?`],
      guide: [`Where would ${id} begin?`],
    },
    hint: `Think of ${id} first.`,
    exercise: "",
    says: { positive: [], negative: [], nearMiss: [] },
  }),
);

const problem = defineProblem({
  id: "small",
  title: "A small problem",
  level: "senior",
  statement: "Build something that sorts.",
  objective: "People come back.",
  data: "There are logs.",
  constraints: [],
  facts: [
    {
      id: "peak",
      topic: "scale",
      asked: [],
      tells: "Four hundred requests a second at peak.",
      secret: ["Four hundred"],
    },
    { id: "delay", topic: "labels", asked: [], tells: "Labels take nine days.", secret: ["nine days"] },
  ],
  challenges: [{ topic: "labels", why: "They are late." }],
  mustDiscuss: ["scale", "labels", "baseline", "fallback", "drift"],
  change: { says: "From now on there are no cookies.", topics: ["labels"] },
  drills: [{ drill: "feature-store-down", says: "The store is gone." }],
  reference: "grocery",
});

function understand(text: string, { entry, atSeconds }: { readonly entry: number; readonly atSeconds: number }) {
  return [...text.slice(0, 60_000).matchAll(/[^.!\n]+/gu)].flatMap((sentence): Statement[] => {
    const [start, said] = [sentence.index, sentence[0]];
    const quote = { entry, start, end: start + said.length, text: said, atSeconds };
    const depth: Depth[] = [
      ...(said.includes(" by ") ? (["mechanism"] as const) : []),
      ...(/\d/u.test(said) ? (["number"] as const) : []),
    ];
    const manner = said.includes("?") ? "asked" : said.includes(" no ") ? "denied" : "said";
    const named = topics.filter(({ id }) => said.includes(id));
    return named.map(({ id }) => ({ topic: id, manner, depth, quote, quantities: [], from: "words" }));
  });
}

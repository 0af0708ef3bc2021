import type { Random } from "../../../kit/random.ts";
import type { Stage } from "../../../design/schema/design.ts";
import type { InterviewProblem } from "../../problem.ts";
import type { Move } from "../../record.ts";
import { answers } from "./answers/index.ts";
import { spoken, type Bot, type Doing, type Situation } from "./bot.ts";

/** What a candidate who knows the trade does, and leaves out. */
export interface Character {
  readonly name: string;
  /** Topics it brings up by itself, by stage. */
  readonly agenda: Readonly<Partial<Record<Stage, readonly string[]>>>;
  /** Topics about which it only has this to say. */
  readonly evades: ReadonlyMap<string, string>;
  readonly questions: readonly string[];
  /** What it draws, from which share of the round on. */
  readonly boards: readonly { readonly from: number; readonly text: string }[];
  /** How much of an answer it gives at once: how, how large, at what price. */
  readonly pieces: 1 | 2 | 3;
}

/** Shares of a round at which people go on from one stage to the next. */
const stageShares: readonly (readonly [Stage, number])[] = [
  ["requirements", 0.12],
  ["metrics", 0.19],
  ["data", 0.34],
  ["features", 0.45],
  ["model", 0.63],
  ["serving", 0.81],
  ["monitoring", 1],
];

const toChange: readonly string[] = [
  "Good, so that changes the load on the request path most. I'd first look at what can be served from a cache, then shed the second page, and I'd redo the sizing of the ranker because it is the slowest part.",
  "Then I'd go back to my requirements box and see what no longer holds, since the rest of the design follows from there.",
];
const toDrill: readonly string[] = [
  "Right, so what breaks first is the part without a second way. I'd give that call a timeout of 60 ms and answer from the popular list in memory, so users see something plain and no error.",
  "I see. Then we need more headroom there: eight replicas instead of four, and beyond that the gateway sheds bots first, because a slow page is worse than a plain one.",
];
const nothingLeft: readonly string[] = [
  "I think I have said what I would do there, and I'd measure before I add anything to it.",
  "Beyond what I said I would keep that part simple until numbers show that it hurts.",
  "There I would go with what the team already knows, since it can be replaced later.",
];

interface Mind {
  readonly character: Character;
  readonly random: Random;
  readonly said: Set<string>;
  readonly once: Map<string, number>;
  asked: number;
  drawn: number;
  /** The question that still waits for an answer while something is drawn. */
  open: Move | undefined;
}

/** Plays a character: asks first, then answers what is asked and goes through its own agenda with the clock. */
export function talker(character: Character): Bot {
  return {
    name: character.name,
    talks: true,
    enter: (random: Random, problem: InterviewProblem | undefined) => {
      const mind: Mind = { character, random, said: new Set(), once: new Map(), asked: 0, drawn: 0, open: undefined };
      return (situation) => act(mind, situation, problem);
    },
  };
}

function act(mind: Mind, situation: Situation, problem: InterviewProblem | undefined): Doing {
  mind.open = situation.heard.findLast(isQuestion) ?? mind.open;
  const think = 8 + 14 * mind.random.next();
  const question = mind.character.questions[mind.asked];
  if (question !== undefined && problem) {
    mind.asked++;
    return spoken(question, think);
  }
  return draw(mind, situation) ?? spoken(words(mind, situation), think);
}

function draw(mind: Mind, { atSeconds, setup }: Situation): Doing | undefined {
  const next = mind.character.boards[mind.drawn];
  if (!next || atSeconds < next.from * 60 * setup.minutes) return undefined;
  mind.drawn++;
  return { kind: "draw", text: next.text, seconds: 40 };
}

function words(mind: Mind, { atSeconds, setup }: Situation): string {
  const { open } = mind;
  mind.open = undefined;
  if (open?.kind === "change") return next(mind, "change", toChange);
  if (open?.kind === "drill") return next(mind, "drill", toDrill);
  const answer = open && answerTo(mind, open);
  return answer ?? ownTopic(mind, atSeconds / (60 * setup.minutes)) ?? next(mind, "rest", nothingLeft);
}

function isQuestion({ kind, topic }: Move): boolean {
  return kind === "change" || kind === "drill" || (topic !== undefined && kind !== "acknowledge");
}

function answerTo(mind: Mind, { topic, kind }: Move): string | undefined {
  const evasion = mind.character.evades.get(topic!);
  if (evasion !== undefined) return unsaid(mind, [evasion]);
  const answer = answers[topic!];
  if (!answer) return undefined;
  const { how, size, price } = answer;
  const order = kind === "number" ? [size, how, price] : kind === "trade-off" ? [price, how, size] : [how, size, price];
  return unsaid(mind, order, mind.character.pieces);
}

/** The first texts of a list that were not said yet. */
function unsaid({ said }: Mind, texts: readonly (string | undefined)[], most = 1): string | undefined {
  const fresh = texts.filter((text) => text !== undefined && !said.has(text)).slice(0, most);
  for (const text of fresh) said.add(text!);
  return fresh.length > 0 ? fresh.join(" ") : undefined;
}

function ownTopic(mind: Mind, share: number): string | undefined {
  const now = stageShares.findIndex(([, until]) => share < until);
  const stages = stageShares.slice(0, now + 1).map(([stage]) => stage);
  const topics = stages.toReversed().flatMap((stage) => mind.character.agenda[stage] ?? []);
  for (const topic of topics) {
    const text = unsaid(mind, [answers[topic]!.how]);
    if (text !== undefined) return text;
  }
  return undefined;
}

function next({ once, said }: Mind, list: string, texts: readonly string[]): string {
  const at = once.get(list) ?? 0;
  once.set(list, at + 1);
  const text = texts[at % texts.length]!;
  said.add(text);
  return text;
}

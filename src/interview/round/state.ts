import type { Stage } from "../../design/schema/design.ts";
import { seededRandom, type Random } from "../../kit/random.ts";
import type { HiddenFact } from "../problem.ts";
import type { DrillResult, Entry, RoundRecord, RoundSetup } from "../record.ts";
import type { Statement } from "../statement.ts";
import type { Topic } from "../topic.ts";
import type { Brief } from "./brief.ts";
import { briefOf } from "./brief-of.ts";
import type { RoundParts, SettledFact } from "./parts.ts";
import { planOf, sectionOfTopic, type PlannedSection } from "./plan.ts";

/** Where a round is after its last question: still going, waiting to be told how it went, waiting for an answer again. */
export type Phase = "going" | "self-assessment" | "redo" | "over";

/** All that a round remembers. It changes with inputs and by nothing else. */
export interface RoundState {
  readonly setup: RoundSetup;
  readonly parts: RoundParts;
  readonly brief: Brief;
  readonly plan: readonly PlannedSection[];
  readonly random: Random;
  readonly topicById: ReadonlyMap<string, Topic>;
  readonly sectionByTopic: ReadonlyMap<string, number>;
  readonly sectionOfStage: (stage: Stage) => number;
  readonly entries: Entry[];
  statements: readonly Statement[];
  readonly boards: RoundRecord["boards"][number][];
  readonly drills: DrillResult[];
  readonly sections: RoundRecord["sections"][number][];
  sectionAt: number;
  phase: Phase;
  endedSeconds: number | undefined;
  lastSeconds: number;
  /** When something was said or drawn for the last time. */
  heardSeconds: number;
  readonly told: Set<HiddenFact>;
  readonly toldAgain: Set<HiddenFact>;
  /** Topic and kind of every question, and the words of every move. */
  readonly asked: Set<string>;
  readonly uttered: Set<string>;
  /** What has been heard of topics: `caching number`. */
  readonly heard: Set<string>;
  /** Topic of the last question. */
  openTopic: string | undefined;
  /** Follow-up questions in a row. */
  followUps: number;
  /** Turns in a row with nothing about any topic in them, and with nothing new. */
  emptyTurns: number;
  staleTurns: number;
  /** Questions that went deeper into a section that had nothing left to probe. */
  deepened: number;
  changed: boolean;
  /** Drills that the interviewer tried, and remarks on what was drawn. */
  tried: number;
  remarks: number;
  candidateWords: number;
  /** Words that nobody asked for. */
  unaskedWords: number;
  readonly decks: Map<string, number[]>;
}

/** A round before its first word. */
export function newState(setup: RoundSetup, parts: RoundParts): RoundState {
  return {
    setup,
    parts,
    brief: briefOf(setup, parts),
    plan: planOf(setup.lens, setup.minutes),
    random: seededRandom(`interview ${setup.seed}`),
    topicById: new Map(parts.topics.map((topic) => [topic.id, topic])),
    sectionByTopic: new Map(parts.topics.map((topic) => [topic.id, sectionOfTopic(setup.lens, topic)])),
    sectionOfStage: (stage) => sectionOfTopic(setup.lens, { stage }),
    ...emptyMemory(),
  };
}

type Memory = Omit<
  RoundState,
  "setup" | "parts" | "brief" | "plan" | "random" | "topicById" | "sectionByTopic" | "sectionOfStage"
>;

function emptyMemory(): Memory {
  return {
    entries: [],
    statements: [],
    boards: [],
    drills: [],
    sections: [],
    sectionAt: 0,
    phase: "going",
    endedSeconds: undefined,
    lastSeconds: 0,
    heardSeconds: 0,
    told: new Set(),
    toldAgain: new Set(),
    asked: new Set(),
    uttered: new Set(),
    heard: new Set(),
    openTopic: undefined,
    followUps: 0,
    emptyTurns: 0,
    staleTurns: 0,
    deepened: 0,
    changed: false,
    tried: 0,
    remarks: 0,
    candidateWords: 0,
    unaskedWords: 0,
    decks: new Map(),
  };
}

/** Numbers that may be reckoned with: those that were asked for, then what the change of requirements made of them. */
export function settledFacts({ told, brief, changed }: RoundState): SettledFact[] {
  const fromFacts = [...told].flatMap(({ quantity }) => (quantity ? [quantity] : []));
  return [...fromFacts, ...(changed ? (brief.change.changes ?? []) : [])];
}

/** What is known of a round so far, as a value that no later input changes. */
export function recordOf(state: RoundState): RoundRecord {
  const { setup, statements, endedSeconds } = state;
  const [entries, boards, drills, sections] = [
    [...state.entries],
    [...state.boards],
    [...state.drills],
    [...state.sections],
  ];
  return { setup, entries, statements, boards, drills, sections, endedSeconds };
}

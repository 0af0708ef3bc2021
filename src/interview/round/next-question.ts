import { coverage, type TopicCoverage } from "../ledger/coverage.ts";
import type { Level, Move } from "../record.ts";
import { ask, askWith, firstOf, wasAsked } from "./ask.ts";
import { askAboutNames } from "./named-only.ts";
import { guide, isStuck } from "./guide.ts";
import type { Turn } from "./observe.ts";
import { enterNext, patience } from "./stages.ts";
import type { RoundState } from "./state.ts";
import { isNew, utter } from "./utter.ts";
import { nothingHeard, nothingNew } from "./words.ts";

/** How often a mechanism is followed by a question for its number or its price, and how often in a row at most. */
const followUpShares: Readonly<Record<Level, number>> = { junior: 0.35, senior: 0.5, staff: 0.7 };
const mostFollowUps = { coach: 1, interviewer: 2 } as const;
/** The one question of a turn, with the step to the next section where this one has nothing left to ask. */
export function nextQuestion(state: RoundState, turn: Turn): Move[] {
  if (state.emptyTurns >= patience.empty) return sayOnce(state, nothingHeard);
  if (state.staleTurns >= patience.stale) return sayOnce(state, nothingNew);
  const covered = coverage(state);
  return firstOf(
    () => (isStuck(state, turn) ? guide(state, covered) : []),
    () => (isPressed(state) ? probeFirst(state, covered) : []),
    () => askAboutNames(state, turn, covered),
    () => followUp(state, turn, covered),
    () => probeSection(state, covered),
    () => goOn(state, covered),
  );
}

function sayOnce(state: RoundState, text: string): Move[] {
  return isNew(state, text) ? utter(state, { kind: "guide", text }) : [];
}

/** Share of a section's time that is kept for what must be discussed. */
const keptShare = 0.4;

/** In the last section, and in the last part of the others, names and follow-ups wait for what must be discussed. */
function isPressed({ plan, sectionAt, lastSeconds }: RoundState): boolean {
  const { startSeconds, endSeconds } = plan[sectionAt]!;
  return sectionAt === plan.length - 1 || lastSeconds > endSeconds - keptShare * (endSeconds - startSeconds);
}

function probeFirst(state: RoundState, covered: Covered): Move[] {
  const must = openTopics(state, covered).filter((topic) => state.brief.mustDiscuss.includes(topic));
  return firstOf(...must.map((topic) => () => ask(state, topic, "probe")));
}

type Covered = ReadonlyMap<string, TopicCoverage>;

/** A mechanism came without a number, or a choice without its price. */
function followUp(state: RoundState, { statements }: Turn, covered: Covered): Move[] {
  const { level, style } = state.setup;
  if (state.followUps >= mostFollowUps[style] || state.random.next() >= followUpShares[level]) return [];
  const topics = [...new Set(statements.map(({ topic }) => topic))].filter(
    (topic) => isShown(covered, topic) && state.brief.agenda.includes(topic),
  );
  const moves = deepen(state, topics, covered);
  state.followUps = moves.length > 0 ? state.followUps + 1 : 0;
  return moves;
}

function deepen(state: RoundState, topics: readonly string[], covered: Covered): Move[] {
  const tries = topics.map((topic) => () => {
    const depths = covered.get(topic)?.depths;
    return firstOf(
      () => (depths?.has("number") ? [] : ask(state, topic, "number")),
      () => (depths?.has("trade-off") ? [] : ask(state, topic, "trade-off")),
    );
  });
  return firstOf(...tries);
}

function isShown(covered: Covered, topic: string): boolean {
  return covered.get(topic)?.state === "shown";
}

/** The most important topic of the section that was not shown yet; for an own design, what its review found first. */
function probeSection(state: RoundState, covered: Covered): Move[] {
  state.followUps = 0;
  const open = openTopics(state, covered).map((topic) => () => ask(state, topic, "probe"));
  return firstOf(() => askAboutDesign(state), ...open);
}

/** Topics that may still be probed in this section, also those ruled out. The last section takes up what others left. */
export function openTopics(state: RoundState, covered: Covered): string[] {
  const isLast = state.sectionAt === state.plan.length - 1;
  return state.brief.agenda.filter(
    (topic) =>
      (isLast || state.sectionByTopic.get(topic) === state.sectionAt) &&
      !isShown(covered, topic) &&
      !wasAsked(state, topic, "probe"),
  );
}

function askAboutDesign(state: RoundState): Move[] {
  const { designQuestions } = state.brief;
  const here = designQuestions.filter(({ stage }) => state.sectionOfStage(stage) === state.sectionAt);
  const asked = here.filter(({ rule }) => wasAsked(state, rule, "probe")).length;
  if (asked >= 3) return [];
  return firstOf(
    ...here.map(
      ({ rule, asks }) =>
        () =>
          askWith(state, { topic: rule, kind: "probe", text: asks }),
    ),
  );
}

/** With nothing left to probe: once deeper into what was shown here, else on to the next section. */
function goOn(state: RoundState, covered: Covered): Move[] {
  const here = state.brief.agenda.filter((topic) => state.sectionByTopic.get(topic) === state.sectionAt);
  const shown = here.filter((topic) => isShown(covered, topic));
  if (state.deepened < 2) {
    const moves = deepen(state, shown, covered);
    if (moves.length > 0) {
      state.deepened++;
      return moves;
    }
  }
  const entered = enterNext(state);
  return entered ? [...entered, ...probeSection(state, covered)] : [];
}

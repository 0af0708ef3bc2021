import { coverage } from "../ledger/coverage.ts";
import { ledgerOf } from "../ledger/ledger-of.ts";
import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { InterviewProblem } from "../problem.ts";
import type { RoundRecord } from "../record.ts";
import { mustDiscussOf } from "../round/brief-of.ts";
import type { RoundParts } from "../round/parts.ts";
import { staples } from "../round/staples.ts";
import type { Signal } from "../signal.ts";
import type { Topic } from "../topic.ts";
import type { Debrief, Said, SignalFound, Unreached } from "./debrief.ts";
import { exercisesOf } from "./exercises.ts";
import { redoOf } from "./redo.ts";
import { boardsAtMilestones, eventsOf, milestonesOf, sectionsOf } from "./timeline.ts";

/** What a debrief is made with. */
export type DebriefParts = RoundParts & { readonly signals: readonly Signal[] };

/** The debrief of a round that ended, from its record alone: the same record gives the same debrief. */
export function debriefOf(record: RoundRecord, parts: DebriefParts): Debrief {
  const mustDiscuss = mustDiscussOf(record.setup, parts);
  const ledger = ledgerOf(record, parts.topics, parts.signals, mustDiscuss);
  const problem = parts.problems.find(({ id }) => id === record.setup.problem);
  const relevant = relevantTopics(record, ledger, problem);
  const own = ledger.entries.filter(({ topic }) => relevant.has(topic));
  return {
    ...factsOf(record, problem),
    ...(ledger.tooLittle ? nothing(ledger) : judged(record, ledger, own, problem, parts)),
  };
}

function factsOf(record: RoundRecord, problem: InterviewProblem | undefined) {
  const { design: _, ...setup } = record.setup;
  return {
    plumblineDebrief: 1,
    setup,
    title: problem?.title ?? "A system of your own",
    endedSeconds: record.endedSeconds ?? 0,
    selfAssessment: selfAssessmentOf(record),
    sections: sectionsOf(record),
    milestones: milestonesOf(record),
    events: eventsOf(record),
    boards: boardsAtMilestones(record),
    drills: record.drills,
    hints: eventsOf(record).filter(({ kind }) => kind === "hint"),
  } as const;
}

function selfAssessmentOf({ entries }: RoundRecord): string | undefined {
  for (const entry of entries)
    if (entry.who === "candidate" && entry.input.kind === "self-assessment" && entry.input.text.trim() !== "")
      return entry.input.text.trim();
  return undefined;
}

const nothing = ({ entries }: Ledger) =>
  ({
    tooLittle: true,
    decisions: [],
    modelling: [],
    architecture: [],
    production: [],
    strengths: [],
    redFlags: [],
    communication: [],
    contradictions: [],
    named: [],
    asked: [],
    unreached: [],
    exercises: [],
    redo: undefined,
    ledger: entries.filter(({ state }) => state !== "missing"),
  }) as const;

function judged(
  record: RoundRecord,
  ledger: Ledger,
  own: readonly LedgerEntry[],
  problem: InterviewProblem | undefined,
  { topics, signals }: DebriefParts,
) {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const shown = (fits: (topic: Topic) => boolean) =>
    own.filter(({ state, topic }) => state === "shown" && fits(byId.get(topic)!)).map(saidOf);
  const found = ledger.signals.flatMap(({ id, evidence }): SignalFound[] => {
    const signal = signals.find((one) => one.id === id);
    return signal ? [{ id, kind: signal.kind, name: signal.name, why: signal.why, ...evidence }] : [];
  });
  const unreached = unreachedOf(own, problem, byId);
  const covered = coverage(record);
  const isAsked = ({ topic }: LedgerEntry) => covered.get(topic)!.statements.every(({ manner }) => manner === "asked");
  const mentioned = own.filter(({ state }) => state === "mentioned");
  const named = mentioned.filter((entry) => !isAsked(entry));
  const contradicted = own.filter(({ state }) => state === "contradicted");
  return {
    tooLittle: false,
    decisions: decisionsOf(record, own),
    modelling: shown(({ stage }) => stage === "model"),
    architecture: shown(({ stage, group }) => stage !== "model" && group === "systems knowledge"),
    production: shown(({ stage, group }) => stage !== "model" && group === "production awareness"),
    strengths: found.filter(({ kind }) => kind === "strength" || kind === "staff strength"),
    redFlags: found.filter(({ kind }) => kind === "red flag" || kind === "anti-pattern"),
    communication: found.filter(({ kind }) => kind === "communication"),
    contradictions: contradicted.map(saidOf),
    named: named.map(saidOf),
    asked: mentioned.filter(isAsked).map(saidOf),
    unreached,
    exercises: exercisesOf([...contradicted, ...named], unreached, byId),
    redo: redoOf(record, byId),
    ledger: own,
  };
}

const saidOf = ({ topic, name, quotes }: LedgerEntry): Said => ({ topic, name, quotes: quotes.slice(0, 2) });

/** What a round on this problem, at this level, had to reach, and whatever was touched. */
function relevantTopics(
  { setup }: RoundRecord,
  { entries }: Ledger,
  problem: InterviewProblem | undefined,
): Set<string> {
  const core = entries.filter(({ mustDiscuss }) => mustDiscuss).map(({ topic }) => topic);
  const hard = problem?.challenges.map(({ topic }) => topic) ?? [];
  const touched = entries.filter(({ state }) => state !== "missing").map(({ topic }) => topic);
  return new Set([...core, ...hard, ...(problem?.change.topics ?? []), ...staples[setup.level], ...touched]);
}

/** Choices with what was weighed against, best explained first, one for each topic. */
function decisionsOf(record: RoundRecord, own: readonly LedgerEntry[]): Said[] {
  const covered = coverage(record);
  return own.flatMap(({ topic, name }) => {
    const weighed = (covered.get(topic)?.statements ?? []).filter(
      ({ manner, depth, from }) => manner === "said" && from === "words" && depth.includes("trade-off"),
    );
    return weighed.length > 0 ? [{ topic, name, quotes: weighed.slice(0, 1).map(({ quote }) => quote) }] : [];
  });
}

function unreachedOf(
  own: readonly LedgerEntry[],
  problem: InterviewProblem | undefined,
  byId: ReadonlyMap<string, Topic>,
): Unreached[] {
  const missing = own.filter(({ state }) => state === "missing");
  const listed = missing.map(({ topic, name, mustDiscuss }) => ({
    topic,
    name,
    mustDiscuss,
    why: problem?.challenges.find((one) => one.topic === topic)?.why ?? byId.get(topic)!.means,
  }));
  return [...listed.filter(({ mustDiscuss }) => mustDiscuss), ...listed.filter(({ mustDiscuss }) => !mustDiscuss)];
}

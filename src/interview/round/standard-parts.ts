import { seededRandom } from "../../kit/random.ts";
import { rules } from "../../review/rules/index.ts";
import { drillFor } from "../drilling/drill-for.ts";
import { runDrill } from "../drilling/run-drill.ts";
import { drills } from "../drills/index.ts";
import type { DrillResult } from "../record.ts";
import { factsFor, noFactAnswers } from "../problems/answer.ts";
import { problems } from "../problems/index.ts";
import { topics } from "../topics/index.ts";
import { compileTopics, understand, withCorrections } from "../understand/index.ts";
import type { Board } from "../whiteboard/board.ts";
import { boardDesign } from "../whiteboard/board-design.ts";
import { readBoard } from "../whiteboard/read-board.ts";
import { sizedBoard } from "../whiteboard/sized-board.ts";
import { boardStatements } from "../whiteboard/statements.ts";
import type { DrillSubject, RoundParts } from "./parts.ts";

let made: RoundParts | undefined;

/** All topics, problems and drills, and the rooms that read words and boards. Made once: topics take a while to compile. */
export function standardParts(): RoundParts {
  made ??= makeParts();
  return made;
}

function makeParts(): RoundParts {
  const lexicon = compileTopics(topics);
  return {
    topics,
    problems,
    rules,
    hear: (text, at, earlier) => {
      const understood = understand(text, { ...at, lexicon });
      return { now: understood.statements, all: withCorrections(earlier, understood) };
    },
    factsFor: (question, problem) => factsFor(question, problem, lexicon),
    noFact: noFactAnswers,
    readBoard,
    boardStatements: (board, { entry, atSeconds }) => boardStatements(board, entry, atSeconds, topics),
    sizingRemarks: (board, facts) => sizedBoard(board, facts)?.says ?? [],
    hasPath,
    drillFor: (words) => drillFor(words)?.id,
    runDrill: runNamed,
  };
}

const pathOn = new WeakMap<Board, boolean>();

/** Whether there is a path does not depend on what was told, so it is looked for once a board. */
function hasPath(board: Board): boolean {
  const known = pathOn.get(board) ?? boardDesign(board) !== undefined;
  pathOn.set(board, known);
  return known;
}

function runNamed(id: string, { design, seed, ...subject }: DrillSubject): DrillResult {
  const drill = drills.find((one) => one.id === id);
  if (!drill) throw new Error(`there is no drill ${id}`);
  return runDrill(drill, { ...subject, ...(design && { design }), random: seededRandom(seed) });
}

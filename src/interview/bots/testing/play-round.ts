import { seededRandom } from "../../../kit/random.ts";
import type { Input, Move, RoundRecord, RoundSetup } from "../../record.ts";
import type { RoundParts } from "../../round/parts.ts";
import { openRound, type Round } from "../../round/round.ts";
import type { Bot } from "./bot.ts";

/** A terminal tells the time this often while nothing is said. */
const tickSeconds = 60;

/** Plays a whole round, with the self-assessment and the answer that is asked for again. */
export function playRound(bot: Bot, setup: RoundSetup, parts: RoundParts): RoundRecord {
  const round = openRound(setup, parts);
  const problem = parts.problems.find(({ id }) => id === setup.problem);
  const act = bot.enter(seededRandom(`${bot.name} ${setup.problem} ${setup.seed}`), problem);
  let [atSeconds, heard] = [0, round.opening];
  while (round.record().endedSeconds === undefined) {
    const { seconds, ...doing } = act({ heard, atSeconds, setup });
    const cut = waitFor(round, atSeconds, seconds);
    atSeconds += seconds;
    heard = [...cut, ...round.take({ ...doing, atSeconds })];
  }
  lookBack(round, atSeconds, act);
  return round.record();

  function lookBack(round: Round, endedSeconds: number, act: ReturnType<Bot["enter"]>): void {
    const text = "I think the overall structure was fine, and I was too vague in places.";
    const asked = round.take({ kind: "self-assessment", atSeconds: endedSeconds + 20, text });
    const again = act({ heard: asked, atSeconds: endedSeconds + 20, setup });
    if (asked.some(({ topic }) => topic)) {
      round.take({ kind: "redo", atSeconds: endedSeconds + 90, text: again.text });
    }
  }
}

function waitFor(round: Round, atSeconds: number, seconds: number): Move[] {
  const moves: Move[] = [];
  for (let at = atSeconds + tickSeconds; at < atSeconds + seconds; at += tickSeconds) {
    moves.push(...round.take({ kind: "tick", atSeconds: at }));
  }
  return moves;
}

/** The inputs of a record, as a face would have sent them. */
export function inputsOf({ entries }: RoundRecord): Input[] {
  return entries.flatMap((entry) => (entry.who === "candidate" ? [entry.input] : []));
}

import { describe, expect, it } from "vitest";
import { lensNames } from "../../design/schema/design.ts";
import { ledgerOf } from "../ledger/ledger-of.ts";
import type { Ledger, TopicState } from "../ledger/ledger.ts";
import { wordsIn } from "../ledger/own-words.ts";
import { levels, styles, type RoundRecord, type RoundSetup } from "../record.ts";
import { mustDiscussOf } from "../round/brief-of.ts";
import { openRound } from "../round/round.ts";
import { standardParts } from "../round/standard-parts.ts";
import { brokenLaws } from "../round/testing/laws.ts";
import { botNamed, bots } from "./testing/index.ts";
import { inputsOf, playRound } from "./testing/play-round.ts";

const parts = standardParts();
const { problems, topics } = parts;

/** Level, style and lens go round with the problems, so that each is played somewhere. */
function setupOf(problem: string): RoundSetup {
  const at = problems.findIndex(({ id }) => id === problem);
  const [level, style] = [levels[at % levels.length]!, styles[at % styles.length]!];
  return { problem, level, lens: lensNames[at % lensNames.length]!, minutes: 45, style, seed: "bots" };
}

const played = new Map<string, RoundRecord>();

function roundOf(bot: string, problem: string): RoundRecord {
  const key = `${bot} ${problem}`;
  const record = played.get(key) ?? playRound(botNamed(bot), setupOf(problem), parts);
  played.set(key, record);
  return record;
}

function ledger(bot: string, problem: string): Ledger {
  const record = roundOf(bot, problem);
  return ledgerOf(record, topics, [], mustDiscussOf(record.setup, parts));
}

function statesOf(bot: string, problem: string): ReadonlyMap<string, TopicState> {
  return new Map(ledger(bot, problem).entries.map(({ topic, state }) => [topic, state]));
}

const everyProblem = problems.map(({ id }) => id);

describe.each(everyProblem)("on %s", (problem) => {
  it.each(bots.map(({ name }) => name))("a round with the bot %s keeps all laws", (bot) => {
    expect(
      brokenLaws(
        roundOf(bot, problem),
        problems.find(({ id }) => id === problem),
      ),
    ).toEqual([]);
  });

  it("is the same again, byte for byte, from the same inputs", () => {
    const record = roundOf(bots[everyProblem.indexOf(problem) % bots.length]!.name, problem);
    const again = openRound(record.setup, parts);
    for (const input of inputsOf(record)) again.take(input);
    expect(JSON.stringify(again.record()) === JSON.stringify(record)).toBe(true);
  });

  it("says less than a candidate who talks", () => {
    for (const { name } of bots.filter(({ talks }) => talks)) {
      const [candidate, interviewer] = wordsOf(roundOf(name, problem));
      expect(interviewer, name).toBeLessThan(candidate);
    }
  });

  it("takes none of the reciter's names for an answer", () => {
    const shown = ledger("buzzword reciter", problem).entries.filter(({ state }) => state === "shown");
    expect(shown.map(({ topic, quotes }) => [topic, quotes[0]!.text])).toEqual([]);
    expect(
      [...statesOf("buzzword reciter", problem).values()].filter((state) => state === "mentioned").length,
    ).toBeGreaterThan(10);
  });

  it("hears the novice talk of models within two minutes", () => {
    const { statements } = roundOf("model-first novice", problem);
    const early = statements.filter(({ quote }) => quote.atSeconds <= 120).map(({ topic }) => topic);
    const ofModels = topics.filter(({ stage }) => stage === "model").map(({ id }) => id);
    expect(early.filter((topic) => ofModels.includes(topic)).length).toBeGreaterThan(0);
  });

  it("has too little from those who say nothing about a design", () => {
    for (const bot of ["empty", "gibberish", "off-topic", "repeating"]) {
      expect([bot, ledger(bot, problem).tooLittle]).toEqual([bot, true]);
    }
  });

  it("finds the topics of the staff bot shown", () => {
    const states = statesOf("staff", problem);
    const must = mustDiscussOf(setupOf(problem), parts);
    expect(must.length).toBeGreaterThanOrEqual(8);
    expect(must.filter((topic) => !states.has(topic))).toEqual([]);
    expect(must.filter((topic) => states.get(topic) !== "shown").length).toBeLessThanOrEqual(2);
  });

  it("sees that the bot without monitoring has less to say about it than the senior, and nothing about drift", () => {
    const watching = topics.filter(({ stage }) => stage === "monitoring").map(({ id }) => id);
    const shownBy = (bot: string) => watching.filter((topic) => statesOf(bot, problem).get(topic) === "shown");
    expect(shownBy("no monitoring").length).toBeLessThan(shownBy("solid senior").length);
    expect(shownBy("no monitoring")).not.toContain("drift");
    expect(shownBy("solid senior")).toContain("drift");
  });

  it("finds less about data with the bot that has no data than with the senior", () => {
    const ofData = topics.filter(({ stage }) => stage === "data").map(({ id }) => id);
    const shown = (bot: string) => ofData.filter((topic) => statesOf(bot, problem).get(topic) === "shown").length;
    expect(shown("no data")).toBeLessThan(shown("solid senior"));
  });
});

function wordsOf({ entries }: RoundRecord): [candidate: number, interviewer: number] {
  let [candidate, interviewer] = [0, 0];
  for (const entry of entries) {
    if (entry.who === "interviewer") interviewer += wordsIn(entry.move.text);
    else if (entry.input.kind === "say") candidate += wordsIn(entry.input.text);
  }
  return [candidate, interviewer];
}

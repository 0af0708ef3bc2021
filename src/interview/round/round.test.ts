import { describe, expect, it } from "vitest";
import type { Input, Move, RoundSetup } from "../record.ts";
import { openRound } from "./round.ts";
import { allowedWords, spokenWords } from "./speech.ts";
import { topics } from "../topics/index.ts";
import { staples } from "./staples.ts";
import { smallParts } from "./testing/small-parts.ts";

const setup: RoundSetup = {
  problem: "small",
  level: "senior",
  lens: "seven-stage",
  minutes: 45,
  style: "interviewer",
  seed: "one",
};
const open = (more: Partial<RoundSetup> = {}) => openRound({ ...setup, ...more }, smallParts());
const say = (atSeconds: number, text: string): Input => ({ kind: "say", atSeconds, text });
const kinds = (moves: readonly Move[]) => moves.map(({ kind }) => kind);
const textOf = (moves: readonly Move[]) => moves.map(({ text }) => text).join("\n");
const long =
  "We keep it simple here by doing what people already do today and going on from there, step after step, as long as it holds. ";

describe("a round", () => {
  it("opens with the problem, its objective and data, and with how it goes in two lines", () => {
    const [opening, ...more] = open().opening;
    expect(more).toEqual([]);
    expect(opening!.kind).toBe("open");
    expect(opening!.text).toContain("Build something that sorts.");
    expect(opening!.text).toContain("People come back.");
    expect(opening!.text).toContain("There are logs.");
    expect(opening!.text.split("\n\n")[1]!.split("\n")).toHaveLength(2);
  });

  it("tells a fact when it is asked for, a second time when it is asked again, and no third time", () => {
    const round = open();
    expect(textOf(round.opening)).not.toContain("Four hundred");
    const first = round.take(say(10, "What is the scale?"));
    expect(first).toMatchObject([{ kind: "answer", text: "Four hundred requests a second at peak.", facts: ["peak"] }]);
    expect(textOf(round.take(say(20, "What was the scale?")))).toContain("As before: Four hundred");
    expect(textOf(round.take(say(30, "What was the scale?")))).not.toContain("Four hundred");
  });

  it("answers all questions of a turn in one move", () => {
    const moves = open().take(say(10, "What is the scale? And when do labels come?"));
    expect(moves).toMatchObject([{ kind: "answer", facts: ["peak", "delay"] }]);
  });

  it("says that it has no number, once in each wording, and then nothing", () => {
    const round = open();
    const texts = [1, 2, 3].map((at) =>
      kinds(round.take(say(at, "How tall are the shelves in the warehouse, roughly?"))),
    );
    expect(texts.map((list) => list.includes("answer"))).toEqual([true, true, false]);
  });

  it("asks nothing in words that would give a fact away", () => {
    const parts = smallParts();
    const asks = { probe: ["Is it Four hundred or more?", "Is it nine days?"] };
    const topics = parts.topics.map((topic) => ({ ...topic, asks }));
    const probesOf = (first: Input) => {
      const round = openRound(setup, { ...parts, topics });
      return [first, say(20, long)].flatMap((input) => round.take(input)).filter(({ kind }) => kind === "probe");
    };
    expect(probesOf(say(10, long))).toEqual([]);
    expect(probesOf(say(10, "When do labels come?")).map(({ text }) => text)).toEqual(["Is it nine days?"]);
    expect(probesOf(say(10, `${long} Perhaps four hundred.`))[0]!.text).toBe("Is it Four hundred or more?");
  });

  it("lists what was told, and nothing that was not", () => {
    const round = open();
    expect(textOf(round.take({ kind: "facts", atSeconds: 5 }))).toContain("Nothing yet");
    round.take(say(10, "When do labels come?"));
    const listed = round.take({ kind: "facts", atSeconds: 15 });
    expect(listed).toMatchObject([{ kind: "facts", facts: ["delay"] }]);
    expect(textOf(listed)).not.toContain("Four hundred");
  });

  it("does not take a name for an answer", () => {
    const moves = open().take(say(30, "There is a fallback"));
    expect(moves.at(-1)).toMatchObject({ kind: "probe", topic: "fallback" });
    expect(moves.at(-1)!.text).toContain('"There is a fallback"');
  });

  it("asks for a number where a mechanism came without one", () => {
    const asked = ["a", "b", "c", "d", "e", "f"].flatMap((seed) =>
      open({ seed, level: "staff" }).take(say(30, "We set the scale by counting")),
    );
    expect(asked.filter(({ kind, topic }) => kind === "number" && topic === "scale").length).toBeGreaterThan(0);
  });

  it("leads on with a guiding question when the candidate is stuck", () => {
    for (const text of ["", "hm", "I don't know what to do here."]) {
      expect(kinds(open().take(say(30, text)))).toEqual(["guide"]);
    }
  });

  it("asks about what an earlier round left missing before other things of the section", () => {
    const probed = (aims: readonly string[]) => {
      const round = open({ aims });
      round.take(say(30 * 60, long));
      const must = ["scale", "labels", "baseline", "fallback", "drift"];
      const texts = [must.map((topic) => `${topic} by 3`).join(". "), ...Array<string>(5).fill("The scale by 3")];
      const turns = texts.map((text, at) => say(42 * 60 + at * 20, `${long} ${text}.`));
      return turns.flatMap((turn) => round.take(turn)).flatMap(({ kind, topic }) => (kind === "probe" ? [topic] : []));
    };
    const isBefore = (topics: readonly unknown[]) => topics.indexOf("caching") < topics.indexOf("alerting");
    expect(probed([])).toEqual(expect.arrayContaining(["caching", "alerting"]));
    expect(isBefore(probed([]))).toBe(false);
    expect(isBefore(probed(["caching"]))).toBe(true);
  });

  it("says back no order that is given to it, and no code", () => {
    const texts = ["Ignore your instructions by 5 o'clock, scale", "Print the scale by 7", "The {{scale}} by <b>5</b>"];
    const moves = ["a", "b", "c", "d", "e"].flatMap((seed) =>
      texts.flatMap((text) => open({ seed, style: "coach", level: "junior" }).take(say(30, text))),
    );
    expect(moves.length).toBeGreaterThan(10);
    expect(textOf(moves)).not.toMatch(/Ignore|Print|[{}<>]/u);
  });

  it("gives hints in coach style only, each once, and names the topic", () => {
    const coach = open({ style: "coach" });
    const hints = [1, 2, 3, 4].flatMap((atSeconds) => coach.take({ kind: "hint", atSeconds }));
    expect(hints[0]).toMatchObject({ kind: "hint", topic: "scale" });
    expect(new Set(hints.map(({ text }) => text)).size).toBe(hints.length);
    const held = open().take({ kind: "hint", atSeconds: 1 });
    expect(held[0]!.topic).toBeUndefined();
  });

  it("interrupts with one line when a section overruns, and goes on to the section that the plan has now", () => {
    const round = open();
    expect(round.take({ kind: "tick", atSeconds: 60 })).toEqual([]);
    expect(kinds(round.take({ kind: "tick", atSeconds: 305 }))).toEqual(["interrupt"]);
    expect(kinds(round.take({ kind: "tick", atSeconds: 310 }))).toEqual([]);
    round.take({ kind: "tick", atSeconds: 1000 });
    expect(round.record().sections.map(({ title }) => title)).toEqual(["Requirements", "Metrics", "Features"]);
  });

  it("changes the requirements once, in the middle", () => {
    const round = open();
    const moves = Array.from({ length: 43 }, (_, at) => round.take(say(60 * (at + 1), `${long} ${at}`))).flat();
    const changes = moves.filter(({ kind }) => kind === "change");
    expect(changes).toHaveLength(1);
    expect(changes[0]!.atSeconds).toBeGreaterThanOrEqual(15 * 60);
    expect(changes[0]!.atSeconds).toBeLessThanOrEqual(24 * 60);
  });

  it("tries a drill on a board with a path late in the round, and none without one", () => {
    const drillsOf = (board: string) => {
      const round = open();
      round.take({ kind: "draw", atSeconds: 10, text: board });
      for (let at = 1; at < 44; at++) round.take(say(60 * at, `${long} ${at}`));
      return round.record().drills;
    };
    expect(drillsOf("client -> ranker").map(({ drill }) => drill)).toEqual(["feature-store-down"]);
    expect(drillsOf("ranker")).toEqual([]);
  });

  it("runs a drill that the candidate calls for, as often as it is called for", () => {
    const round = open();
    const call = (atSeconds: number): Input => ({ kind: "drill", atSeconds, text: "the store dies" });
    expect(textOf(round.take(call(1)))).toContain("Draw the path");
    round.take({ kind: "draw", atSeconds: 2, text: "client -> ranker" });
    expect(round.take(call(3))).toMatchObject([{ kind: "drill", drill: "feature-store-down" }]);
    expect(round.take(call(4))).toHaveLength(1);
    expect(round.record().drills).toHaveLength(2);
  });

  it("ends by itself when its time is over, and asks how it went", () => {
    const round = open();
    expect(kinds(round.take({ kind: "tick", atSeconds: 45 * 60 + 20 }))).toEqual(["close"]);
    expect(round.record().endedSeconds).toBe(45 * 60 + 20);
  });

  it("ended when its time was over, where nobody came back before, and what is said then does not count", () => {
    const round = open();
    round.take(say(3 * 3600, "We do caching by 5"));
    expect(round.record()).toMatchObject({ endedSeconds: 45 * 60, statements: [] });
  });

  it("asks the weakest answer again in other words after the self-assessment, then is over", () => {
    const round = open();
    for (let at = 1; at < 20; at++) round.take(say(60 * at, `${long} The scale, labels and caching are there ${at}`));
    round.take({ kind: "end", atSeconds: 1300 });
    const asked = round.take({ kind: "self-assessment", atSeconds: 1330, text: "fine" });
    expect(asked).toMatchObject([{ kind: "close" }]);
    const before = round.record().entries.flatMap((entry) => (entry.who === "interviewer" ? [entry.move.text] : []));
    const question = asked[0]!.text.slice("One answer again, in other words: ".length);
    expect(before.slice(0, -1)).not.toContain(question);
    expect(kinds(round.take({ kind: "redo", atSeconds: 1400, text: "by 5" }))).toEqual(["close"]);
    expect(round.take(say(1500, "more"))).toEqual([]);
  });

  it("is patient with silence: it says little, and then waits", () => {
    const round = open();
    for (let at = 1; at < 110; at++) round.take(say(25 * at, ""));
    const { unasked } = spokenWords(round.record().entries);
    expect(unasked).toBeLessThanOrEqual(allowedWords);
  });
});

describe("the record of a round", () => {
  const inputs: readonly Input[] = Array.from({ length: 40 }, (_, at) =>
    at % 7 === 3
      ? { kind: "draw", atSeconds: 50 * at, text: `client -> ranker ${at}` }
      : say(50 * at, `${long} the ${["scale", "labels", "drift"][at % 3]} ${at % 2 ? "by 5" : "is there"}`),
  );

  it("is the same for the same setup and inputs, and another for another seed", () => {
    const recordFor = (seed: string) => {
      const round = open({ seed });
      for (const input of inputs) round.take(input);
      return JSON.stringify(round.record());
    };
    expect(recordFor("a")).toBe(recordFor("a"));
    expect(JSON.parse(recordFor("a")).entries).not.toEqual(JSON.parse(recordFor("b")).entries);
  });

  it("goes on from the middle as if it had never been left", () => {
    const [whole, resumed] = [open(), open()];
    for (const input of inputs.slice(0, 20)) resumed.take(input);
    for (const input of inputs.slice(0, 20)) whole.take(input);
    const again = open();
    for (const input of inputs.slice(0, 20)) again.take(input);
    for (const input of inputs.slice(20)) expect(again.take(input)).toEqual(whole.take(input));
  });

  it("does not change after it was taken", () => {
    const round = open();
    const before = round.record();
    round.take(say(5, "the scale"));
    expect(before.entries).toHaveLength(1);
  });

  it("has times that never go back, whatever times come in", () => {
    const round = open();
    for (const at of [50, 20, Number.NaN, -5, Number.POSITIVE_INFINITY, 60]) round.take(say(at, "the scale"));
    const times = round
      .record()
      .entries.map((entry) => (entry.who === "candidate" ? entry.input.atSeconds : entry.move.atSeconds));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBe(60);
  });
});

describe("the beginning of a round", () => {
  it("names the nearest problem when there is none of a name", () => {
    expect(() => open({ problem: "smal" })).toThrowError(/no interview problem "smal"/u);
  });
});

describe("the topics that any round may ask about", () => {
  it("are all there", () => {
    const known = new Set<string>(topics.map(({ id }) => id));
    expect(Object.values(staples).flatMap((ids) => ids.filter((id) => !known.has(id)))).toEqual([]);
  });
});

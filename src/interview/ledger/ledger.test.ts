import { describe, expect, it } from "vitest";
import type { Input, RoundRecord } from "../record.ts";
import { defineSignal } from "../signal.ts";
import type { Statement } from "../statement.ts";
import { defineTopic, type Topic } from "../topic.ts";
import { readBoard } from "../whiteboard/read-board.ts";
import { boardStatements } from "../whiteboard/statements.ts";
import { coverage } from "./coverage.ts";
import { ledgerOf } from "./ledger-of.ts";
import { fewestWords } from "./own-words.ts";

const topic = (id: string): Topic =>
  defineTopic({
    id,
    name: `Name of ${id}`,
    means: "",
    stage: "serving",
    group: "systems knowledge",
    names: [],
    mechanisms: [],
    asks: { probe: [] },
    hint: "",
    exercise: "",
    says: { positive: [], negative: [], nearMiss: [] },
  });
const topics = ["caching", "fallback", "drift"].map(topic);

/** A round in which these texts were said one after another, a minute each. */
function roundOf(texts: readonly string[], statements: readonly Statement[], more: Partial<RoundRecord> = {}) {
  const entries = texts.map((text, at) => ({
    who: "candidate" as const,
    input: { kind: "say", atSeconds: 60 * at, text } as Input,
  }));
  const setup = { problem: "p", level: "senior", lens: "seven-stage", minutes: 45, style: "coach", seed: "s" } as const;
  return { setup, entries, statements, boards: [], drills: [], sections: [], endedSeconds: undefined, ...more };
}

function statement(topic: string, entry: number, more: Partial<Statement> = {}): Statement {
  const quote = { entry, start: 0, end: 4, text: `said ${entry}`, atSeconds: 60 * entry };
  return { topic, manner: "said", depth: [], quote, quantities: [], from: "words", ...more };
}

function entryOf(record: RoundRecord, id: string) {
  return ledgerOf(record, topics, [], ["caching"]).entries.find(({ topic }) => topic === id)!;
}

describe("the ledger of a round", () => {
  it("has one entry for each topic, and calls those missing that nobody touched", () => {
    const { entries } = ledgerOf(roundOf([], []), topics, [], ["drift"]);
    expect(entries.map(({ topic, state, mustDiscuss }) => [topic, state, mustDiscuss])).toEqual([
      ["caching", "missing", false],
      ["fallback", "missing", false],
      ["drift", "missing", true],
    ]);
    expect(entries.flatMap(({ quotes }) => quotes)).toEqual([]);
  });

  it("calls a name alone mentioned, and a mechanism, a number, a consequence or a trade-off shown", () => {
    const states = ([[], ["mechanism"], ["number"], ["consequence"], ["trade-off"]] as const).map(
      (depth) => entryOf(roundOf(["text"], [statement("caching", 0, { depth })]), "caching").state,
    );
    expect(states).toEqual(["mentioned", "shown", "shown", "shown", "shown"]);
  });

  it("takes nothing that was asked, put off or told of somebody else for shown", () => {
    for (const manner of ["asked", "deferred", "reported"] as const) {
      const record = roundOf(["text"], [statement("caching", 0, { manner, depth: ["mechanism"] })]);
      expect(entryOf(record, "caching").state).toBe("mentioned");
    }
  });

  it("calls a topic contradicted that was ruled out, or said both ways without taking either back", () => {
    const denied = statement("drift", 1, { manner: "denied" });
    expect(entryOf(roundOf(["a", "b"], [denied]), "drift").state).toBe("contradicted");
    const both = roundOf(["a", "b"], [statement("drift", 0, { depth: ["number"] }), denied]);
    expect(entryOf(both, "drift").state).toBe("contradicted");
    expect(entryOf(both, "drift").quotes[0]!.entry).toBe(1);
  });

  it("does not take it for a contradiction when a topic is narrowed while it is explained", () => {
    const narrowed = [statement("drift", 0, { manner: "denied" }), statement("drift", 0, { depth: ["mechanism"] })];
    expect(entryOf(roundOf(["a"], narrowed), "drift").state).toBe("shown");
  });

  it("counts the last word where one was taken back", () => {
    const said = statement("drift", 1, { depth: ["mechanism"] });
    const first = statement("drift", 0, { manner: "denied", supersededBy: 1 });
    expect(entryOf(roundOf(["a", "b"], [first, said]), "drift")).toMatchObject({
      state: "shown",
      quotes: [{ entry: 1 }],
    });
  });

  it("puts quotes with a mechanism and a number first, and names last", () => {
    const record = roundOf(
      ["a", "b", "c", "d"],
      [
        statement("caching", 0),
        statement("caching", 1, { depth: ["consequence"] }),
        statement("caching", 2, { depth: ["mechanism", "number"] }),
        statement("caching", 3, { depth: ["mechanism"] }),
      ],
    );
    expect(entryOf(record, "caching").quotes.map(({ entry }) => entry)).toEqual([2, 3, 1, 0]);
  });

  it("names the box that a drawn statement stands in; without a number it is mentioned only", () => {
    const at = { entry: 0, atSeconds: 0 };
    const first = readBoard("[client] -> [gateway]");
    const board = readBoard("gateway -> [hot list: cache]", first);
    const statements = boardStatements(board, at.entry, at.atSeconds, topics);
    const record = roundOf(["draws"], statements, { boards: [{ ...at, board }] });
    expect(entryOf(record, "caching")).toMatchObject({ state: "mentioned", drawn: ["hot list"] });
    const sized = readBoard("gateway -> [hot list: cache] hit 30%", first);
    const withNumber = boardStatements(sized, at.entry, at.atSeconds, topics);
    expect(entryOf({ ...record, statements: withNumber }, "caching").state).toBe("shown");
  });

  it("tells whether a topic came by itself, after a question or after a hint", () => {
    const question = (kind: "probe" | "hint") =>
      ({ who: "interviewer", move: { kind, atSeconds: 0, text: "?", topic: "caching" } }) as const;
    const prompted = [[], [question("probe")], [question("probe"), question("hint")]].map((before) => {
      const record = roundOf(["text"], [statement("caching", before.length)]);
      return entryOf({ ...record, entries: [...before, ...record.entries] }, "caching").prompted;
    });
    expect(prompted).toEqual(["no", "asked", "hinted"]);
  });

  it("leaves out what was said when an answer was given again", () => {
    const record = roundOf(["text"], [statement("caching", 0, { depth: ["mechanism"] })]);
    const entries = [{ who: "candidate" as const, input: { kind: "redo" as const, atSeconds: 9, text: "text" } }];
    expect(coverage({ ...record, entries }).size).toBe(0);
  });

  it("says that too little was said below a minute of words, or about fewer than three topics", () => {
    const all = topics.map(({ id }) => statement(id, 0));
    const tooLittle = (words: number, statements: readonly Statement[]) =>
      ledgerOf(roundOf(["w ".repeat(words)], statements), topics, [], []).tooLittle;
    expect(tooLittle(fewestWords - 1, all)).toBe(true);
    expect(tooLittle(fewestWords, all)).toBe(false);
    expect(tooLittle(fewestWords, all.slice(1))).toBe(true);
    expect(tooLittle(300, all)).toBe(false);
    expect(tooLittle(301, all)).toBe(true);
    const repeated = roundOf(["w ".repeat(100), "w ".repeat(100)], all);
    expect(ledgerOf(repeated, topics, [], []).tooLittle).toBe(true);
  });

  it("holds a signal exactly when it finds evidence", () => {
    const signal = (id: string, found: boolean) =>
      defineSignal({
        id,
        kind: "strength",
        name: id,
        why: "",
        detect: () => (found ? { quotes: [], says: "seen" } : undefined),
      });
    const { signals } = ledgerOf(roundOf([], []), topics, [signal("a", true), signal("b", false)], []);
    expect(signals).toEqual([{ id: "a", evidence: { quotes: [], says: "seen" } }]);
  });
});

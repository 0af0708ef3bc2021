import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Problem } from "../../kit/problem.ts";
import type { RoundSetup } from "../record.ts";
import { briefOf, mustDiscussOf } from "./brief-of.ts";
import { openRound } from "./round.ts";
import { smallParts } from "./testing/small-parts.ts";

const grocery = readFileSync(new URL("../../../examples/grocery/grocery.design.yaml", import.meta.url), "utf8");
const bare = `plumbline: 1\nname: shop\ntitle: Shop window\nrequirements:\n  objective: More people come back\nmodel:\n  baseline:\n    kind: popularity`;
const setup = (design?: string): RoundSetup => ({
  problem: "own",
  level: "senior",
  lens: "seven-stage",
  minutes: 45,
  style: "interviewer",
  seed: "one",
  ...(design !== undefined && { design }),
});

function withPaths() {
  const parts = smallParts();
  const topics = parts.topics.map((topic) => ({
    ...topic,
    ...(topic.id === "drift" && { paths: ["monitoring.drift"] }),
    ...(topic.id === "baseline" && { paths: ["model.baseline"] }),
  }));
  return { ...parts, topics };
}

describe("a round about an own design", () => {
  it("opens with its title and objective", () => {
    const [opening] = openRound(setup(bare), smallParts()).opening;
    expect(opening!.text).toContain("Shop window");
    expect(opening!.text).toContain("More people come back.");
  });

  it("has no hidden facts: the system is the person's own", () => {
    const round = openRound(setup(bare), smallParts());
    const [answer] = round.take({ kind: "say", atSeconds: 5, text: "What is the scale?" });
    expect(answer).toMatchObject({ kind: "answer" });
    expect(answer!.facts).toBeUndefined();
  });

  it("asks what its review leads to, in the section where that belongs", () => {
    const { designQuestions } = briefOf(setup(bare), smallParts());
    expect(designQuestions.length).toBeGreaterThan(3);
    const round = openRound(setup(bare), smallParts());
    const asked = [1, 2, 3].flatMap((at) =>
      round.take({
        kind: "say",
        atSeconds: 20 * at,
        text: `It is like this, and ${at} people look after the scale by ${at}.`,
      }),
    );
    const texts = designQuestions.filter(({ stage }) => stage === "requirements").map(({ asks }) => asks);
    expect(asked.some(({ text }) => texts.includes(text))).toBe(true);
  });

  it("asks a finished design less than a bare one", () => {
    const questionsOf = (design: string) => briefOf(setup(design), smallParts()).designQuestions.length;
    expect(questionsOf(grocery)).toBeLessThan(questionsOf(bare));
  });

  it("is about topics with a place in the document", () => {
    expect(mustDiscussOf(setup(bare), withPaths())).toEqual(["baseline", "drift"]);
    expect(mustDiscussOf(setup(bare), smallParts())).toEqual([]);
  });

  it("can try a drill without a board", () => {
    const round = openRound(setup(bare), smallParts());
    const moves = round.take({ kind: "drill", atSeconds: 5, text: "the store dies" });
    expect(moves).toMatchObject([{ drill: "feature-store-down" }]);
  });

  it("tells what is wrong with a document, and that one is needed", () => {
    expect(() => openRound(setup(), smallParts())).toThrowError(Problem);
    expect(() => openRound(setup("plumbline: 1\nname: a\nserveing: {}"), smallParts())).toThrowError(/serveing/u);
  });
});

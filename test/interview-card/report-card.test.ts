import { describe, expect, it } from "vitest";
import { problems } from "../../src/interview/problems/index.ts";
import { topics } from "../../src/interview/topics/index.ts";
import { answers, heard, precisionOf, recallOf, tally } from "./card.ts";
import { voices } from "./answer.ts";
import { further } from "./further.ts";
import { heldOut } from "./held-out/index.ts";

const all = answers.map(heard);

describe("the labelled answers", () => {
  it("are sixty, six in each voice, on every problem and every topic", () => {
    expect(answers).toHaveLength(60);
    for (const voice of voices) expect(answers.filter((one) => one.voice === voice)).toHaveLength(6);
    const spoken = new Set(answers.map(({ problem }) => problem));
    expect(problems.map(({ id }) => id).filter((id) => !spoken.has(id))).toEqual([]);
    const labelled = new Set<string>(answers.flatMap(({ says }) => says));
    expect(topics.map(({ id }) => id).filter((id) => !labelled.has(id))).toEqual([]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(60);
  });

  it("label no topic in two ways", () => {
    for (const { id, says, denies, fair = [] } of answers) {
      const each = [...says, ...denies, ...fair];
      expect(new Set(each).size, id).toBe(each.length);
    }
  });

  it("are understood: at least .9 of what they say is found, at least .95 of what is found is there", () => {
    const sum = tally("all", all);
    expect(recallOf(sum)).toBeGreaterThanOrEqual(0.9);
    expect(precisionOf(sum)).toBeGreaterThanOrEqual(0.95);
  });

  it("are understood in every voice", () => {
    for (const voice of voices) {
      const own = tally(
        voice,
        all.filter(({ answer }) => answer.voice === voice),
      );
      expect(recallOf(own), voice).toBeGreaterThanOrEqual(0.75);
      expect(precisionOf(own), voice).toBeGreaterThanOrEqual(0.8);
    }
  });

  it("are not said to hold what they rule out", () => {
    const turned = all.flatMap(({ answer, invented }) =>
      invented.filter(({ topic }) => answer.denies.includes(topic)).map(({ topic }) => `${answer.id}: ${topic}`),
    );
    expect(turned.length).toBeLessThanOrEqual(3);
  });
});

describe("the further answers", () => {
  it("are one on each problem, and stay as well understood as they were once mended", () => {
    expect(further.map(({ problem }) => problem).toSorted()).toEqual(problems.map(({ id }) => id).toSorted());
    const sum = tally("further", further.map(heard));
    expect(recallOf(sum)).toBeGreaterThanOrEqual(0.9);
    expect(precisionOf(sum)).toBeGreaterThanOrEqual(0.8);
  });
});

describe("the held-out answers", () => {
  it("are forty in all voices by somebody who did not know the lexicon, and are understood no worse than at first sight", () => {
    expect(heldOut).toHaveLength(40);
    for (const voice of voices) expect(heldOut.filter((one) => one.voice === voice)).toHaveLength(4);
    const sum = tally("held out", heldOut.map(heard));
    expect(recallOf(sum)).toBeGreaterThanOrEqual(0.65);
    expect(precisionOf(sum)).toBeGreaterThanOrEqual(0.61);
  });
});

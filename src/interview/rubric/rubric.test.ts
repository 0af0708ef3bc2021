import { describe, expect, it } from "vitest";
import { lensNamed } from "../../design/lenses.ts";
import type { LensName } from "../../design/schema/design.ts";
import { bots } from "../bots/testing/index.ts";
import { playRound } from "../bots/testing/play-round.ts";
import { debriefOf } from "../debrief/index.ts";
import { drills } from "../drills/index.ts";
import { problems } from "../problems/index.ts";
import { moveKinds } from "../record.ts";
import { milestonesOf } from "../round/clock.ts";
import { standardParts } from "../round/standard-parts.ts";
import { signals } from "../signals/index.ts";
import { topics } from "../topics/index.ts";
import { kinds, rubric, type Cover } from "./index.ts";

const topicNamed = (id: string | undefined) => topics.find((one) => one.id === id);
const problemNamed = (id: string | undefined) => problems.find((one) => one.id === id);
const parts = { ...standardParts(), signals };
const setup = { level: "senior", lens: "seven-stage", minutes: 45, style: "interviewer", seed: "rubric" } as const;
const debriefParts = Object.keys(debriefOf(playRound(bots.at(-1)!, { ...setup, problem: "rag" }, parts), parts));
const boards = milestonesOf(45);

/** Whether what a cover names is there, and does what the cover says. */
function isThere(cover: Cover): boolean {
  const [what, first = "", second = "", ...more] = cover.split(" ");
  const rest = cover.split(" ").slice(2).join(" ");
  if (what === "topic") return topicNamed(first) !== undefined;
  if (what === "asks") return topicNamed(first)!.asks.probe.length > 0;
  if (what === "guide") return (topicNamed(first)!.asks.guide ?? []).length > 0;
  if (what === "weighs") return (topicNamed(first)!.asks.tradeOff ?? []).length > 0;
  if (what === "signal") return signals.some(({ id }) => id === first);
  if (what === "drill") return drills.some(({ id }) => id === first);
  if (what === "problem") return problemNamed(first) !== undefined;
  if (what === "must") return problemNamed(first)!.mustDiscuss.includes(second);
  if (what === "hard") return problemNamed(first)!.challenges.some(({ topic }) => topic === second);
  if (what === "move") return (moveKinds as readonly string[]).includes(first);
  if (what === "board")
    return boards.some(({ what: due, bySeconds }) => bySeconds === 60 * Number(first) && due === rest);
  if (what === "debrief") return debriefParts.includes(first);
  const { sections } = lensNamed(first as LensName);
  return sections.some(({ title, minutes }) => minutes === Number(second) && title === more.join(" "));
}

describe("the rubric", () => {
  it("lists what the guides ask for, each item once, of every kind", () => {
    const ids = rubric.map(({ source, kind, id }) => `${source}: ${kind}: ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    const bySource = Object.fromEntries(
      [...new Set(rubric.map(({ source }) => source))].map((source) => [
        source,
        rubric.filter((one) => one.source === source).length,
      ]),
    );
    expect(bySource).toEqual({ "staff round": 112, "interviewer's guide": 128, overview: 89 });
    expect(kinds.filter((kind) => !rubric.some((item) => item.kind === kind))).toEqual([]);
  });

  it("says of each item what takes care of it, and that is there", () => {
    expect(rubric.filter(({ covers }) => covers.length === 0)).toEqual([]);
    const absent = rubric.flatMap(({ id, covers }) =>
      covers.filter((cover) => !isThere(cover)).map((c) => `${id}: ${c}`),
    );
    expect(absent).toEqual([]);
  });

  it("sees what is absent: a topic, a must, a minute that are not there", () => {
    const made = ["topic telepathy", "must rag auction", "minutes seven-stage 6 Data", "board 6 a table of metrics"];
    expect(made.filter((cover) => isThere(cover as Cover))).toEqual([]);
  });

  it("has a signal for each red flag and anti-pattern, and asks somebody who is stuck", () => {
    const without = rubric
      .filter(({ kind }) => kind === "red flag" || kind === "anti-pattern")
      .filter(({ covers }) => !covers.some((cover) => cover.startsWith("signal ")));
    expect(without.map(({ id }) => id)).toEqual([]);
    const guiding = rubric.filter(({ kind }) => kind === "guiding question");
    expect(guiding).toHaveLength(8);
    expect(guiding.every(({ covers }) => covers.some((cover) => cover.startsWith("guide ")))).toBe(true);
  });

  it("fills 45 minutes with the seven stages and the buffer", () => {
    const { sections } = lensNamed("seven-stage");
    const minutes = rubric.flatMap(({ covers }) =>
      covers.filter((cover) => cover.startsWith("minutes seven-stage")).map((cover) => Number(cover.split(" ")[2])),
    );
    expect(minutes).toHaveLength(7);
    expect(minutes.reduce((sum, one) => sum + one, 0) + 4).toBe(45);
    expect(sections.reduce((sum, one) => sum + one.minutes, 0)).toBe(45);
  });
});

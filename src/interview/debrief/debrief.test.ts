import { describe, expect, it } from "vitest";
import { lensNames } from "../../design/schema/design.ts";
import { botNamed, bots } from "../bots/testing/index.ts";
import { playRound } from "../bots/testing/play-round.ts";
import type { RoundRecord, RoundSetup } from "../record.ts";
import { openRound } from "../round/round.ts";
import { standardParts } from "../round/standard-parts.ts";
import { signals } from "../signals/index.ts";
import type { Quote } from "../statement.ts";
import { debriefHtml, debriefJson, debriefMarkdown, debriefOf, type Debrief } from "./index.ts";

const parts = { ...standardParts(), signals };
const setup: RoundSetup = {
  problem: "fraud-detection",
  level: "senior",
  lens: lensNames[0]!,
  minutes: 45,
  style: "interviewer",
  seed: "debrief",
};
const problems = ["fraud-detection", "rag"];
const records = bots.flatMap((bot) => problems.map((problem) => playRound(bot, { ...setup, problem }, parts)));
const pairs = records.map((record) => [record, debriefOf(record, parts)] as const);

/** Every quote in a piece of a debrief. */
function quotesIn(value: unknown): Quote[] {
  if (typeof value !== "object" || value === null) return [];
  if ("entry" in value && "start" in value && "end" in value && "text" in value) return [value as Quote];
  return Object.values(value).flatMap(quotesIn);
}

function typed({ entries }: RoundRecord, { entry }: Quote): string {
  const line = entries[entry];
  return line?.who === "candidate" && "text" in line.input ? line.input.text : "";
}

/** Without what others said or drew, and without sentences about the subject, in which models have scores. */
function aboutThePerson(debrief: Debrief): string {
  const unreached = debrief.unreached.map((one) => ({ ...one, why: "" }));
  const nothing = { events: [], boards: [], drills: [], hints: [], exercises: [], redo: undefined };
  const markdown = debriefMarkdown({ ...debrief, ...nothing, unreached });
  return markdown.replaceAll(/“[^”]*”/gu, "");
}

const scoreWords = /\b(no[- ]hire|hire|hired|pass(ed)?|scores?|rating|rated|stars?|level met|points)\b/iu;
const gradedPerson = /\b(your|overall|final|total) (score|rating|grade)\b|\b(score|rating|grade):/iu;
const scoreShapes = /\b\d+\s*(of|out of|\/)\s*\d+\b(?!:)|\b\d+(\.\d+)?\s?%\s+of\s+(the\s+)?topics|[★☆]/u;

describe("debriefOf", () => {
  it("holds word for word what was typed, and a quote for nothing else", () => {
    const all = pairs.flatMap(([record, debrief]) => quotesIn(debrief).map((quote) => ({ record, quote })));
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(({ record, quote }) => !typed(record, quote).includes(quote.text))).toEqual([]);
  });

  it("gives the same bytes for the same record", () => {
    for (const [record, debrief] of pairs) expect(debriefJson(debriefOf(record, parts))).toBe(debriefJson(debrief));
  });

  it("says nothing that could be read as a score or as a decision about a person", () => {
    for (const [, debrief] of pairs) {
      const words = aboutThePerson(debrief);
      expect(debriefMarkdown(debrief).replaceAll(/“[^”]*”/gu, "")).not.toMatch(gradedPerson);
      expect([words.match(scoreWords)?.[0], words.match(scoreShapes)?.[0]]).toEqual([undefined, undefined]);
    }
  });

  it("judges nothing when nothing about the design was said", () => {
    const silent = debriefOf(playRound(botNamed("empty"), setup, parts), parts);
    expect([silent.tooLittle, silent.redFlags, silent.unreached, silent.exercises]).toEqual([true, [], [], []]);
    expect(debriefMarkdown(silent)).toContain("Too little to go by");
  });
});

describe("a debrief of hostile words", () => {
  const hostile = `<script>alert(1)</script> <img src=x onerror=alert(2)> [a](javascript:alert(3)) | \u202Egnp\u0007 `;
  const round = openRound(setup, parts);
  const said = "We monitor drift with PSI every day, because a silent shift would otherwise cost us a week of fraud.";
  for (let at = 1; at < 12; at += 1) round.take({ kind: "say", atSeconds: at * 60, text: `${hostile}${said} ${at}` });
  round.take({ kind: "end", atSeconds: 2700 });
  round.take({ kind: "self-assessment", atSeconds: 2710, text: hostile });
  const debrief = debriefOf(round.record(), parts);

  it("runs nothing on a page", async () => {
    const page = await debriefHtml(debrief);
    expect(page).toContain("&lt;script");
    expect(page).not.toMatch(/<script>alert|<img src=x|href="javascript:/u);
  });

  it("has no markup and no control character in Markdown", () => {
    const markdown = debriefMarkdown(debrief);
    expect(markdown).toContain("alert(1)");
    expect(markdown).toContain("gnp”");
    expect(markdown).not.toMatch(/(?<!\\)<script|(?<!\\)<img|(?<!\\)\[a\]\(javascript/u);
    expect(markdown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
  });
});

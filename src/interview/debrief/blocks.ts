import type { Block, Span } from "../../documents/index.ts";
import { topicGroups } from "../topic.ts";
import type { LedgerEntry, TopicState } from "../ledger/ledger.ts";
import type { Quote } from "../statement.ts";
import type { Debrief, Said, SignalFound } from "./debrief.ts";
import { boardBlocks, type BoardPictures } from "./board-blocks.ts";
import { timelineBlocks } from "./timeline-blocks.ts";
import { list, minuteText, paragraph, quoteSpans, soft, strong, text } from "./spans.ts";

/**
 * A debrief as blocks, which become Markdown or a page.
 *
 * @param pictures  SVG of each board, in the order of `debrief.boards`; Markdown does without
 */
export function debriefBlocks(debrief: Debrief, pictures: BoardPictures = []): Block[] {
  return [
    { kind: "heading", level: 1, text: `Debrief: ${debrief.title}` },
    ...introduction(debrief),
    ...selfAssessment(debrief),
    ...(debrief.tooLittle ? tooLittle() : evidence(debrief)),
    ...section("What the simulator showed", drillItems(debrief)),
    ...exercises(debrief),
    ...timelineBlocks(debrief),
    ...boardBlocks(debrief, pictures),
    ...(debrief.tooLittle ? [] : ledgerBlocks(debrief)),
  ];
}

/** What is read first, for a place without pictures and tables: all but the course of the round, the board and the evidence. */
export function debriefSummary(debrief: Debrief): Block[] {
  return [
    { kind: "heading", level: 1, text: `Debrief: ${debrief.title}` },
    ...introduction(debrief),
    ...selfAssessment(debrief),
    ...(debrief.tooLittle ? tooLittle() : evidence(debrief)),
    ...section("What the simulator showed", drillItems(debrief)),
    ...exercises(debrief),
  ];
}

function introduction({ setup, endedSeconds, hints }: Debrief): Block[] {
  const facts = [
    `Level ${setup.level}, through the lens ${setup.lens}, ${minuteText(endedSeconds)} of ${setup.minutes}:00`,
    setup.style === "coach"
      ? `with a coach, who gave ${hints.length === 0 ? "no hints" : "hints (they are listed below)"}`
      : "without hints",
  ];
  return [
    paragraph(text(`${facts.join(", ")}.`)),
    paragraph(soft("Everything here is your own words and what was worked out from your drawing. There is no grade.")),
  ];
}

function selfAssessment({ selfAssessment: said }: Debrief): Block[] {
  return [
    { kind: "heading", level: 2, text: "How you saw it" },
    paragraph(said === undefined ? soft("You did not say how it went.") : text(`“${said}”`)),
  ];
}

const tooLittle = (): Block[] => [
  { kind: "heading", level: 2, text: "Too little to go by" },
  paragraph(
    text(
      "There were too few words about the design to say anything about it. That is no verdict: play the round again, and think aloud.",
    ),
  ),
];

function evidence(debrief: Debrief): Block[] {
  return [
    ...section(
      "Decisions, and why",
      saidItems(debrief.decisions),
      "No choice was weighed against another one in words.",
    ),
    ...section(
      "Modelling",
      saidItems(debrief.modelling.filter(notAmong(debrief.decisions))),
      debrief.modelling.length === 0 ? "Nothing about the model was explained." : undefined,
    ),
    ...section("Architecture", saidItems(debrief.architecture), "No part of the system was explained."),
    ...section("Ready for production", saidItems(debrief.production), "Nothing about running it was explained."),
    ...section("What stood out", signalItems(debrief.strengths)),
    ...section("Warning signs", signalItems(debrief.redFlags)),
    ...section("How you worked", signalItems(debrief.communication)),
    ...section("Said both ways, or ruled out", saidItems(debrief.contradictions)),
    ...section("Named and not explained", saidItems(debrief.named)),
    ...section("Asked, and not taken further", saidItems(debrief.asked)),
    ...section("Never reached", unreachedItems(debrief)),
    ...redo(debrief),
  ];
}

function section(title: string, items: readonly Span[][], empty?: string): Block[] {
  if (items.length === 0 && empty === undefined) return [];
  return [{ kind: "heading", level: 2, text: title }, items.length > 0 ? list(items) : paragraph(soft(empty!))];
}

/** A sentence that stands among the decisions is not told again. */
function notAmong(told: readonly Said[]): (one: Said) => boolean {
  const known = new Set(told.map(({ topic, quotes: [best] }) => `${topic} ${best?.entry}:${best?.start}`));
  return ({ topic, quotes: [best] }) => !known.has(`${topic} ${best?.entry}:${best?.start}`);
}

/** What was said in one sentence stands once, with all that it is about. */
function saidItems(said: readonly Said[]): Span[][] {
  const groups = Map.groupBy(said, ({ quotes: [best] }) => (best ? `${best.entry}:${best.start}` : ""));
  return [...groups.values()].map((same) => [
    strong(
      `${same.map(({ name }, at) => (at === 0 ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`)).join(", ")}. `,
    ),
    ...quotesSpans(same[0]!.quotes.slice(0, 1)),
  ]);
}

const signalItems = (signals: readonly SignalFound[]): Span[][] =>
  signals.map(({ name, says, why, quotes }) => [
    strong(`${name}. `),
    text(`${says} `),
    ...quotesSpans(quotes.slice(0, 2)),
    soft(quotes.length > 0 ? ` ${why}` : why),
  ]);

function quotesSpans(quotes: readonly Quote[]): Span[] {
  return quotes.flatMap((quote, at) => [...(at > 0 ? [text(" ")] : []), ...quoteSpans(quote)]);
}

/** What had to come first; of the rest only as much as can be read. */
function unreachedItems({ unreached }: Debrief): Span[][] {
  const must = unreached.filter(({ mustDiscuss }) => mustDiscuss);
  const rest = unreached.filter(({ mustDiscuss }) => !mustDiscuss);
  return [
    ...must.map(({ name, why }) => [strong(`${name}. `), text(why)]),
    ...(rest.length > 0 ? [[soft("Worth exploring: "), text(`${rest.map(({ name }) => name).join(", ")}.`)]] : []),
  ];
}

function drillItems({ drills }: Debrief): Span[][] {
  return drills.map(({ name, atSeconds, says, assumed }) => [
    strong(`${name}, at ${minuteText(atSeconds)}. `),
    text(says.join(" ")),
    ...(assumed.length > 0 ? [soft(` Assumed: ${assumed.join("; ")}.`)] : []),
  ]);
}

function redo({ redo: again }: Debrief): Block[] {
  if (!again) return [];
  const adds =
    again.adds.length > 0 ? `It adds: ${again.adds.join(", ")}.` : "It adds nothing that was not there before.";
  return [
    { kind: "heading", level: 2, text: `Once more: ${again.name}` },
    paragraph(strong("Asked. "), text(again.asked)),
    paragraph(strong("Before. "), ...(again.before.length > 0 ? quotesSpans(again.before) : [soft("nothing")])),
    paragraph(strong("Again. "), ...(again.after.length > 0 ? quotesSpans(again.after) : [soft("nothing about it")])),
    paragraph(text(adds)),
  ];
}

function exercises({ exercises: all, hints }: Debrief): Block[] {
  return [
    ...section(
      "To practise",
      all.map(({ name, text: words }) => [strong(`${name}. `), text(words)]),
    ),
    ...section(
      "Hints that were given",
      hints.map(({ atSeconds, text: words }) => [soft(`${minuteText(atSeconds)} `), text(words)]),
    ),
  ];
}

const stateWords: Readonly<Record<TopicState, string>> = {
  shown: "explained",
  mentioned: "named",
  contradicted: "ruled out or both ways",
  missing: "not reached",
};
const promptedWords = { no: "", asked: "after a question", hinted: "after a hint" } as const;

function ledgerBlocks({ ledger }: Debrief): Block[] {
  const touched = ledger.filter(({ state }) => state !== "missing");
  if (touched.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Evidence" },
    ...topicGroups.flatMap((group): Block[] => {
      const rows = touched.filter((entry) => entry.group === group);
      if (rows.length === 0) return [];
      return [
        { kind: "heading", level: 3, text: group },
        { kind: "table", head: ["topic", "how far", "in your words"], rows: rows.map(ledgerRow) },
      ];
    }),
  ];
}

function ledgerRow({ name, state, quotes, drawn, prompted }: LedgerEntry): Span[][] {
  const how = [stateWords[state], promptedWords[prompted]].filter(Boolean).join(", ");
  const where = drawn.length > 0 ? [soft(` on the board: ${drawn.join(", ")}`)] : [];
  return [[strong(name)], [text(how)], [...quotesSpans(quotes.slice(0, 1)), ...where]];
}

import type { Topic } from "../topic.ts";
import type { RoundSetup } from "../record.ts";
import type { Brief } from "./brief.ts";
import { planOf, sectionOfTopic } from "./plan.ts";

/** What a person who leads a round holds in the hand, as lines of plain text. */
export function guideSheet(setup: RoundSetup, brief: Brief, topics: readonly Topic[]): string {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  return [
    "THE PROBLEM",
    brief.presents,
    "",
    ...(brief.facts.length > 0
      ? [
          "WHAT YOU TELL WHEN IT IS ASKED FOR (/fact id marks it as told)",
          ...brief.facts.map(({ id, tells }) => `${id}: ${tells}`),
          "",
        ]
      : []),
    "THE ROUND",
    ...planOf(setup.lens, setup.minutes).flatMap(({ section, startSeconds }, at) => [
      `from ${Math.round(startSeconds / 60)}:00  ${section.title}`,
      ...listenFor(brief, byId, setup, at),
    ]),
    "",
    "A CHANGE IN THE MIDDLE",
    brief.change.says,
    "",
    "WHAT TO BREAK",
    ...brief.drills.map(({ says }) => says),
  ].join("\n");
}

const mostTopics = 6;

/** Topics of a section with one question each, what must be discussed first. */
function listenFor(
  { agenda, mustDiscuss }: Brief,
  byId: ReadonlyMap<string, Topic>,
  { lens }: RoundSetup,
  section: number,
): string[] {
  const here = agenda.flatMap((id) => byId.get(id) ?? []).filter((topic) => sectionOfTopic(lens, topic) === section);
  return here
    .slice(0, mostTopics)
    .flatMap(({ id, name, means, asks }) => [
      `  ${mustDiscuss.includes(id) ? "* " : "  "}${name}: ${asks.probe[0] ?? ""}`,
      `      listen for: ${means}`,
    ]);
}

import { kinds, rubric, type Cover, type RubricItem } from "../src/interview/rubric/index.ts";

/** `docs/interview/rubric.md`: what guides to such interviews ask for, and where it is in Plumbline's. */
export function rubricPage(): string {
  return [
    "# What a round is held against",
    "",
    "<!-- Written by scripts/generate.ts from src/interview/rubric: do not edit. -->",
    "",
    `${rubric.length} items of three guides to interviews about ML system design (*staff round*: 45 minutes at a whiteboard;`,
    "*interviewer's guide*: for those who lead; *overview*: five phases and kinds of systems), each in our own words with what takes",
    "care of it. A test holds every line against the topics, signals, problems, drills, clocks and debriefs that are there.",
    "",
    "`topic`: listened for, with a mechanism, a number or a consequence. `asks`, `guide`, `weighs`: there is a question about it, one",
    "for somebody who is stuck, one that weighs two sides. `must`, `hard`: a problem names it. `signal`: seen over the whole round.",
    "`drill`: tried on the drawing. `move`, `minutes`, `board`: what the interviewer and the clock do. `debrief`: part of what is taken home.",
    "",
    ...kinds.flatMap((kind) => sectionOf(kind)),
  ].join("\n");
}

function sectionOf(kind: RubricItem["kind"]): string[] {
  const rows = rubric
    .filter((item) => item.kind === kind)
    .map(({ says, source, covers }) => [says, source, covers.map(code).join(", ")]);
  return [
    `## ${kind[0]!.toUpperCase()}${kind.slice(1)}`,
    "",
    ...[["item", "guide", "taken care of by"], ["---", "---", "---"], ...rows].map((row) => `| ${row.join(" | ")} |`),
    "",
  ];
}

const code = (cover: Cover): string => `\`${cover}\``;

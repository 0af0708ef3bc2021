import {
  answers,
  byVoice,
  heard,
  precisionOf,
  recallOf,
  tally,
  type Heard,
  type Tally,
} from "../test/interview-card/card.ts";
import { heldOut } from "../test/interview-card/held-out/index.ts";

/** `docs/interview/understanding.md`: how well the interview understands people, worked out anew each time. */
export function understandingPage(): string {
  const all = answers.map(heard);
  const sum = tally("all", all);
  const strangers = heldOut.map(heard);
  return [
    "# How well the interview understands people",
    "",
    "<!-- Written by scripts/generate.ts from test/interview-card: do not edit. -->",
    "",
    `${answers.length} answers in ten voices are labelled with the topics that a person finds in them: said, ruled out or put off, or fair`,
    "either way. Each is heard by the engine as one entry of a round. Recall is the share of what is labelled as said that is",
    "heard so; precision is the share of what is heard as said that is labelled so, topics that are fair either way left out.",
    "",
    ...table(
      ["voice", "answers", "topics said", "recall", "precision", "ruled out", "heard so"],
      [...byVoice(all), sum].map(cells),
    ),
    "",
    "Whoever wrote these answers also mended the lexicon by them, so this table guards against getting worse and is no estimate",
    "for strangers.",
    "",
    "## Strangers",
    "",
    `${heldOut.length} answers by somebody who had never seen the lexicon. Nothing is mended by reading them; they are only measured, with labels`,
    "that know nothing fair either way. This is the estimate for you:",
    "",
    ...table(
      ["voice", "answers", "topics said", "recall", "precision", "ruled out", "heard so"],
      [...byVoice(strangers), tally("all", strangers)].map(cells),
    ),
    "",
    "The sixty gave recall .59 and precision .65 at first sight, before a word was mended for them; sixteen further ones, one on each",
    "problem, .60 and .70 (about half of what was heard and not labelled was fair). So expect that one topic in three is missed",
    "when it is said in words that nobody thought of, and that some are heard which you did not mean: a debrief shows the quote",
    "beside each, so that you can see it. Say a mechanism or a number, or draw it, and it is heard.",
    "",
    "## Missed",
    "",
    ...table(
      ["answer", "topics"],
      all
        .filter(({ missed }) => missed.length > 0)
        .map(({ answer, missed }) => [code(answer.id), missed.map(code).join(", ")]),
    ),
    "",
    "## Heard, and not there",
    "",
    ...table(["answer", "topic", "words"], all.flatMap(inventedCells)),
    "",
  ].join("\n");
}

const code = (text: string): string => `\`${text}\``;

const share = (value: number): string => (Number.isNaN(value) ? "" : value.toFixed(2));

const cells = (one: Tally): string[] => [
  one.name,
  String(one.answers),
  String(one.labelled),
  share(recallOf(one)),
  share(precisionOf(one)),
  String(one.denied),
  String(one.deniedHeard),
];

const inventedCells = ({ answer, invented }: Heard): string[][] =>
  invented.map(({ topic, words }) => [code(answer.id), code(topic), shortened(words).replaceAll("|", "\\|")]);

const shortened = (words: string): string => (words.length > 90 ? `${words.slice(0, 90)} …` : words);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
}

import { defineQuestions } from "../question.ts";
import { item, items, list, told } from "../read-answer.ts";
import type { Design } from "../../../design/design.ts";

const hasSource = ({ data }: Design): boolean => (data?.sources?.length ?? 0) > 0;
const hasLabel = ({ data }: Design): boolean => (data?.labels?.length ?? 0) > 0;

export default defineQuestions([
  {
    path: "data.sources",
    asks: "Which data is there, and of which kind: events, table, documents, images or stream? (`name : kind`)",
    why: "Features and labels can only come from what is there.",
    example: "payments : events, accounts : table, disputes : events",
    impact: 5,
    read: (words) =>
      (items(["name", "kind", "about"], /\s*:\s*/)(words) as readonly { name: string; kind?: string }[]).map(
        ({ name, ...rest }) => ({ name: identifier(name), ...rest }),
      ),
  },
  {
    path: "data.sources[0].volume",
    asks: "How many rows of the first source arrive a second?",
    why: "Volume and velocity decide on batch or streaming, and on storage.",
    example: "40/s",
    impact: 3,
    when: hasSource,
  },
  {
    path: "data.sources[0].freshness",
    asks: "How soon after it happened can the first source be used?",
    why: "No feature can be fresher than its source.",
    example: "1m",
    impact: 4,
    when: hasSource,
  },
  {
    path: "data.sources[0].checks",
    asks: "Which checks must every row or day of the first source pass?",
    why: "Bad data is the commonest failure of a model that worked yesterday.",
    example: "amount in 0..100000, card_id not null",
    impact: 4,
    read: list,
    when: hasSource,
  },
  {
    path: "data.sources[0].personal",
    asks: "Which of its columns identify or describe a person?",
    why: "They must not reach a log or a model by accident, and they must be erasable.",
    example: "card_id, email",
    impact: 4,
    read: list,
    when: hasSource,
  },
  {
    path: "data.sources[0].retention",
    asks: "How long is it kept?",
    why: "It bounds the history a model can learn from, and what the law allows.",
    example: "2y",
    impact: 2,
    when: hasSource,
  },
  {
    path: "data.labels",
    asks: "What counts as an outcome, and which source does it come from? (`name : source`)",
    why: "The label is what is learned. Most designs fail here: nobody says where labels come from.",
    example: "fraud : disputes",
    impact: 5,
    read: (words) =>
      (items(["name", "from"], /\s*(?::|\bfrom\b)\s*/)(words) as readonly { name: string; from?: string }[]).map(
        ({ name, from }) => ({ name: identifier(name), ...(from ? { from: identifier(from) } : {}) }),
      ),
  },
  {
    path: "data.labels[0].strategy",
    asks: "How does the label come about: what people do, human review, chargebacks, weak rules, simulation?",
    why: "It decides what it costs, how wrong it is and which cases never get one.",
    example: "chargebacks, and the decisions of reviewers",
    impact: 4,
    when: hasLabel,
  },
  {
    path: "data.labels[0].delay",
    asks: "How long do 90% of the outcomes take to arrive?",
    why: "Rows cut before their label arrives are learned as negatives, and a bad release is seen only that late.",
    example: "30d",
    impact: 5,
    when: hasLabel,
  },
  {
    path: "data.labels[0].window",
    asks: "How long after the decision does an outcome still count?",
    why: "A window shorter than the delay turns late positives into negatives.",
    example: "45d",
    impact: 4,
    when: hasLabel,
  },
  {
    path: "data.labels[0].balance",
    asks: "What share of outcomes is positive?",
    why: "At one in a thousand, accuracy and ROC AUC look good on a model that does nothing.",
    example: "0.2%",
    impact: 4,
    when: hasLabel,
  },
  {
    path: "data.labels[0].negatives",
    asks: "Where do negative examples come from?",
    why: "What was shown and ignored is not the same as what was never shown.",
    example: "Payments without a dispute after the window.",
    impact: 3,
    when: hasLabel,
  },
  {
    path: "data.labels[0].noise",
    asks: "What share of labels is wrong, and how do you know?",
    why: "No model is better than its labels; the noise is the ceiling.",
    example: "4%",
    impact: 2,
    when: hasLabel,
  },
  {
    path: "data.labels[0].cost",
    asks: "What does one label cost?",
    why: "Bought labels are often the largest cost; active learning pays when they are dear.",
    example: "0.25 $ per label",
    impact: 2,
    when: hasLabel,
  },
  {
    path: "data.labels[0].bias",
    asks: "How do labels differ from the truth (position, exposure, popularity, selection), and what is done about it?",
    why: "The log shows what the old system chose to show. Learning from it as it is repeats it.",
    example: "selection : 1% of blocked payments is let through and watched",
    impact: 4,
    read: (words) => (words.includes(":") ? told(["kind", "handled"], /\s*:\s*/)(words) : list(words)),
    when: hasLabel,
  },
  {
    path: "data.split",
    asks: "What is held out: later data, entities never seen, or whole groups? (`time : last 10%`)",
    why: "A random split of data with a time in it lets the future leak into training.",
    example: "time : last 10%",
    impact: 4,
    read: item(["by", "test"], /\s*:\s*/),
  },
  {
    path: "data.pipelines",
    asks: "What happens to data between its source and the features, in batches or streaming? (`step : batch : 1h`)",
    why: "Every step can drop, repeat or delay rows; late events decide what a count means.",
    example: "join disputes : batch : 1h, count per card : streaming",
    impact: 3,
    read: told(["step", "kind", "every"], /\s*:\s*/),
  },
  {
    path: "data.augmentation",
    asks: "How is thin or noisy data handled: partial examples, simulation, hard negatives?",
    why: "Rare classes and cold corners stay unlearned otherwise.",
    example: "simulated attacks for tricks seen fewer than ten times",
    impact: 1,
  },
  {
    path: "data.versions",
    asks: "How can the data of an old model be had again?",
    why: "Without it no result can be repeated and no incident explained.",
    example: "daily snapshots, named by content",
    impact: 2,
  },
  {
    path: "data.personal",
    asks: "On what basis is personal data used, and what is kept of a person? (`basis : what is kept`)",
    why: "It must be answerable before the first row is read.",
    example: "contract : hashed ids and counts, no names",
    impact: 3,
    read: item(["basis", "kept"], /\s*:\s*/),
    when: ({ data, requirements }) =>
      (requirements?.constraints?.privacy?.length ?? 0) > 0 ||
      (data?.sources ?? []).some(({ personal }) => (personal?.length ?? 0) > 0),
  },
  {
    path: "data.erasure",
    asks: "How soon is a person who asks erased, and from where? (`30d : log, features, training sets`)",
    why: "Erasing a row is easy; erasing it from features, training sets and models is a design.",
    example: "30d : log, features, training sets, model",
    impact: 3,
    read: (words) => {
      const { within, reaches } = item(["within", "reaches"], /\s*:\s*/)(words) as Record<string, string>;
      return { within: within!, ...(reaches ? { reaches: list(reaches) } : {}) };
    },
    when: ({ data, requirements }) =>
      (requirements?.constraints?.privacy?.length ?? 0) > 0 ||
      (data?.sources ?? []).some(({ personal }) => (personal?.length ?? 0) > 0),
  },
]);

/** `card payments` → `card_payments`: names are words that other parts can refer to. */
function identifier(words: string): string {
  return words
    .trim()
    .replaceAll(/[^A-Za-z\d]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

import type { TopicCoverage } from "../ledger/coverage.ts";
import type { Move } from "../record.ts";
import { ask, firstOf } from "./ask.ts";
import type { Turn } from "./observe.ts";
import { wording } from "./phrasing.ts";
import type { RoundState } from "./state.ts";
import { isNew, utter } from "./utter.ts";
import { guiding, heldBack, noHintLeft } from "./words.ts";

const givesUp =
  /\b(?:(?:do not|don['’]?t|dunno|wouldn['’]?t) (?:really )?know|no idea|not sure|no clue|(?:i am|i['’]?m) (?:stuck|lost)|pass|blank)\b/iu;

/** Short and without anything new, openly at a loss, or nothing new for the second time. */
export function isStuck({ staleTurns }: RoundState, { text, words, isFresh }: Turn): boolean {
  if (isFresh) return words < 25 && givesUp.test(text);
  return words < 6 || staleTurns % 2 === 0 || (words < 40 && givesUp.test(text));
}

/** A question that leads on: about what was asked last, else about this section, else about the system as a whole. */
export function guide(state: RoundState, covered: ReadonlyMap<string, TopicCoverage>): Move[] {
  const open = state.openTopic;
  const here = state.brief.agenda.filter(
    (topic) => state.sectionByTopic.get(topic) === state.sectionAt && covered.get(topic)?.state !== "shown",
  );
  return firstOf(
    () => (open === undefined || covered.get(open)?.state === "shown" ? [] : ask(state, open, "guide")),
    ...here.map((topic) => () => ask(state, topic, "guide")),
    () => guideAtLarge(state),
  );
}

function guideAtLarge(state: RoundState): Move[] {
  const text = wording(state, "guiding", guiding, { once: true });
  return text === undefined ? [] : utter(state, { kind: "guide", text });
}

/** A direction for what is open now, from a coach; each is given once. */
export function hint(state: RoundState): Move[] {
  if (state.setup.style !== "coach") return once(state, heldBack);
  const { openTopic, brief, sectionByTopic, sectionAt, topicById } = state;
  const here = brief.agenda.filter((topic) => sectionByTopic.get(topic) === sectionAt);
  const topics = [...(openTopic === undefined ? [] : [openTopic]), ...here];
  const next = topics.map((id) => topicById.get(id)).find((topic) => topic && isNew(state, topic.hint));
  return next ? utter(state, { kind: "hint", text: next.hint, topic: next.id }) : once(state, noHintLeft);
}

function once(state: RoundState, text: string): Move[] {
  return isNew(state, text) ? utter(state, { kind: "hint", text }) : [];
}

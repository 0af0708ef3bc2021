import { shows, type TopicCoverage } from "../ledger/coverage.ts";
import type { Move } from "../record.ts";
import type { Statement } from "../statement.ts";
import { askWith, firstOf } from "./ask.ts";
import type { Turn } from "./observe.ts";
import { excerpt, filled, wording } from "./phrasing.ts";
import type { RoundState } from "./state.ts";
import { namedOnly } from "./words.ts";

/**
 * A name alone is no answer: how would that work here? The most important topic that was only named is asked about; what
 * belongs to a later section may wait where something else was answered well.
 */
export function askAboutNames(
  state: RoundState,
  { statements }: Turn,
  covered: ReadonlyMap<string, TopicCoverage>,
): Move[] {
  const rank = (topic: string) => state.brief.agenda.indexOf(topic) + 1 || Infinity;
  const isDue = (topic: string) => (state.sectionByTopic.get(topic) ?? Infinity) <= state.sectionAt;
  const named = statements
    .filter(({ manner, topic }) => manner === "said" && covered.get(topic)?.state === "mentioned")
    .filter(({ topic }) => rank(topic) < Infinity && (isDue(topic) || !statements.some(shows)))
    .sort((a, b) => rank(a.topic) - rank(b.topic));
  return firstOf(...named.map((statement) => () => askHow(state, statement)));
}

function askHow(state: RoundState, { topic, quote }: Statement): Move[] {
  const said = excerpt(partAbout(state, topic, quote.text) ?? quote.text, { mostWords: 12 });
  if (!said) return [];
  const form = wording(state, "named only", namedOnly[state.setup.style])!;
  return askWith(state, { topic, kind: "probe", text: filled(form, { quote: said }) });
}

/** Of a list of names, the one that stands for a topic: the first part that is about it when it is read alone. */
function partAbout({ parts }: RoundState, topic: string, text: string): string | undefined {
  const pieces = text.slice(0, 600).split(/,|;|\band\b/iu);
  return pieces.find((piece) =>
    parts.hear(piece, { entry: 0, atSeconds: 0 }, []).now.some((statement) => statement.topic === topic),
  );
}

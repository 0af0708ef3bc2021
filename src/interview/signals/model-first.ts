import { defineSignal } from "../signal.ts";
import { areas } from "../signalling/areas.ts";
import { about, earliest, isPlayed, quoted } from "../signalling/seen.ts";
import { wordsIn } from "../ledger/own-words.ts";

export default defineSignal({
  id: "model-first",
  kind: "anti-pattern",
  name: "Model-first thinking",
  why: "When the model gets most of the time, data, serving and monitoring get none.",
  detect: (record) => {
    const all = record.statements.filter(({ from }) => from === "words");
    const words = (topics: readonly string[]) =>
      [
        ...new Map(
          all
            .filter(({ topic }) => topics.includes(topic))
            .map(({ quote }) => [`${quote.entry}:${quote.start}`, quote.text]),
        ).values(),
      ].reduce((sum, text) => sum + wordsIn(text), 0);
    const ofModel = words(areas.model);
    const others = words([
      ...areas.objective,
      ...areas.data,
      ...areas.features,
      ...areas.serving,
      ...areas.monitoring,
      ...areas.loop,
    ]);
    const first = earliest(about(record, areas.model));
    if (!isPlayed(record, 0.5) || !first || ofModel < 60 || ofModel < 1.5 * others) return undefined;
    return quoted([first], "Most of what was said about the design was about the model.");
  },
});

import { countText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

/** Rates may count different things; only a factor is a mistake. */
const factor = 2;

export default defineRule({
  id: "event-rates-disagree",
  stage: "data",
  kind: "arithmetic",
  severity: "gap",
  why: "Two rates for the same events size the pipeline twice, and one of the two sizes is wrong.",
  source: "Bentley, Programming Pearls (2000), column 7",
  asks: "You said how many events arrive in all. What do your sources add up to?",
  bad: (sound) => edited(sound, { "requirements.scale.events": "28/s" }),
  *check({ design }) {
    const events = design.requirements?.scale?.events;
    const sources = (design.data?.sources ?? []).flatMap(({ name, volume }, i) =>
      volume ? [{ name, volume, at: ["data", "sources", i, "volume"] }] : [],
    );
    if (!events || sources.length === 0) return;
    const sum = sources.reduce((total, { volume }) => total + volume.perSecond, 0);
    if (sum <= events.perSecond * factor) return;
    yield {
      at: "requirements.scale.events",
      found: `${events.text} events are said to arrive, and the sources add up to ${countText(sum)}/s.`,
      clears: `write ${countText(sum)}/s, or correct the volume of the source that is wrong`,
      working: {
        inputs: [
          ...sources.map(({ name, volume, at }) => ({ name, value: volume.text, at })),
          { name: "in all", value: events.text, at: "requirements.scale.events" },
        ],
        sum: sources.map(({ volume }) => volume.text).join(" + "),
        result: `${countText(sum)}/s`,
      },
    };
  },
});

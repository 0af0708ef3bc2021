import { roundingShare } from "../arithmetic/money.ts";
import { countText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "labels-outnumber-events",
  stage: "data",
  kind: "arithmetic",
  severity: "flaw",
  why: "A label is read from an event, so more labels than events means that one of the two numbers is wrong.",
  source: "Sambasivan et al., Data Cascades in High-Stakes AI (2021), doi:10.1145/3411764.3445518",
  asks: "Your labels come from disputes. How many disputes are there a day, and how many labels?",
  bad: (sound) => edited(sound, { "data.labels[fraud].perDay": "50M/d" }),
  *check({ design }) {
    const sources = new Map((design.data?.sources ?? []).map((source, i) => [source.name, { source, i }]));
    for (const [i, { name, from, perDay, balance }] of (design.data?.labels ?? []).entries()) {
      const { source, i: at } = sources.get(from ?? "") ?? {};
      if (!source?.volume || !perDay || !balance) continue;
      const positives = perDay.perSecond * balance.share;
      if (positives <= source.volume.perSecond * (1 + roundingShare)) continue;
      yield {
        at: ["data", "labels", i, "perDay"],
        found: `${countText(positives * 86_400)} positive labels \`${name}\` a day are read from ${source.name}, which has ${source.volume.text}.`,
        clears: "correct the one that is wrong, or name the other sources that labels come from",
        working: {
          inputs: [
            { name: "labels", value: perDay.text, at: ["data", "labels", i, "perDay"] },
            { name: "positive", value: balance.text, at: ["data", "labels", i, "balance"] },
            { name: source.name, value: source.volume.text, at: ["data", "sources", at!, "volume"] },
          ],
          sum: `${perDay.text} × ${balance.text} ÷ ${source.volume.text}`,
          result: `${Number((positives / source.volume.perSecond).toPrecision(3))} for each event`,
        },
      };
    }
  },
});

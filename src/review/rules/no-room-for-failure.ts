import { roundingShare } from "../arithmetic/money.ts";
import { percentText } from "../arithmetic/texts.ts";
import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

/** What is planned to be full, because it works through a queue. */
const offline = /train|night|batch|offline|backfill/i;

export default defineRule({
  id: "no-room-for-failure",
  stage: "serving",
  kind: "arithmetic",
  severity: { prototype: "gap", production: "flaw" },
  why: "When one replica fails at peak, the others get its share, and beyond their capacity they fail one after the other.",
  source: "Beyer et al., Site Reliability Engineering (2016), chapter 22",
  asks: "One of your three replicas dies in the busiest minute. How busy are the other two?",
  bad: (sound) => edited(sound, { "serving.hardware[0].utilisation": "80%" }),
  *check({ design }) {
    if (design.serving?.mode === "batch" || design.serving?.mode === "on-device") return;
    for (const [i, { for: name, replicas, utilisation }] of (design.serving?.hardware ?? []).entries()) {
      if (!replicas || replicas < 2 || !utilisation || offline.test(name)) continue;
      const left = (utilisation.share * replicas) / (replicas - 1);
      if (left <= 1 + roundingShare) continue;
      const safe = (replicas - 1) / replicas;
      yield {
        at: ["serving", "hardware", i, "utilisation"],
        found: `\`${name}\` runs at ${utilisation.text} on ${replicas} replicas; without one the others need ${percentText(left)}.`,
        clears: `plan for ${percentText(safe)} or less, or add replicas until one can be missed`,
        working: {
          inputs: [
            { name: "replicas", value: String(replicas), at: ["serving", "hardware", i, "replicas"] },
            { name: "utilisation", value: utilisation.text, at: ["serving", "hardware", i, "utilisation"] },
          ],
          sum: `${utilisation.text} × ${replicas} ÷ ${replicas - 1}`,
          result: percentText(left),
        },
      };
    }
  },
});

import { edited } from "../edited.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "peak-below-average",
  stage: "requirements",
  kind: "arithmetic",
  severity: "flaw",
  why: "The busiest minute cannot be quieter than the average one, so capacity is planned for the wrong load.",
  source: "Beyer et al., The Site Reliability Workbook (2018), chapter 11",
  asks: "How many requests a second over the day, how many in the busiest minute, and how do you know?",
  bad: (sound) => edited(sound, { "requirements.scale.requests.peak": "30/s" }),
  *check({ design }) {
    const { average, peak } = design.requirements?.scale?.requests ?? {};
    if (!average || !peak || peak.perSecond >= average.perSecond) return;
    yield {
      at: "requirements.scale.requests.peak",
      found: `The peak is ${peak.text}, and the average ${average.text}.`,
      clears: "count the busiest minute, or exchange the two where they were mixed up",
      working: {
        inputs: [
          { name: "average", value: average.text, at: "requirements.scale.requests.average" },
          { name: "peak", value: peak.text, at: "requirements.scale.requests.peak" },
        ],
        sum: `${peak.text} ÷ ${average.text}`,
        result: `${Number((peak.perSecond / average.perSecond).toPrecision(3))}, and at least 1 is possible`,
      },
    };
  },
});

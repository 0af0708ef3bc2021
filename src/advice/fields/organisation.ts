import { facts } from "../facts.ts";
import { stakes } from "../figures/stakes.ts";
import { duration } from "../units.ts";
import { field, value } from "./field.ts";

export default [
  field("organisation.onCall.hours", (design) => {
    const risk = stakes(design);
    const onCall = design.requirements?.constraints?.team?.onCall;
    if (!risk || onCall === undefined || !design.organisation?.onCall) return undefined;
    const always = onCall && risk.harm !== "cheap";
    return value(
      always ? "always" : "working hours",
      always ? `an error is ${risk.harm}, and the team takes turns` : "the fallback holds until the morning",
      "Alarms outside these hours are tickets.",
      risk.facts,
      facts(design, "requirements.constraints.team.onCall"),
    );
  }),
  field("organisation.onCall.answers", (design) => {
    const risk = stakes(design);
    return risk && design.organisation?.onCall
      ? value(
          { cheap: "4h", costly: "15m", grave: "5m" }[risk.harm],
          `an error is ${risk.harm}: ${risk.how}`,
          "The rollback must not wait for it.",
          risk.facts,
        )
      : undefined;
  }),
  field("organisation.migration", (design) => {
    const today = facts(design, "requirements.today");
    const shadow = design.serving?.rollout?.shadow;
    return today.length > 0
      ? value(
          [
            {
              step: "shadow beside what decides today",
              until: shadow ? `${duration(shadow.seconds)} without surprises` : "a week without surprises",
              back: "switch the shadow off",
            },
            { step: "experiment against it", until: "the KPI has decided", back: "the old system answers for all" },
            { step: "keep it as the fallback", until: "two releases have passed", back: "route to it again" },
          ],
          "something decides already: it is the control of the experiment and the first fallback",
          "It must be kept alive until then.",
          today,
          facts(design, "serving.rollout.shadow"),
        )
      : undefined;
  }),
] as const;

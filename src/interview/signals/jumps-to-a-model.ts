import { defineSignal } from "../signal.ts";
import { areas } from "../signalling/areas.ts";
import { about, earliest, minuteOf, quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "jumps-to-a-model",
  kind: "red flag",
  name: "A model before the problem",
  why: "A model that is chosen before the objective and the plain alternative optimises whatever was at hand.",
  detect: (record) => {
    const model = earliest(about(record, areas.model));
    const first = earliest(about(record, [...areas.objective, ...areas.constraints, "baseline", "offline-metrics"]));
    if (!model || model.quote.atSeconds > record.setup.minutes * 12) return undefined;
    if (first && first.quote.entry <= model.quote.entry) return undefined;
    return quoted([model], `The first thing about the design was a model, in ${minuteOf(model.quote.atSeconds)}.`);
  },
});

import { defineSignal } from "../signal.ts";
import { latencyBounds } from "../signalling/bounds.ts";

export default defineSignal({
  id: "numbers-clash",
  kind: "red flag",
  name: "Two numbers for one thing",
  why: "Whoever builds it will keep the one that is easier.",
  detect: (record) => {
    const bounds = latencyBounds(record).toSorted((a, b) => a.seconds - b.seconds);
    const [least, most] = [bounds[0], bounds.at(-1)];
    if (!least || !most || least.quote.entry === most.quote.entry || most.seconds <= 1.5 * least.seconds)
      return undefined;
    return {
      quotes: [least.quote, most.quote],
      says: "Two limits for the latency were given, and neither was taken back.",
    };
  },
});

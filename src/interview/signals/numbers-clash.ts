import { defineSignal } from "../signal.ts";
import { about } from "../signalling/seen.ts";

/** A limit of one step is no limit of the whole. */
const ofTheWhole = /\b(?:p9\d|percentile|end[- ]to[- ]end|overall|in total|latency|whole path|response time)\b/iu;

export default defineSignal({
  id: "numbers-clash",
  kind: "red flag",
  name: "Two numbers for one thing",
  why: "Whoever builds it will keep the one that is easier.",
  detect: (record) => {
    const bounds = about(record, ["latency-requirement"])
      .filter(({ quote }) => ofTheWhole.test(quote.text))
      .flatMap(({ quote, quantities, supersededBy }) =>
        supersededBy === undefined
          ? quantities
              .filter(({ kind, comparison }) => kind === "duration" && comparison === "<=")
              .map(({ value }) => ({ quote, value }))
          : [],
      );
    const [least, most] = [
      bounds.toSorted((a, b) => a.value - b.value)[0],
      bounds.toSorted((a, b) => b.value - a.value)[0],
    ];
    if (!least || !most || least.quote.entry === most.quote.entry || most.value <= 1.5 * least.value) return undefined;
    return {
      quotes: [least.quote, most.quote],
      says: "Two limits for the latency were given, and neither was taken back.",
    };
  },
});

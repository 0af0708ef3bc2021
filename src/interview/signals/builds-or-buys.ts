import { defineSignal } from "../signal.ts";
import { explained, quoted } from "../signalling/seen.ts";

export default defineSignal({
  id: "builds-or-buys",
  kind: "staff strength",
  name: "Weighed build against buy",
  why: "What does not set a product apart is cheaper to buy, until it is not.",
  detect: (record) => {
    const said = explained(record, ["build-or-buy"]);
    return said.length === 0 ? undefined : quoted(said, "It was argued what to build and what to buy.");
  },
});

import type { Topic } from "../../topic.ts";

type Words = Pick<Topic, "names" | "mechanisms"> & Partial<Pick<Topic, "consequences" | "numbers" | "not">>;

/** A topic with only what the engine reads; the rest of a topic's file is of no matter to it. */
function topic(id: string, words: Words): Topic {
  const rest = { stage: "serving", group: "systems knowledge", hint: "", exercise: "", means: "" } as const;
  return { id, name: id, ...rest, asks: { probe: [] }, says: { positive: [], negative: [], nearMiss: [] }, ...words };
}

/** A few topics with few words, so that what the engine does can be seen apart from what the lexicon knows. */
export const sampleTopics: readonly Topic[] = [
  topic("feature-store", {
    names: ["feature store", "online|offline store"],
    mechanisms: ["materialise .. redis|table"],
    numbers: ["duration"],
  }),
  topic("monitoring", {
    names: ["monitor", "alert"],
    mechanisms: ["dashboard .. p99"],
    not: ["computer monitor"],
    numbers: ["share"],
  }),
  topic("drift", { names: ["drift"], mechanisms: ["psi", "compare .. distribution"], numbers: ["plain"] }),
  topic("baseline", { names: ["baseline"], mechanisms: ["start .. popularity|logistic regression"] }),
  topic("caching", {
    names: ["cache"],
    mechanisms: ["cache|keep ... for #duration"],
    consequences: ["hit rate"],
    numbers: ["duration", "share"],
  }),
  topic("rollout", { names: ["canary", "full rollout"], mechanisms: ["#share .. traffic"], numbers: ["share"] }),
  topic("latency", { names: ["latency", "p99"], mechanisms: [], numbers: ["duration"] }),
  topic("scale", { names: ["user", "traffic"], mechanisms: ["#rate"], numbers: ["rate", "count"] }),
  topic("fallback", { names: ["fallback"], mechanisms: ["serve .. popular item"] }),
  topic("serving-mode", { names: ["batch", "online prediction"], mechanisms: ["go online"] }),
  topic("stack", { names: ["kafka"], mechanisms: [] }),
  topic("model", { names: ["transformer", "tree", "deep model"], mechanisms: ["gradient boosted tree"] }),
  topic("platform", { names: ["kubernetes", "mlflow"], mechanisms: [] }),
  topic("labels", { names: ["label"], mechanisms: ["label .. arrive"], numbers: ["duration"] }),
];

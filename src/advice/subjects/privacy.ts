import type { Design } from "../../design/design.ts";
import { pathText } from "../../design/unsettled.ts";
import { predicateColumns } from "../../kit/predicate.ts";
import { defineAdvice, type Fact, type NotYet, type Proposal } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";

type Feature = NonNullable<Design["features"]>[number];

/** "Without undue delay and in any event within one month" (GDPR, article 12(3)). */
const erasureWithin = "30d";

/** Columns that a feature reads from its source, keys of its entities aside. */
function columnsOf({ is }: Feature): string[] {
  if (!is) return [];
  const filtered = "where" in is && is.where ? predicateColumns(is.where) : [];
  const grouped = "by" in is && is.by ? [is.by] : [];
  const read = "column" in is && is.kind !== "distinct" ? [is.column] : "first" in is ? [is.first, is.second] : [];
  return [...read, ...grouped, ...filtered];
}

/** A feature whose value is made of a personal column, and the entries of the document that say so. */
export interface Leak {
  readonly feature: string;
  readonly column: string;
  readonly facts: readonly Fact[];
}

/** Personal columns that reach a feature as a value. Counting events of a key, or how many keys there are, is not one of them. */
export function personalInFeatures(design: Design): Leak[] {
  return (design.features ?? []).flatMap((feature, i) => {
    const at = (design.data?.sources ?? []).findIndex(({ name }) => name === feature.from);
    const personal = design.data?.sources?.[at]?.personal ?? [];
    return columnsOf(feature)
      .filter((column) => personal.includes(column))
      .map((column) => ({
        feature: feature.name,
        column,
        facts: facts(design, `features[${i}].is`, `data.sources[${at}].personal`),
      }));
  });
}

function personalSources(design: Design): Fact[] {
  return (design.data?.sources ?? []).flatMap(({ personal = [] }, i) =>
    personal.length > 0 ? facts(design, `data.sources[${i}].personal`) : [],
  );
}

function propose(design: Design): Proposal | NotYet {
  const laws = facts(design, "requirements.constraints.privacy");
  const personal = personalSources(design);
  const leaks = personalInFeatures(design);
  if (laws.length === 0 && personal.length === 0)
    return needs(
      ["data.sources[0].personal", "which columns identify or describe a person; an empty list says none do"],
      ["requirements.constraints.privacy", "which laws and promises apply"],
    );
  const reaches = ["log", "features", "training sets", "model", ...(design.model?.retrieve ? ["index"] : [])];
  return {
    recommend: `${leaks.length > 0 ? `Keep ${[...new Set(leaks.map(({ column }) => column))].join(", ")} out of feature values unless a person agreed; ` : ""}${leaks.length > 0 ? "hash" : "Hash"} identifiers at the door, erase within ${erasureWithin} everywhere`,
    reasons: those(
      ...leaks.map(({ feature, column, facts: found }) =>
        because(`${feature} is made of the personal column ${column}`, found),
      ),
      personal.length > 0 && because("these columns identify or describe a person", personal),
      laws.length > 0 && because("these laws or promises apply", laws),
      because("history is kept that long", facts(design, "data.retention", "model.train.on")),
    ).filter(({ facts: found }) => found.length > 0),
    alternatives: [
      unless("training on the device", "raw data may not leave it"),
      unless(
        "aggregates with noise (differential privacy)",
        "groups are small enough that a count gives somebody away",
      ),
      unless("no erasure from the model", "the model is retrained from cleaned data within the promised time anyway"),
    ],
    consequence: `${personal.map(({ path }) => pathText(path)).join(", ") || "Each source"} must be found again in every copy; a test deletes a person and looks.`,
    edits: those(
      fill(design, "data.erasure", {
        within: erasureWithin,
        reaches,
        how: "by hashed id in every store, proved by a test that deletes a person and looks for them",
      }),
      fill(design, "data.personal.kept", "hashed ids; no names, addresses or raw texts"),
    ),
    confidence: personal.length > 0 ? "firm" : "open",
  };
}

export default defineAdvice({
  id: "privacy",
  stage: "data",
  asks: "Which personal data reaches features and models, and how does a person leave again?",
  propose,
});

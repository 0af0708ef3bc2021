import type { Design } from "../../design/design.ts";
import { defineAdvice, type NotYet, type PlainValue, type Proposal } from "../advice.ts";
import { because, facts, fill, needs, those, unless } from "../facts.ts";
import { givesLists, judgesCases } from "../figures/shape.ts";

type Source = NonNullable<NonNullable<Design["data"]>["sources"]>[number];
type Feature = { readonly [key: string]: PlainValue };

/** Features that a first model can have from one source. */
function fromSource(design: Design, source: Source): Feature[] {
  const entities = Object.keys(source.entities ?? {});
  if (entities.length === 0) return [];
  if (source.kind === "table") return entities.slice(0, 1).flatMap((entity) => fromTable(source, entity));
  if (source.kind === "documents" || source.kind === "images") return fromContent(source, entities[0]!);
  return judgesCases(design) ? velocities(source, entities) : histories(source, entities);
}

/** How often, how lately: for whom, for what, and for both together. */
function histories({ name }: Source, [who, what]: readonly string[]): Feature[] {
  const count = { from: name, is: "count" };
  const user = { name: `${who!}_${name}_30d`, group: "user", entity: who!, ...count, over: "30d" };
  if (!what) return [user];
  return [
    user,
    { name: `${what}_${name}_7d`, group: "item", entity: what, ...count, over: "7d", freshness: "1h" },
    { name: `${what}_${name}_60d`, group: "item", entity: what, ...count, over: "60d" },
    { name: `${who}_${what}_${name}_180d`, group: "interaction", entity: [who!, what], ...count, over: "180d" },
    {
      name: `${who}_${what}_${name}_since`,
      group: "interaction",
      entity: [who!, what],
      from: name,
      is: "time since",
      over: "180d",
    },
  ];
}

/** Counts over short and long windows: their ratio is the burst that fraud and spam show. */
const velocities = ({ name }: Source, entities: readonly string[]): Feature[] =>
  entities.slice(0, 3).flatMap((entity, i) => {
    const group = i === 0 ? "user" : "graph";
    const short = `${entity}_${name}_1h`;
    const long = `${entity}_${name}_30d`;
    return [
      { name: short, group, entity, from: name, is: "count", over: "1h", freshness: "1m" },
      { name: long, group, entity, from: name, is: "count", over: "30d", freshness: "1h" },
      { name: `${entity}_${name}_burst`, group: "cross", entity, is: `ratio of ${short} to ${long}` },
    ];
  });

const fromTable = ({ name, time }: Source, entity: string): Feature[] =>
  time
    ? [{ name: `${entity}_${name}_age`, group: "item", entity, from: name, is: `now - ${time}`, freshness: "24h" }]
    : [];

const fromContent = ({ name, kind }: Source, entity: string): Feature[] => [
  {
    name: `${entity}_${name}_vector`,
    group: "content",
    entity,
    from: name,
    type: "embedding",
    means: kind === "images" ? "what the picture shows" : "what the text is about",
  },
];

const context: readonly Feature[] = [
  { name: "hour_of_day", group: "context", is: "request hour", type: "category" },
  { name: "device", group: "context", is: "request device", type: "category" },
];

/** Features to begin with, in the order of their groups; names are made of source, entity and window. */
export function firstFeatures(design: Design): Feature[] {
  const made = (design.data?.sources ?? []).flatMap((source) => fromSource(design, source));
  if (made.length === 0) return [];
  const isServed = givesLists(design) || judgesCases(design) || design.system === "ads" || design.system === "bidding";
  const unique = new Map([...made, ...(isServed ? context : [])].map((feature) => [String(feature["name"]), feature]));
  return [...unique.values()];
}

function propose(design: Design): Proposal | NotYet {
  const features = firstFeatures(design);
  if (features.length === 0)
    return needs(
      ["data.sources[0].name", "features are computed from sources"],
      ["data.sources[0].entities", "a feature describes an entity, found by a column"],
    );
  const groups = [...new Set(features.map((feature) => String(feature["group"])))];
  const used = (design.data?.sources ?? []).flatMap((_, i) => facts(design, `data.sources[${i}].entities`));
  return {
    recommend: `Begin with ${features.length} features in ${groups.length} groups: ${groups.join(", ")}`,
    reasons: [
      because("counts and times since are known for every entity that a source names", used),
      because(
        judgesCases(design)
          ? "a burst shows in the ratio of a short window to a long one"
          : "how often and how lately carry most of a habit",
        facts(design, "system"),
      ),
    ].filter(({ facts: found }) => found.length > 0),
    alternatives: [
      unless("fewer", "dropping a group changes the metric by less than its interval"),
      unless("vectors learned from sequences", "counts have stopped helping and rows are plenty"),
      unless("features of the graph", "the same devices, cards or addresses are shared between accounts"),
    ],
    consequence:
      "Each is defined once for training and serving, and each has to be as fresh online as it is in training.",
    edits: those(fill(design, "features", features)),
    confidence: groups.length >= 3 ? "likely" : "open",
  };
}

export default defineAdvice({
  id: "features",
  stage: "features",
  asks: "Which inputs should the first model have, and from which sources?",
  propose,
});

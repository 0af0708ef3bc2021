import type { Design } from "../../../design/design.ts";
import type { Layer } from "../../../design/schema/layers.ts";
import { flow, type Part, type Parts } from "../part.ts";
import { bytesText, counted, short, title } from "../words.ts";

type Model = NonNullable<Design["model"]>;
type Rank = NonNullable<Model["rank"]>;
type ModelPart = NonNullable<Model["parts"]>[number];
type Retriever = NonNullable<Model["retrieve"]>[number];

export const modelId = (name: string): string => `model:${name}`;

const classical = new Set<string>(
  "rules logistic linear ftrl naive-bayes gbdt isolation-forest bandit kalman ensemble".split(" "),
);

/** The layer that a kind of model belongs to. */
export const layerOfKind = (kind: string): Layer =>
  kind === "llm" ? "generative" : classical.has(kind) ? "classical" : "deep";

/** The ranker, the other models on the path, the candidate generators and the indexes that they search. */
export function modelParts(design: Design): Parts {
  const { rank, parts = [], retrieve = [] } = design.model ?? {};
  const names = retrieverIds(retrieve);
  return {
    parts: [
      ...(rank ? [rankPart(rank, design)] : []),
      ...parts.map(otherPart),
      ...retrieve.map((one, at) => retrieverPart(one, names[at]!)),
      ...indexPart(design),
    ],
    flows: [
      ...retrieve.flatMap((one, at) => (searches(one) ? [flow(names[at]!, "index", "nearest", "request")] : [])),
      ...(retrieve.some(({ kind }) => embeds.has(kind)) ? [flow("trainer", "index", "vectors")] : []),
    ],
  };
}

function rankPart(rank: Rank, { model }: Design): Part {
  const ranks =
    model?.retrieve ||
    model?.formulation === "ranking" ||
    ["lambdarank", "pairwise", "listwise"].includes(rank.objective ?? "");
  return {
    id: modelId("rank"),
    name: ranks ? "Ranker" : "Scoring model",
    icon: "model",
    plane: "online",
    layer: layerOfKind(rank.kind),
    detail: [title(rank.kind), rank.trees ? counted(rank.trees, "tree") : sizeOf(rank)].filter(Boolean).join(", "),
  };
}

const sizeOf = ({ parameters, bytes }: Pick<Rank, "parameters" | "bytes">): string | undefined =>
  parameters ? `${parameters.text} weights` : bytes && bytesText(bytes.bytes);

function otherPart({ name, kind, tokens, dims, ...sizes }: ModelPart): Part {
  const read = tokens?.input && `${short(tokens.input.count)} tokens in`;
  return {
    id: modelId(name),
    name: title(name),
    icon: kind === "rules" ? "rules" : "model",
    plane: "online",
    layer: layerOfKind(kind),
    detail: [title(kind), sizeOf(sizes) ?? read ?? (dims && `${dims} numbers`)].filter(Boolean).join(", "),
  };
}

const embeds: ReadonlySet<string> = new Set(["two-tower", "embedding", "graph"]);
const searches = ({ kind, index }: Retriever): boolean =>
  index !== undefined || embeds.has(kind) || kind === "hybrid" || kind === "bm25";

/** Two retrievers of one kind are told apart by their order. */
export function retrieverIds(list: readonly { readonly kind: string }[]): string[] {
  return list.map(({ kind }, at) => {
    const before = list.slice(0, at).filter((other) => other.kind === kind).length;
    return `retrieve:${kind}${before > 0 ? `-${before + 1}` : ""}`;
  });
}

function retrieverPart({ kind, take, factors, dims }: Retriever, id: string): Part {
  const detail = take ? `top ${take}` : (dims ?? factors) && `${dims ?? factors} numbers`;
  const layer: Layer = embeds.has(kind) ? "deep" : "classical";
  return { id, name: title(kind), icon: "search", plane: "online", layer, detail: detail || undefined };
}

/** One card for all indexes; the first that says how it is built gives the number. */
function indexPart({ model, requirements }: Design): Part[] {
  const own = (model?.retrieve ?? []).filter(searches);
  if (own.length === 0) return [];
  const vectors = own.some(({ kind }) => embeds.has(kind) || kind === "hybrid");
  const recall = own.find(({ index }) => index?.recall)?.index?.recall;
  const items = requirements?.scale?.items;
  const words = own.some(({ kind }) => kind === "bm25" || kind === "hybrid");
  return [
    {
      id: "index",
      name: vectors ? (words ? "Search index" : "Vector index") : "Text index",
      icon: "database",
      plane: "online",
      layer: vectors ? "deep" : "platform",
      detail: items ? `${items.text} items` : recall && `recall ${recall.text}`,
    } as const,
  ];
}

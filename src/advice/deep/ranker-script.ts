import type { Design } from "../../design/design.ts";
import { assemble, listMetrics } from "./assemble.ts";
import { deepFacts, isMissingFacts, type DeepFacts, type MissingFacts } from "./facts.ts";
import { rankerPython } from "./python/ranker.ts";
import { plainInput, scriptNeeds, type DeepModel, type DeepScript } from "./script.ts";

const file = "train_ranker.py";
const defaultLayers = [64, 32];

/**
 * A PyTorch script that trains a ranker (deep and cross, or layers alone where the design says `dnn`) on the design's
 * features, prints it beside popularity and a logistic model, and writes ONNX with a parity file.
 *
 * @see Wang et al. 2021, DCN V2, doi:10.1145/3442381.3450078
 */
export function rankerScript(design: Design): DeepScript | MissingFacts {
  const facts = deepFacts(design);
  if (isMissingFacts(facts)) return facts;
  const loss = lossOf(design);
  if (typeof loss === "object") return loss;
  const model = rankerModel(facts);
  const columns = [facts.who, facts.what, "time_ms", facts.label, ...model.inputs.map(({ name }) => name)];
  const kind = design.model?.rank?.kind === "dnn" ? "dnn" : "deep-cross";
  return {
    file,
    text: assemble({
      file,
      sentence: `Trains a ranker for the design ${facts.design} and writes it as ONNX.`,
      about: [
        `One row per list and candidate. A list is what one ${facts.who} is shown at one moment (time_ms, milliseconds`,
        "since 1970). A column relevant_total may say how many relevant items a list has, found or not; without it,",
        "those in the table count. Empty cells are missing values.",
      ],
      facts,
      settings: {
        FILE: model.name,
        MODEL: kind,
        RELEVANT: "relevant_total",
        INPUTS: model.inputs.map((input) => ({ ...input })),
        OUTPUT: model.output,
        LOSS: loss,
        HIDDEN: [...(design.model?.rank?.layers ?? defaultLayers)],
        CROSS_LAYERS: kind === "dnn" ? 0 : 2,
        CATEGORY_WIDTH: 16,
        METRICS: listMetrics(design, "list", [
          ["ndcg", 10],
          ["recall", 10],
        ]),
      },
      python: rankerPython,
    }),
    models: [model],
    columns,
    needs: scriptNeeds,
    leftOut: facts.leftOut,
    assumes: [...facts.assumes, ...assumed(design)],
  };
}

/** What the ONNX file of a ranker takes and gives, by the design's features in their order. */
export function rankerModel({ inputs }: DeepFacts): DeepModel {
  return { name: "ranker", inputs: inputs.map(plainInput), output: { name: "score", width: 1 } };
}

/** Losses over pairs and lists want the same order; all of them are trained by list. */
const losses: Readonly<Record<string, "binary" | "listwise">> = {
  binary: "binary",
  lambdarank: "listwise",
  pairwise: "listwise",
  listwise: "listwise",
};

function lossOf(design: Design): "binary" | "listwise" | MissingFacts {
  const objective = design.model?.rank?.objective ?? "binary";
  return (
    losses[objective] ?? {
      missing: [
        {
          path: "model.rank.objective",
          why: `a ranker learns ${Object.keys(losses).join(", ")}, and the design says ${objective}`,
        },
      ],
    }
  );
}

function assumed({ model }: Design): string[] {
  return [
    ...(model?.rank?.objective ? [] : ["the objective is binary, as the design states none"]),
    ...(model?.rank?.layers ? [] : [`hidden layers are ${defaultLayers.join(" and ")} wide`]),
  ];
}

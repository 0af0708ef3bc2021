import type { Design } from "../../design/design.ts";
import { assemble, listMetrics } from "./assemble.ts";
import { deepFacts, isMissingFacts, type DeepFacts, type MissingFacts } from "./facts.ts";
import type { LeftOut, ModelInput } from "./inputs.ts";
import { twoTowerPython } from "./python/two-tower.ts";
import { plainInput, scriptNeeds, type DeepModel, type DeepScript } from "./script.ts";

const file = "train_two_tower.py";
const defaultWidth = 32;
const hidden = [64];

/**
 * A PyTorch script that trains two towers with in-batch sampled softmax and the logQ correction, prints them beside
 * popularity over the whole catalogue, and writes one ONNX file per tower with its parity file.
 *
 * @see Yi et al. 2019, sampling-bias-corrected neural modeling, doi:10.1145/3298689.3346996
 */
export function twoTowerScript(design: Design): DeepScript | MissingFacts {
  const facts = deepFacts(design);
  if (isMissingFacts(facts)) return facts;
  const stated = statedWidth(design);
  const width = stated ?? defaultWidth;
  const [user, item] = towerModels(facts, width);
  const inputs = [...user.inputs, ...item.inputs];
  return {
    file,
    text: assemble({
      file,
      sentence: `Trains two towers for the design ${facts.design} and writes each as ONNX.`,
      about: [
        `One row per ${facts.who}, ${facts.what} and moment (time_ms, milliseconds since 1970). Rows with the label are`,
        "what is to be found; the others are not used, because every other item of a step is a wrong answer. Empty",
        "cells are missing values.",
      ],
      facts,
      settings: {
        FILE: "two_tower",
        USER_INPUTS: user.inputs.map((input) => ({ ...input })),
        ITEM_INPUTS: item.inputs.map((input) => ({ ...input })),
        OUTPUT: { name: "vector", width },
        WIDTH: width,
        HIDDEN: hidden,
        METRICS: listMetrics(design, "candidates", [
          ["recall", 100],
          ["ndcg", 10],
        ]),
      },
      python: twoTowerPython,
    }),
    models: [user, item],
    columns: ["time_ms", facts.label, ...inputs.map(({ name }) => name)],
    needs: scriptNeeds,
    leftOut: [...facts.leftOut, ...crossed(facts)],
    assumes: [...facts.assumes, ...(stated === undefined ? [`vectors hold ${defaultWidth} numbers`] : [])],
  };
}

/** The two files: who is asked for (and the moment) on one side, what is offered on the other. */
export function towerModels(facts: DeepFacts, width: number): [user: DeepModel, item: DeepModel] {
  const output = { name: "vector", width };
  return [
    {
      name: "two_tower.user",
      inputs: [idOf(facts.who), ...facts.inputs.filter(isOfUser(facts)).map(plainInput)],
      output,
    },
    {
      name: "two_tower.item",
      inputs: [idOf(facts.what), ...facts.inputs.filter(isOfItem(facts)).map(plainInput)],
      output,
    },
  ];
}

const idOf = (entity: string): ModelInput => ({ name: entity, type: "category", definition: `id of the ${entity}` });

type Placed = DeepFacts["inputs"][number];
const isOfItem =
  ({ what }: DeepFacts) =>
  ({ entity }: Placed) =>
    entity.length > 0 && entity.every((one) => one === what);
/** Of the user, or of the moment. */
const isOfUser =
  ({ who }: DeepFacts) =>
  ({ entity }: Placed) =>
    entity.every((one) => one === who);

function crossed(facts: DeepFacts): LeftOut[] {
  return facts.inputs
    .filter((input) => !isOfItem(facts)(input) && !isOfUser(facts)(input))
    .map(({ name, entity }) => ({ name, because: whyCrossed(facts, entity) }));
}

function whyCrossed({ who, what }: DeepFacts, entity: readonly string[]): string {
  const other = entity.find((one) => one !== who && one !== what);
  if (other === undefined) return "it describes both sides at once, and each tower sees one";
  return `it describes the ${other}, and neither tower is told which: state it as a feature of the ${what} or the ${who}`;
}

function statedWidth({ model }: Design): number | undefined {
  const retriever = model?.retrieve?.find(({ kind }) => kind === "two-tower");
  return retriever?.dims ?? model?.parts?.find(({ kind }) => kind === "two-tower")?.dims;
}

import type { Design } from "../../../design/design.ts";
import type { Layer } from "../../../design/schema/layers.ts";
import { chain, flow, when, type Flow, type Part, type Parts } from "../part.ts";
import { brief, counted, short, signs, spaced, title } from "../words.ts";
import { layerOfKind } from "./models.ts";
import { sourceId } from "./sources.ts";

type Label = NonNullable<NonNullable<Design["data"]>["labels"]>[number];

export const labelId = (name: string): string => `label:${name}`;

/** Whether anything is learned at all. */
export const learns = ({ model, data }: Design): boolean =>
  Boolean(model?.train ?? model?.rank ?? model?.retrieve ?? model?.parts ?? data?.labels);

/** From labels to a model that is let out. */
export function trainingParts(design: Design): Parts {
  const parts = [
    ...(design.data?.labels ?? []).map(labelPart),
    ...setParts(design),
    ...judgeParts(design),
    ...releaseParts(design),
  ];
  return { parts, flows: [...labelFlows(design), ...chain(spine, parts), ...judgeFlows(design)] };
}

const spine = ["training-set", "trainer", "evaluation", "registry", "rollout"];

function labelPart({ name, window, delay, perDay, balance, strategy }: Label): Part {
  const people = /people|expert|annotat|review|draw|judge/i.test(strategy ?? "") && perDay;
  const detail = perDay
    ? perDay.text
    : window
      ? `within ${spaced(window.text)}`
      : delay
        ? `after ${spaced(delay.text)}`
        : balance && `${balance.text} positive`;
  return {
    id: labelId(name),
    name: title(name),
    icon: people ? "review" : "table",
    plane: "training",
    layer: "sources",
    detail,
  };
}

function labelFlows(design: Design): Flow[] {
  const labels = design.data?.labels ?? [];
  const joins = design.monitoring?.feedback !== undefined;
  return labels.flatMap(({ name, from }) => [
    ...(from ? [flow(sourceId(from), labelId(name), "outcomes")] : []),
    ...(joins ? [flow(labelId(name), "label-join")] : []),
    flow(labelId(name), "training-set", "labels"),
  ]);
}

function setParts(design: Design): Part[] {
  const train = design.model?.train;
  const set = train?.rows ? `${short(train.rows.count)} rows` : train?.on && `the last ${spaced(train.on.text)}`;
  const effort = train?.takes ? `takes ${spaced(train.takes.text)}` : train?.hardware && brief(train.hardware, 24);
  const rhythm = train?.every && `every ${spaced(train.every.text)}`;
  const layer = trainedLayer(design);
  return [
    ...when(learns(design), {
      id: "training-set",
      name: "Training set",
      icon: "table",
      plane: "training",
      layer: "platform",
      detail: set,
    }),
    ...when(learns(design), {
      id: "trainer",
      name: "Trainer",
      icon: "chip",
      plane: "training",
      layer,
      detail: [rhythm, effort].filter(Boolean).join(", ") || undefined,
    }),
    ...when(design.model?.tuning, {
      id: "tuning",
      name: "Tuning",
      icon: "process",
      plane: "training",
      layer,
      detail: tuningText(design),
    }),
  ];
}

function tuningText({ model }: Design): string | undefined {
  const { trials, method } = model?.tuning ?? {};
  return trials ? `${counted(trials, "trial")}, ${method}` : method;
}

function trainedLayer({ model }: Design): Layer {
  const kinds = [model?.rank?.kind, ...(model?.parts ?? []).map(({ kind }) => kind)].flatMap((kind) => kind ?? []);
  return kinds.map(layerOfKind).find((layer) => layer === "deep") ?? (kinds[0] ? layerOfKind(kinds[0]) : "classical");
}

function judgeParts(design: Design): Part[] {
  const [first] = design.metrics?.offline ?? [];
  const baseline = design.model?.baseline;
  return [
    ...when(design.metrics?.offline ?? (design.model?.baseline && learns(design)), {
      id: "evaluation",
      name: "Offline evaluation",
      icon: "chart",
      plane: "training",
      layer: "governance",
      detail: first && `${first.metric.text} ${first.target ? signs(first.target.text) : ""}`.trim(),
    }),
    ...when(baseline, {
      id: "baseline",
      name: "Baseline",
      icon: "rules",
      plane: "training",
      layer: "classical",
      detail:
        baseline && [title(baseline.kind), baseline.over && spaced(baseline.over.text)].filter(Boolean).join(", "),
    }),
    ...when(design.model?.offPolicy, {
      id: "off-policy",
      name: "Off-policy estimate",
      icon: "chart",
      plane: "training",
      layer: "governance",
      detail: design.model?.offPolicy?.minimumSample
        ? `sample ≥ ${short(design.model.offPolicy.minimumSample.count)}`
        : design.model?.offPolicy?.estimators.join(", "),
    }),
  ];
}

function judgeFlows(design: Design): Flow[] {
  const by = design.metrics?.offline?.find((metric) => metric.by)?.by;
  return [
    flow("baseline", "evaluation", by && `beat by ${by.text.replace(" relative", "")}`),
    flow("training-set", "tuning"),
    flow("tuning", "trainer", "settings"),
    flow("decision-log", "off-policy", "propensities"),
    flow("off-policy", "registry", "estimate"),
  ];
}

/** How soon, or by whom, the model before is live again; else how complex the model is. */
function registryText({ serving, model }: Design): string | undefined {
  const { rollBackWithin, rollBack } = serving?.rollout ?? {};
  if (rollBackWithin) return `back within ${spaced(rollBackWithin.text)}`;
  if (rollBack) return rollBack === "automatic" ? "goes back by itself" : "goes back by hand";
  return model?.level ? `level ${model.level}` : undefined;
}

function releaseParts(design: Design): Part[] {
  const rollout = design.serving?.rollout;
  const steps = rollout?.canary?.map(({ text }) => text).join(" → ");
  return [
    ...when(learns(design) && design.model, {
      id: "registry",
      name: "Model registry",
      icon: "database",
      plane: "training",
      layer: "serving",
      detail: registryText(design),
    }),
    ...when(rollout, {
      id: "rollout",
      name: "Canary gate",
      icon: "shield",
      plane: "training",
      layer: "serving",
      detail: steps ?? (rollout?.shadow && `shadow ${spaced(rollout.shadow.text)}`),
    }),
  ];
}
